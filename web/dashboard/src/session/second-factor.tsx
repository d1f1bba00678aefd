import { type FormEvent, useEffect, useState } from "react";
import type { components } from "@lotview/client/src/generated.js";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { type Challenge, enrol, signInByCode } from "../api/session.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Field } from "../ui/parts.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { GateFailure } from "./gate.tsx";
import { sessionWords } from "./words.ts";

/** The code of the app or a recovery code; where a dealership requires it, the app is set up first. */
export function SecondFactor({ challenge, back }: { challenge: Challenge; back: () => void }) {
  const { t } = useText(sessionWords);
  const [recovery, setRecovery] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ codes: string[]; enter: () => void }>();
  const over = error instanceof ApiProblem && error.code === "AUTH_CHALLENGE_INVALID";

  async function confirm(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code")).trim();
    setBusy(true);
    setError(undefined);
    try {
      const entered = await signInByCode(challenge.challenge, code);
      if (entered.codes.length > 0) {
        setDone(entered);
      } else {
        entered.enter();
      }
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  if (done !== undefined) {
    return <RecoveryCodes codes={done.codes} enter={done.enter} />;
  }
  return (
    <form onSubmit={(event) => void confirm(event)} className="space-y-3">
      {challenge.enrol && <Enrol challenge={challenge.challenge} />}
      {recovery ? (
        <Field key="recovery" label={t("signIn.recoveryCode")} name="code" autoComplete="off" required autoFocus />
      ) : (
        <Field
          key="app"
          label={t("signIn.appCode")}
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          autoFocus
        />
      )}
      {error !== undefined && <GateFailure error={error} />}
      {!over && (
        <Button type="submit" kind="main" className="w-full justify-center" disabled={busy}>
          {t("signIn.codeDo")}
        </Button>
      )}
      {!challenge.enrol && (
        <button type="button" className="block min-h-6 text-accent underline" onClick={() => setRecovery(!recovery)}>
          {t(recovery ? "signIn.useApp" : "signIn.useRecovery")}
        </button>
      )}
      <button type="button" className="block min-h-6 text-accent underline" onClick={back}>
        {t("signIn.back")}
      </button>
    </form>
  );
}

function Enrol({ challenge }: { challenge: string }) {
  const { t } = useText(sessionWords);
  const [enrolment, setEnrolment] = useState<components["schemas"]["Enrolment"]>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    enrol(challenge).then(setEnrolment, setError);
  }, [challenge]);
  return (
    <div className="space-y-2">
      <p>{t("signIn.enrol")}</p>
      {error !== undefined && <Failure error={error} />}
      {enrolment !== undefined && (
        <>
          <QrCode text={enrolment.uri} label={t("signIn.qr")} />
          <p className="text-soft">{t("signIn.secret")}</p>
          <p className="rounded border border-line bg-panel p-2 font-mono break-all select-all">
            {enrolment.secret.replace(/(.{4})(?=.)/g, "$1 ")}
          </p>
          <a href={enrolment.uri} className="inline-block min-h-6 text-accent underline">
            {t("signIn.openApp")}
          </a>
        </>
      )}
    </div>
  );
}

function RecoveryCodes({ codes, enter }: { codes: string[]; enter: () => void }) {
  const { t } = useText(sessionWords);
  return (
    <div className="space-y-3">
      <p role="status">{t("signIn.recoveryCodes")}</p>
      <ul className="grid grid-cols-2 gap-1 rounded border border-line bg-panel p-2 font-mono select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button kind="main" className="w-full justify-center" autoFocus onClick={enter}>
        {t("signIn.recoveryKept")}
      </Button>
    </div>
  );
}
