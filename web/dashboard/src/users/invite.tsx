import type { FormEvent } from "react";
import { api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import type { Role } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Field } from "../ui/parts.tsx";
import { Popup } from "../ui/popup.tsx";
import { useSay } from "../ui/toast.tsx";
import { RoleChoice } from "./role.tsx";
import { usersWords } from "./words.ts";

/** Mails a link by which somebody chooses a password and is in. */
export function InviteUser({ close }: { close: () => void }) {
  const { t } = useText(usersWords);
  const say = useSay();
  const { act, busy, error } = useAct();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: string) => String(form.get(name)).trim();
    const email = given("email");
    const done = await act(() =>
      api.POST("/v1/users", {
        body: {
          email,
          firstName: given("firstName"),
          lastName: given("lastName"),
          role: given("role") as Role,
        },
      }),
    );
    if (done) {
      void queries.invalidateQueries({ queryKey: ["users"] });
      say(t("users.invited", { email }));
      close();
    }
  }

  return (
    <Popup title={t("users.invite")} close={close}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <Field label={t("users.email")} name="email" type="email" maxLength={254} required autoFocus autoComplete="off" />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("users.firstName")} name="firstName" maxLength={100} required autoComplete="off" />
          <Field label={t("users.lastName")} name="lastName" maxLength={100} autoComplete="off" />
        </div>
        <RoleChoice role="SALESPERSON" />
        <p className="text-xs text-soft">{t("users.inviteHint")}</p>
        {error !== undefined && <Failure error={error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t("ask.close")}</Button>
          <Button type="submit" kind="main" disabled={busy}>
            {t("users.inviteDo")}
          </Button>
        </div>
      </form>
    </Popup>
  );
}
