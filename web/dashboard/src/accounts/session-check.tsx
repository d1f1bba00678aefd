import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Rows } from "../ui/parts.tsx";
import { accountsWords } from "./words.ts";

const LOOK_AGAIN = 2_000;
const RUNNING = "CHECKING";

/** The latest check whether the account is still signed in, and the way to make one. */
export function SessionCheck({ id }: { id: string }) {
  const { t, named, time } = useText(accountsWords);
  const [error, setError] = useState<unknown>();
  const account = useQuery({
    queryKey: ["accounts", "one", id],
    queryFn: () => body(api.GET("/v1/fb-accounts/{id}", { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.check?.state === RUNNING ? LOOK_AGAIN : false),
  });
  const check = account.data?.check;
  const running = check?.state === RUNNING;

  // The list shows what the check found.
  useEffect(() => {
    if (check?.endedAt) {
      void queries.invalidateQueries({ queryKey: ["accounts"], exact: true });
    }
  }, [check?.endedAt]);

  async function begin() {
    setError(undefined);
    try {
      await api.POST("/v1/fb-accounts/{id}/validate", { params: { path: { id } } });
      await account.refetch();
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <div className="space-y-2">
      {account.isPending && <Rows count={1} />}
      {account.isError && <Failure error={account.error} retry={() => void account.refetch()} />}
      {check !== undefined && (
        <p role="status">
          {named(`check.${check.state}`, check.state)}{" "}
          {check.endedAt !== null && <span className="text-soft">{time(check.endedAt)}</span>}
          {check.error !== null && <span className="block text-bad">{check.error}</span>}
        </p>
      )}
      {error !== undefined && <Failure error={error} />}
      <Button kind="main" disabled={running} onClick={() => void begin()}>
        {t("accounts.checkNow")}
      </Button>
    </div>
  );
}
