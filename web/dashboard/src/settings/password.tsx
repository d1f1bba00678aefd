import { type FormEvent, useState } from "react";
import { api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Field, Panel } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { meWords } from "./words.ts";

/** Another password; the other devices are signed out. */
export function Password({ email }: { email: string }) {
  const { t } = useText(meWords);
  const say = useSay();
  const { act, busy, error } = useAct();
  const [unlike, setUnlike] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const shown = event.currentTarget;
    const form = new FormData(shown);
    const currentPassword = String(form.get("current"));
    const newPassword = String(form.get("new"));
    setUnlike(newPassword !== form.get("again"));
    if (newPassword !== form.get("again")) {
      return;
    }
    if (await act(() => api.PUT("/v1/auth/password", { body: { currentPassword, newPassword } }))) {
      shown.reset();
      void queries.invalidateQueries({ queryKey: ["sessions"] });
      say(t("me.passwordChanged"));
    }
  }

  return (
    <Panel title={t("me.password")}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        {/* Tells a password manager whose password it is. */}
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field label={t("me.current")} name="current" type="password" autoComplete="current-password" required maxLength={256} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            label={t("me.new")}
            name="new"
            type="password"
            autoComplete="new-password"
            required
            minLength={8}
            maxLength={256}
          />
          <Field label={t("me.again")} name="again" type="password" autoComplete="new-password" required maxLength={256} />
        </div>
        {unlike && (
          <p role="alert" className="text-bad">
            {t("me.unlike")}
          </p>
        )}
        {error !== undefined && <Failure error={error} />}
        <Button type="submit" disabled={busy}>
          {t("me.passwordDo")}
        </Button>
        <p className="text-xs text-soft">{t("me.passwordHint")}</p>
      </form>
    </Panel>
  );
}
