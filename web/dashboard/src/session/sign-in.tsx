import { type FormEvent, useState } from "react";
import { api } from "../api/client.ts";
import { ApiProblem } from "../api/problem.ts";
import { type Challenge, signIn, signInByCode } from "../api/session.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Field } from "../ui/parts.tsx";

/** E-mail and password, then the second factor where there is one. */
export function SignIn() {
  const { t } = useText();
  const [challenge, setChallenge] = useState<Challenge>();
  const [error, setError] = useState<unknown>();
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function attempt(how: () => Promise<void>) {
    setBusy(true);
    setError(undefined);
    setSaid(undefined);
    try {
      await how();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void attempt(async () => {
      if (challenge === undefined) {
        setChallenge(await signIn(String(form.get("email")), String(form.get("password"))));
      } else {
        await signInByCode(challenge.challenge, String(form.get("code")).trim());
      }
    });
  }

  function forgotten(email: string) {
    if (email === "") {
      setSaid(t("signIn.forgottenNeedsEmail"));
      return;
    }
    void attempt(async () => {
      await api.POST("/v1/auth/password/forgotten", { body: { email } });
      setSaid(t("signIn.forgottenDone"));
    });
  }

  return (
    <main className="mx-auto mt-[12vh] w-80 max-w-[calc(100vw-32px)]">
      <h1 className="mb-4 text-lg font-semibold">{t("signIn.title")}</h1>
      <form onSubmit={submit} className="space-y-3">
        {challenge === undefined ? (
          <>
            <Field label={t("signIn.email")} name="email" type="email" autoComplete="username" required autoFocus />
            <Field label={t("signIn.password")} name="password" type="password" autoComplete="current-password" required />
          </>
        ) : challenge.enrol ? (
          <p>{t("signIn.enrol")}</p>
        ) : (
          <Field label={t("signIn.code")} name="code" autoComplete="one-time-code" required autoFocus />
        )}
        {error !== undefined && <SignInFailure error={error} />}
        {said !== undefined && <p role="status">{said}</p>}
        <Button type="submit" kind="main" className="w-full justify-center" disabled={busy || challenge?.enrol}>
          {challenge === undefined ? t("signIn.do") : t("signIn.codeDo")}
        </Button>
        {challenge === undefined && (
          <button
            type="button"
            className="min-h-6 text-accent underline"
            onClick={(event) => forgotten((event.currentTarget.form?.elements.namedItem("email") as HTMLInputElement).value)}
          >
            {t("signIn.forgotten")}
          </button>
        )}
      </form>
    </main>
  );
}

function SignInFailure({ error }: { error: unknown }) {
  const { t } = useText();
  return error instanceof ApiProblem && error.status === 429 && error.retryAfter !== undefined ? (
    <p role="alert" className="text-bad">
      {t("signIn.locked", { seconds: error.retryAfter })}
    </p>
  ) : (
    <Failure error={error} />
  );
}
