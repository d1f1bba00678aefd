import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Schemas, api } from "../api/client.ts";
import { accounts, me, queries } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { Button, Empty, Failure, Rows } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";

type Whole = Schemas["FbAccountResponse"];

/** The Facebook accounts that a person may use, and how each stands. */
export function Accounts() {
  const { t } = useText();
  const list = useQuery(accounts());
  return (
    <div>
      <h1 className="mb-3 text-lg font-semibold">{t("accounts.title")}</h1>
      {list.isPending && <Rows count={3} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data?.data.length === 0 && <Empty title={t("accounts.empty")} hint={t("accounts.emptyHint")} />}
      <ul className="space-y-2">
        {list.data?.data.map((account) => (
          <AccountLine key={account.id} account={account as Whole} />
        ))}
      </ul>
    </div>
  );
}

function AccountLine({ account }: { account: Whole }) {
  const { t, time, number } = useText();
  const say = useSay();
  const who = useQuery(me()).data;
  const [error, setError] = useState<unknown>();

  async function check() {
    setError(undefined);
    try {
      await api.POST("/v1/fb-accounts/{id}/validate", { params: { path: { id: account.id } } });
      say(t("accounts.checking"));
      await queries.invalidateQueries({ queryKey: ["accounts"] });
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <li className="rounded border border-line bg-panel p-3">
      <div className="flex flex-wrap items-center gap-3">
        <strong className="mr-auto">{account.label}</strong>
        {account.waitingJobs !== undefined && account.waitingJobs > 0 && (
          <span className="text-soft">{t("accounts.waiting", { count: number(account.waitingJobs) })}</span>
        )}
        <span className={account.state === "VALID" ? "text-good" : "text-warn"}>
          {account.restingUntil ? t("accounts.resting", { time: time(account.restingUntil) }) : t(`account.${account.state}`)}
        </span>
        {who?.role === "GM" && <Button onClick={() => void check()}>{t("accounts.check")}</Button>}
      </div>
      {error !== undefined && <Failure error={error} />}
    </li>
  );
}
