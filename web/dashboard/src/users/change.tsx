import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../api/client.ts";
import { me, queries } from "../api/queries.ts";
import type { Role, User } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Field } from "../ui/parts.tsx";
import { Popup } from "../ui/popup.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { nameOfUser } from "./line.tsx";
import { RoleChoice } from "./role.tsx";
import { usersWords } from "./words.ts";

/** Another name or role, and the way out for somebody who has lost the second factor. */
export function ChangeUser({ user, close }: { user: User; close: () => void }) {
  const { t } = useText(usersWords);
  const say = useSay();
  const who = useQuery(me()).data;
  const { act, busy, error } = useAct();
  const [resetting, setResetting] = useState(false);
  const path = { params: { path: { id: user.id } } };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = {
      firstName: String(form.get("firstName")).trim(),
      lastName: String(form.get("lastName")).trim(),
      role: String(form.get("role")) as Role,
    };
    // Only what is new: a colleague may change the rest meanwhile.
    const changed = Object.fromEntries(
      Object.entries(given).filter(([name, value]) => user[name as keyof typeof given] !== value),
    );
    const done =
      Object.keys(changed).length === 0 || (await act(() => api.PATCH("/v1/users/{id}", { ...path, body: changed })));
    if (done) {
      void queries.invalidateQueries({ queryKey: ["users"] });
      void queries.invalidateQueries({ queryKey: ["me"] });
      say(t("ask.saved"));
      close();
    }
  }

  async function reset() {
    if (await act(() => api.DELETE("/v1/users/{id}/two-factor", path))) {
      say(t("users.twoFactorReset", { name: nameOfUser(user) }));
      close();
    }
  }

  return (
    <Popup title={`${t("ask.change")}: ${nameOfUser(user)}`} close={close}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("users.firstName")} name="firstName" defaultValue={user.firstName} maxLength={100} required />
          <Field label={t("users.lastName")} name="lastName" defaultValue={user.lastName} maxLength={100} />
        </div>
        <RoleChoice role={user.role} />
        <p className="text-xs text-soft">{t("users.roleHint")}</p>
        {error !== undefined && <Failure error={error} />}
        <div className="flex flex-wrap justify-end gap-2">
          {user.state === "ACTIVE" && user.id !== who?.id && (
            <Button className="mr-auto" onClick={() => setResetting(true)}>
              {t("users.resetTwoFactor")}
            </Button>
          )}
          <Button onClick={close}>{t("ask.close")}</Button>
          <Button type="submit" kind="main" disabled={busy}>
            {t("ask.save")}
          </Button>
        </div>
      </form>
      {resetting && (
        <Sure
          question={t("users.resetSure", { name: nameOfUser(user) })}
          answer={t("users.resetTwoFactor")}
          busy={busy}
          act={() => void reset()}
          close={() => setResetting(false)}
        />
      )}
    </Popup>
  );
}
