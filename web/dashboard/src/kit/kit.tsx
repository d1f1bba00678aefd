import type { PostingStatus } from "../api/client.ts";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { inventoryWords } from "../inventory/words.ts";
import { sessionWords } from "../session/words.ts";
import { useText } from "../text/text.tsx";
import { Button, Empty, Failure, Field, Panel, Rows, Status } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { Undo } from "../ui/undo.tsx";
import { vehicleWords } from "../vehicle/words.ts";

const STATUSES: PostingStatus[] = [
  "QUEUED",
  "AWAITING_APPROVAL",
  "GENERATING",
  "READY",
  "POSTING",
  "PUBLISHING",
  "POSTED",
  "FAILED",
  "CANCELLED",
  "DELETED",
  "NEEDS_LOGIN",
  "NEEDS_REVIEW",
];
const REFUSED = new ApiProblem(400, "VALIDATION_ERROR", "Some fields are wrong", {
  type: "about:blank",
  title: "Some fields are wrong",
  status: 400,
  detail: "Some fields are wrong",
  instance: "/v1/vehicles",
  code: "VALIDATION_ERROR",
  errors: [
    { field: "vin", reason: "must have 17 letters and digits" },
    { field: "price", reason: "must be at least 1" },
  ],
} as never);

/** Every part in every state, to be looked at. Only in development. */
export function Kit() {
  const { t } = useText(inventoryWords, sessionWords, vehicleWords);
  const say = useSay();
  return (
    <div className="space-y-4">
      <h1 className="text-lg font-semibold">Kit</h1>
      <Panel title="Button">
        <div className="flex flex-wrap gap-2">
          {(["main", "plain", "danger"] as const).flatMap((kind) => [
            <Button key={kind} kind={kind}>
              {kind}
            </Button>,
            <Button key={kind + "off"} kind={kind} disabled>
              {kind}, disabled
            </Button>,
          ])}
          <Button onClick={() => say(t("photos.removed"), <Undo undo={() => undefined} />)}>Toast</Button>
        </div>
      </Panel>
      <Panel title="Field">
        <div className="max-w-sm space-y-2">
          <Field label={t("signIn.email")} type="email" />
          <Field label={t("signIn.password")} type="password" defaultValue="password" />
          <Field label={t("field.vin")} disabled defaultValue="4T1G11AK4MU478329" />
        </div>
      </Panel>
      <Panel title="Status">
        <div className="flex flex-wrap gap-2">
          {STATUSES.map((status) => (
            <Status key={status} status={status} />
          ))}
        </div>
      </Panel>
      <Panel title="Failure">
        <div className="space-y-2">
          <Failure error={REFUSED} retry={() => undefined} />
          <Failure error={new ApiProblem(0, "NO_ANSWER", "")} retry={() => undefined} />
          <Failure error={new ApiProblem(403, "FORBIDDEN", "")} />
        </div>
      </Panel>
      <Panel title="Rows">
        <Rows count={3} />
      </Panel>
      <Panel title="Empty">
        <Empty title={t("inventory.empty")} hint={t("inventory.emptyHint")}>
          <Button kind="main">{t("ask.clear")}</Button>
        </Empty>
      </Panel>
    </div>
  );
}
