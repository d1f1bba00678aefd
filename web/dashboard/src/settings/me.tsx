import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { type Schemas, api } from "../api/client.ts";
import { me, queries } from "../api/queries.ts";
import type { Role } from "../api/settings.ts";
import { signOut } from "../api/session.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Field, Panel, Rows, failed } from "../ui/parts.tsx";
import { changeTheme } from "../ui/theme.ts";
import { useSay } from "../ui/toast.tsx";
import { Password } from "./password.tsx";
import { OwnSessions } from "./sessions.tsx";
import { TwoFactor } from "./two-factor.tsx";
import { meWords } from "./words.ts";

type Me = Schemas["MeResponse"];

/** The own account: name, password, second factor, devices. */
export function MyAccount() {
  const who = useQuery(me());
  if (failed(who)) {
    return <Failure error={who.error} retry={() => void who.refetch()} />;
  }
  if (who.data === undefined) {
    return <Rows count={6} />;
  }
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <div className="space-y-4">
        <Person who={who.data} />
        <Password email={who.data.email} />
      </div>
      <div className="space-y-4">
        <TwoFactor />
        <OwnSessions />
      </div>
    </div>
  );
}

function Person({ who }: { who: Me }) {
  const { t, language, speak } = useText(meWords);
  return (
    <Panel title={t("me.person")}>
      {who.role === "GM" ? <OwnName who={who} /> : <p className="font-medium">{`${who.firstName} ${who.lastName}`}</p>}
      <p className="mt-2 text-soft">
        {who.email} · {t(`role.${who.role as Role}`)} · {who.dealership.name}
      </p>
      {who.role !== "GM" && <p className="mt-1 text-xs text-soft">{t("me.nameHint")}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => speak(language === "en" ? "es" : "en")}>{language === "en" ? "Español" : "English"}</Button>
        <Button onClick={changeTheme}>{t("nav.theme")}</Button>
        <Button onClick={() => void signOut()}>{t("nav.signOut")}</Button>
      </div>
    </Panel>
  );
}

/** Only who manages users may change a name, the own too. */
function OwnName({ who }: { who: Me }) {
  const { t } = useText(meWords);
  const say = useSay();
  const { act, busy, error } = useAct();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const done = await act(() =>
      api.PATCH("/v1/users/{id}", {
        params: { path: { id: who.id } },
        body: { firstName: String(form.get("firstName")).trim(), lastName: String(form.get("lastName")).trim() },
      }),
    );
    if (done) {
      void queries.invalidateQueries({ queryKey: ["me"] });
      void queries.invalidateQueries({ queryKey: ["users"] });
      say(t("ask.saved"));
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={t("me.firstName")}
          name="firstName"
          autoComplete="given-name"
          defaultValue={who.firstName}
          maxLength={100}
          required
        />
        <Field
          label={t("me.lastName")}
          name="lastName"
          autoComplete="family-name"
          defaultValue={who.lastName}
          maxLength={100}
        />
      </div>
      {error !== undefined && <Failure error={error} />}
      <Button type="submit" disabled={busy}>
        {t("ask.save")}
      </Button>
    </form>
  );
}
