import { type FormEvent, useState } from "react";
import { api } from "../api/client.ts";
import { type Challenge, signIn } from "../api/session.ts";
import { useText } from "../text/text.tsx";
import { Button, Field } from "../ui/parts.tsx";
import { Gate, GateFailure } from "./gate.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { sessionWords } from "./words.ts";

/** E-mail and password, then the second factor where there is one; or a mail for a new password. */
export function SignIn() {
  const { t } = useText(sessionWords);
  const [challenge, setChallenge] = useState<Challenge>();
  const [forgotten, setForgotten] = useState(false);
  const [email, setEmail] = useState("");
  if (challenge !== undefined) {
    return (
      <Gate title={t("signIn.title")}>
        <SecondFactor challenge={challenge} back={() => setChallenge(undefined)} />
      </Gate>
    );
  }
  return forgotten ? (
    <Gate title={t("signIn.forgottenTitle")}>
      <Forgotten email={email} change={setEmail} back={() => setForgotten(false)} />
    </Gate>
  ) : (
    <Gate title={t("signIn.title")}>
      <Password email={email} change={setEmail} next={setChallenge} forgotten={() => setForgotten(true)} />
    </Gate>
  );
}

/** One try at a time, and what came of it. */
function useTry() {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  async function attempt(how: () => Promise<void>) {
    setBusy(true);
    setError(undefined);
    try {
      await how();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  return { error, busy, attempt };
}

function Password({
  email,
  change,
  next,
  forgotten,
}: {
  email: string;
  change: (email: string) => void;
  next: (challenge: Challenge | undefined) => void;
  forgotten: () => void;
}) {
  const { t } = useText(sessionWords);
  const { error, busy, attempt } = useTry();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    void attempt(async () => next(await signIn(email, password)));
  }

  return (
    <form onSubmit={submit} className="space-y-3">
      <Field
        label={t("signIn.email")}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => change(event.target.value)}
        required
        autoFocus
      />
      <Field label={t("signIn.password")} name="password" type="password" autoComplete="current-password" required />
      {error !== undefined && <GateFailure error={error} />}
      <Button type="submit" kind="main" className="w-full justify-center" disabled={busy}>
        {t("signIn.do")}
      </Button>
      <button type="button" className="min-h-6 text-accent underline" onClick={forgotten}>
        {t("signIn.forgotten")}
      </button>
    </form>
  );
}

function Forgotten({ email, change, back }: { email: string; change: (email: string) => void; back: () => void }) {
  const { t } = useText(sessionWords);
  const { error, busy, attempt } = useTry();
  const [sent, setSent] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    void attempt(async () => {
      await api.POST("/v1/auth/password/forgotten", { body: { email } });
      setSent(true);
    });
  }

  return (
    <form onSubmit={submit} className="space-y-3">
      <Field
        label={t("signIn.email")}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => change(event.target.value)}
        required
        autoFocus
      />
      {error !== undefined && <GateFailure error={error} />}
      {sent && <p role="status">{t("signIn.forgottenDone")}</p>}
      <Button type="submit" kind="main" className="w-full justify-center" disabled={busy || sent}>
        {t("signIn.forgottenDo")}
      </Button>
      <button type="button" className="min-h-6 text-accent underline" onClick={back}>
        {t("signIn.back")}
      </button>
    </form>
  );
}
