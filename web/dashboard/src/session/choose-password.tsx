import { type FormEvent, useState } from "react";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { type Challenge, resetPassword, signInByMail } from "../api/session.ts";
import { useText } from "../text/text.tsx";
import { Button, Field } from "../ui/parts.tsx";
import { Gate, GateFailure } from "./gate.tsx";
import type { MailedLink } from "./mailed-link.ts";
import { SecondFactor } from "./second-factor.tsx";
import { sessionWords } from "./words.ts";

/** The page of a mailed link: an invitation, a registration, or a new password. */
export function ChoosePassword({ link: { page, token }, close }: { link: MailedLink; close: () => void }) {
  const { t } = useText(sessionWords);
  const [shown, setShown] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [challenge, setChallenge] = useState<Challenge>();
  const [saved, setSaved] = useState(false);
  const title = t(page === "password" ? "choose.new" : "choose.welcome");
  const used = token === "" || (error instanceof ApiProblem && error.code === "LINK_INVALID");

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setBusy(true);
    setError(undefined);
    try {
      if (page === "password") {
        await resetPassword(token, password);
        setSaved(true);
        return;
      }
      const path = page === "invitation" ? "/v1/auth/invitation" : "/v1/auth/registration/confirmation";
      setChallenge(await signInByMail(path, token, password));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  if (challenge !== undefined) {
    return (
      <Gate title={title}>
        <SecondFactor challenge={challenge} back={close} />
      </Gate>
    );
  }
  return (
    <Gate title={title}>
      {saved || used ? (
        <div className="space-y-3">
          <p role="status">{t(saved ? "choose.saved" : `choose.used.${page}`)}</p>
          <Button kind="main" className="w-full justify-center" autoFocus onClick={close}>
            {t("signIn.do")}
          </Button>
        </div>
      ) : (
        <form onSubmit={(event) => void save(event)} className="space-y-3">
          <Field
            label={t("choose.password")}
            name="password"
            type={shown ? "text" : "password"}
            autoComplete="new-password"
            required
            autoFocus
          />
          <p className="text-soft">{t("choose.rule")}</p>
          <label className="flex min-h-6 items-center gap-2">
            <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
            {t("choose.show")}
          </label>
          {error !== undefined && <GateFailure error={error} />}
          <Button type="submit" kind="main" className="w-full justify-center" disabled={busy}>
            {t("choose.do")}
          </Button>
        </form>
      )}
    </Gate>
  );
}
