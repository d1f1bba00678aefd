import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { type Schemas, api } from "../api/client.ts";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { queries } from "../api/queries.ts";
import { type Dealership, dealership } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Rows, failed } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";

type Change = Schemas["DealershipChange"];

interface Read {
  dealership: Dealership;
  version: string | undefined;
}

interface Form {
  /** What differs from what was read; nothing: there is nothing to save. */
  changes: (form: FormData, read: Dealership) => Change;
  children: (read: Dealership) => ReactNode;
}

/** A form over the dealership. What a colleague saves meanwhile is neither lost nor laid over what is typed. */
export function DealershipForm(form: Form) {
  const shown = useQuery(dealership());
  const [round, setRound] = useState(0);
  if (failed(shown)) {
    return <Failure error={shown.error} retry={() => void shown.refetch()} />;
  }
  if (shown.data === undefined) {
    return <Rows count={6} />;
  }
  const anew = async () => {
    await queries.invalidateQueries({ queryKey: dealership().queryKey });
    setRound((before) => before + 1);
  };
  return <Filled key={round} read={shown.data} anew={anew} {...form} />;
}

function Filled({ read: newest, anew, changes, children }: Form & { read: Read; anew: () => Promise<void> }) {
  const { t } = useText();
  const say = useSay();
  const [read] = useState(newest);
  const { act, busy, error } = useAct();
  const stale = error instanceof ApiProblem && error.status === 412;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const changed = changes(new FormData(event.currentTarget), read.dealership);
    if (Object.keys(changed).length === 0) {
      say(t("ask.nothingNew"));
      return;
    }
    const done = await act(() =>
      api.PATCH("/v1/dealership", {
        ...(read.version === undefined ? {} : { params: { header: { "If-Match": read.version } } }),
        body: changed,
      }),
    );
    if (done) {
      say(t("ask.saved"));
      void queries.invalidateQueries({ queryKey: ["me"] });
      await anew();
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-3">
      {children(read.dealership)}
      {error !== undefined && <Failure error={error} />}
      <div className="flex gap-2">
        <Button type="submit" kind="main" disabled={busy || stale}>
          {t("ask.save")}
        </Button>
        {stale && <Button onClick={() => void anew()}>{t("ask.readAgain")}</Button>}
      </div>
    </form>
  );
}
