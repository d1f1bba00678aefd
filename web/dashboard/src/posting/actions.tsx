import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type Posting, api, body } from "../api/client.ts";
import { order } from "../api/orders.ts";
import { queries } from "../api/queries.ts";
import { nameOf } from "../postings/line.tsx";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Field } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { Undo } from "../ui/undo.tsx";
import { postingWords } from "./words.ts";

const CANCELLABLE = ["QUEUED", "GENERATING", "READY", "AWAITING_APPROVAL", "NEEDS_LOGIN"];

/** What a person can do about a posting, as it stands and as their role permits. */
export function Actions({ posting }: { posting: Posting }) {
  const { t } = useText(postingWords);
  const { manager } = useRole();
  const say = useSay();
  const go = useNavigate();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  const [declining, setDeclining] = useState(false);
  const path = { params: { path: { id: posting.id } } };

  async function act(how: () => Promise<unknown>) {
    setBusy(true);
    setError(undefined);
    try {
      await how();
      await queries.invalidateQueries({ queryKey: ["postings"] });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
      setSure(false);
      setDeclining(false);
    }
  }

  function decline(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason")).trim();
    void act(() => api.POST("/v1/postings/{id}/decline", { ...path, body: { reason } }));
  }

  const resolve = (outcome: "POSTED" | "NOT_POSTED") =>
    act(() => api.POST("/v1/postings/{id}/resolve", { ...path, body: { outcome } }));

  // A cancelled posting stays so: taking it back is the same order once more.
  async function orderAgain() {
    const { vehicleId, fbAccountId, scheduledFor } = posting;
    const later = scheduledFor !== null && Date.parse(scheduledFor) > Date.now();
    try {
      const again = await order({ vehicleId, fbAccountId, ...(later ? { scheduledFor } : {}) });
      if (again === "kept") {
        say(t("posting.againKept"));
      } else {
        void go({ to: "/postings/$id", params: { id: again.id } });
      }
    } catch (problem) {
      say(problem instanceof Error ? problem.message : String(problem));
    }
  }

  const cancel = () =>
    act(async () => {
      const { status } = await body(api.POST("/v1/postings/{id}/cancel", path));
      // One that may be live already goes to a person instead.
      if (status === "CANCELLED") {
        say(t("posting.cancelled", { name: nameOf(posting.vehicle) }), <Undo undo={() => void orderAgain()} />);
      }
    });

  return (
    <div className="space-y-2">
      {posting.status === "NEEDS_REVIEW" && <p>{t("posting.review")}</p>}
      <div className="flex flex-wrap gap-2">
        {posting.status === "NEEDS_REVIEW" && manager && (
          <>
            <Button kind="main" disabled={busy} onClick={() => void resolve("POSTED")}>
              {t("posting.resolvePosted")}
            </Button>
            <Button disabled={busy} onClick={() => void resolve("NOT_POSTED")}>
              {t("posting.resolveNotPosted")}
            </Button>
          </>
        )}
        {posting.status === "AWAITING_APPROVAL" && manager && (
          <>
            <Button
              kind="main"
              disabled={busy}
              onClick={() => void act(() => api.POST("/v1/postings/{id}/approve", path as never))}
            >
              {t("posting.approve")}
            </Button>
            <Button disabled={busy} onClick={() => setDeclining(true)}>
              {t("posting.decline")}
            </Button>
          </>
        )}
        {posting.status === "FAILED" && (
          <Button
            kind="main"
            disabled={busy}
            onClick={() =>
              void act(() =>
                api.POST("/v1/postings/{id}/retry", {
                  params: { path: { id: posting.id }, header: { "Idempotency-Key": crypto.randomUUID() } },
                } as never),
              )
            }
          >
            {t("posting.retry")}
          </Button>
        )}
        {CANCELLABLE.includes(posting.status) && (
          <Button disabled={busy} onClick={() => void cancel()}>
            {t("posting.cancel")}
          </Button>
        )}
        {posting.status === "POSTED" && manager && posting.removal === undefined && (
          <Button kind="danger" disabled={busy} onClick={() => setSure(true)}>
            {t("posting.remove")}
          </Button>
        )}
      </div>
      {declining && (
        <form onSubmit={decline} className="max-w-md space-y-2 rounded border border-line bg-panel p-3">
          <Field label={t("posting.declineWhy")} name="reason" required maxLength={500} autoFocus />
          <div className="flex gap-2">
            <Button type="submit" kind="danger" disabled={busy}>
              {t("posting.decline")}
            </Button>
            <Button onClick={() => setDeclining(false)}>{t("ask.close")}</Button>
          </div>
        </form>
      )}
      {sure && (
        <div role="alertdialog" aria-label={t("posting.remove")} className="rounded border border-bad p-3">
          <p className="mb-2">{t("posting.removeSure")}</p>
          <Button
            kind="danger"
            autoFocus
            onClick={() => void act(() => api.DELETE("/v1/postings/{id}", path as never))}
          >
            {t("posting.removeDo")}
          </Button>{" "}
          <Button onClick={() => setSure(false)}>{t("ask.close")}</Button>
        </div>
      )}
      {error !== undefined && <Failure error={error} />}
    </div>
  );
}
