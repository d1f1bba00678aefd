import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api/client.ts";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { queries } from "../api/queries.ts";
import { dealership } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Panel } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { dealershipWords } from "./words.ts";

/** Whether everybody must sign in with a second factor. */
export function SecondFactorRule() {
  const { t } = useText(dealershipWords);
  const say = useSay();
  const required = useQuery(dealership()).data?.dealership.twoFactorRequired;
  const { act, busy, error } = useAct();
  const [sure, setSure] = useState(false);

  async function require(wanted: boolean) {
    const done = await act(() => api.PUT("/v1/dealership/two-factor", { body: { required: wanted } }));
    setSure(false);
    if (done) {
      say(t("ask.saved"));
      void queries.invalidateQueries({ queryKey: ["dealership"] });
      void queries.invalidateQueries({ queryKey: ["two-factor"] });
    }
  }

  if (required === undefined) {
    return null;
  }
  return (
    <Panel title={t("rule.title")}>
      <p className="mb-3">{t(required ? "rule.on" : "rule.off")}</p>
      {error !== undefined && <Failure error={error} />}
      {error instanceof ApiProblem && error.code === "TWO_FACTOR_OFF" && (
        <p className="my-2">
          <Link to="/settings/me" className="text-accent underline">
            {t("rule.first")}
          </Link>
        </p>
      )}
      {sure ? (
        <Sure
          question={t("rule.sure")}
          answer={t("rule.require")}
          busy={busy}
          act={() => void require(true)}
          close={() => setSure(false)}
        />
      ) : required ? (
        <Button disabled={busy} onClick={() => void require(false)}>
          {t("rule.noLonger")}
        </Button>
      ) : (
        <Button onClick={() => setSure(true)}>{t("rule.require")}</Button>
      )}
    </Panel>
  );
}
