import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Schemas, api, body } from "../api/client.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure } from "../ui/parts.tsx";
import { accountsWords } from "./words.ts";

type Answer = Schemas["FormCheckAnswer"];

const LOOK_AGAIN = 2_000;
const RUNNING = "CHECKING";

/** Looks whether LotView still knows each field of the account's form. Posts nothing. */
export function FormCheck({ id }: { id: string }) {
  const { t } = useText(accountsWords);
  const [checkId, setCheckId] = useState<string>();
  const [error, setError] = useState<unknown>();
  const check = useQuery({
    queryKey: ["form-checks", checkId],
    queryFn: () =>
      body(api.GET("/v1/fb-accounts/{id}/form-checks/{checkId}", { params: { path: { id, checkId: checkId ?? "" } } })),
    enabled: checkId !== undefined,
    refetchInterval: (query) => ((query.state.data?.state ?? RUNNING) === RUNNING ? LOOK_AGAIN : false),
  });
  const running = checkId !== undefined && (check.data?.state ?? RUNNING) === RUNNING && !check.isError;

  async function begin() {
    setError(undefined);
    try {
      setCheckId((await body(api.POST("/v1/fb-accounts/{id}/form-check", { params: { path: { id } } }))).checkId);
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <div className="space-y-2">
      <p className="text-soft">{t("accounts.formCheckHint")}</p>
      <Button kind="main" disabled={running} onClick={() => void begin()}>
        {t("accounts.formCheckNow")}
      </Button>
      {error !== undefined && <Failure error={error} />}
      {check.isError && <Failure error={check.error} retry={() => void check.refetch()} />}
      {checkId !== undefined && !check.isError && <Found check={check.data} />}
    </div>
  );
}

function Found({ check }: { check: Answer | undefined }) {
  const { t, named, time } = useText(accountsWords);
  const state = check?.state ?? "CHECKING";
  const findings = check?.findings ?? [];
  return (
    <div>
      <p role="status" className={state === "FAILED" || state === "NEEDS_LOGIN" ? "text-bad" : ""}>
        {named(`check.${state}`, state)}{" "}
        {check?.endedAt !== undefined && <span className="text-soft">{time(check.endedAt)}</span>}
        {check?.error !== undefined && <span className="block">{check.error}</span>}
      </p>
      {findings.length > 0 && (
        <div className="mt-2 overflow-x-auto">
          <table className="w-full text-left">
            <thead className="text-soft">
              <tr>
                <th className="font-normal">{t("check.field")}</th>
                <th className="font-normal">{t("check.state")}</th>
                <th className="font-normal">{t("check.expected")}</th>
                <th className="font-normal">{t("check.found")}</th>
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => (
                <tr key={finding.field} className="border-t border-line align-top">
                  <th scope="row" className="py-1 pr-3 font-medium">
                    {named(`field.${finding.field}`, finding.field)}
                  </th>
                  <td className={`py-1 pr-3 ${finding.state === "MISSING" || finding.state === "OPTIONS_MISSING" ? "font-semibold text-bad" : ""}`}>
                    {named(`finding.${finding.state}`, finding.state)}
                  </td>
                  <td className="py-1 pr-3">{finding.wanted ?? "–"}</td>
                  <td className="py-1">{finding.found ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {check?.picture !== undefined && (
        <a href={check.picture} target="_blank" rel="noreferrer" className="mt-2 inline-block">
          <img src={check.picture} alt={t("check.picture")} className="h-40 rounded border border-line" />
        </a>
      )}
    </div>
  );
}
