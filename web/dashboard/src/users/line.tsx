import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { me, queries } from "../api/queries.ts";
import type { User } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure } from "../ui/parts.tsx";
import { shownPerson } from "../ui/person.ts";
import { useSay } from "../ui/toast.tsx";
import { EraseUser } from "./erase.tsx";
import { usersWords } from "./words.ts";

export const nameOfUser = (user: User) => `${user.firstName} ${user.lastName}`.trim();

const again = () => queries.invalidateQueries({ queryKey: ["users"] });

/** One person on one line, with what can be done about them. */
export function UserLine({ user, change }: { user: User; change: (user: User) => void }) {
  const { t, time } = useText(usersWords);
  const say = useSay();
  const who = useQuery(me()).data;
  const { act, busy, error } = useAct();
  const path = { params: { path: { id: user.id } } };
  const name = shownPerson(nameOfUser(user), t);
  const erased = user.erasedAt !== null;
  const [erasing, setErasing] = useState(false);

  async function activate() {
    await api.PATCH("/v1/users/{id}", { ...path, body: { active: true } });
    await again();
    say(t("users.activated", { name }));
  }

  async function deactivate() {
    await api.DELETE("/v1/users/{id}", path);
    await again();
    say(
      t("users.deactivated", { name }),
      <Button onClick={() => void act(activate)}>{t("ask.undo")}</Button>,
    );
  }

  async function inviteAgain() {
    await api.POST("/v1/users/{id}/invitation", path);
    say(t("users.invited", { email: user.email }));
  }

  return (
    <div className="border-b border-line px-2 py-2">
      <div className="grid items-center gap-x-3 gap-y-1 lg:grid-cols-[2fr_9rem_1.4fr_21rem]">
        <div className="min-w-0">
          <strong className="block truncate">
            {name}
            {user.id === who?.id && <span className="font-normal text-soft"> ({t("users.you")})</span>}
          </strong>
          <span className="block truncate text-soft">{user.email}</span>
        </div>
        <span>{t(`role.${user.role}`)}</span>
        <span className={user.state === "INVITED" ? "text-warn" : "text-soft"}>
          {user.erasedAt !== null
            ? t("users.erasedAt", { time: time(user.erasedAt) })
            : user.state !== "ACTIVE"
              ? t(`users.state.${user.state}`)
              : user.lastLoginAt === null
                ? t("users.neverSignedIn")
                : t("users.signedIn", { time: time(user.lastLoginAt) })}
        </span>
        <div className="flex flex-wrap gap-1.5 lg:justify-end">
          {user.state === "INVITED" && (
            <Button disabled={busy} aria-label={`${t("users.inviteAgain")}: ${name}`} onClick={() => void act(inviteAgain)}>
              {t("users.inviteAgain")}
            </Button>
          )}
          {user.state === "DEACTIVATED" ? (
            !erased && (
              <>
                <Button disabled={busy} aria-label={`${t("users.erase")}: ${name}`} onClick={() => setErasing(true)}>
                  {t("users.erase")}
                </Button>
                <Button disabled={busy} aria-label={`${t("users.activate")}: ${name}`} onClick={() => void act(activate)}>
                  {t("users.activate")}
                </Button>
              </>
            )
          ) : (
            user.id !== who?.id && (
              <Button disabled={busy} aria-label={`${t("users.deactivate")}: ${name}`} onClick={() => void act(deactivate)}>
                {t("users.deactivate")}
              </Button>
            )
          )}
          {!erased && (
            <Button aria-label={`${t("ask.change")}: ${name}`} onClick={() => change(user)}>
              {t("ask.change")}
            </Button>
          )}
        </div>
      </div>
      {error !== undefined && <Failure error={error} />}
      {erasing && <EraseUser id={user.id} name={name} close={() => setErasing(false)} />}
    </div>
  );
}
