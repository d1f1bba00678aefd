import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { signOut } from "../api/session.ts";
import { sessions } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Panel, Rows } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { deviceOf } from "./device.ts";
import { meWords } from "./words.ts";

/** Where the person is signed in. */
export function OwnSessions() {
  const { t, time } = useText(meWords);
  const list = useQuery(sessions());
  const { act, busy, error } = useAct();
  const [sure, setSure] = useState(false);

  const end = (id: string) =>
    act(async () => {
      await api.DELETE("/v1/auth/sessions/{id}", { params: { path: { id } } });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    });

  const endAll = () =>
    act(async () => {
      await api.DELETE("/v1/auth/sessions");
      await signOut();
    });

  return (
    <Panel title={t("sessions.title")}>
      {list.isPending && <Rows count={2} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      <ul>
        {list.data?.data.map((session) => {
          const device = session.userAgent === null ? t("sessions.unknown") : deviceOf(session.userAgent);
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
              <div className="mr-auto min-w-0">
                <span className="font-medium">{device}</span>
                {session.current && <span className="text-good"> ({t("sessions.this")})</span>}
                <span className="block text-xs text-soft">
                  {t("sessions.used", { time: time(session.lastUsedAt) })} · {session.ip ?? "–"}
                </span>
              </div>
              {!session.current && (
                <Button
                  disabled={busy}
                  aria-label={`${t("sessions.end")}: ${device}, ${time(session.lastUsedAt)}`}
                  onClick={() => void end(session.id)}
                >
                  {t("sessions.end")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {error !== undefined && <Failure error={error} />}
      {sure ? (
        <Sure
          question={t("sessions.allSure")}
          answer={t("sessions.endAll")}
          busy={busy}
          act={() => void endAll()}
          close={() => setSure(false)}
        />
      ) : (
        <Button className="mt-3" onClick={() => setSure(true)}>
          {t("sessions.endAll")}
        </Button>
      )}
    </Panel>
  );
}
