import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Schemas, api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { apiKeys } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Empty, Failure, Panel, Rows } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { NewKey } from "./new-key.tsx";
import { keysWords, settingsWords } from "./words.ts";

type Key = Schemas["ApiKey"];

/** What other programs sign in with. */
export function ApiKeys() {
  const { t } = useText(keysWords, settingsWords);
  const list = useQuery(apiKeys());
  const [making, setMaking] = useState(false);
  const make = (
    <Button kind="main" onClick={() => setMaking(true)}>
      {t("keys.make")}
    </Button>
  );
  return (
    <Panel title={t("settings.keys")} aside={make}>
      <p className="mb-3 max-w-prose text-soft">{t("keys.hint")}</p>
      {list.isPending && <Rows count={3} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data?.data.length === 0 && <Empty title={t("keys.empty")} hint={t("keys.emptyHint")} />}
      <ul>
        {list.data?.data.map((key) => (
          <KeyLine key={key.id} apiKey={key} />
        ))}
      </ul>
      {making && <NewKey close={() => setMaking(false)} />}
    </Panel>
  );
}

/** What a scope permits, in words. */
export function useScope(): (scope: string) => string {
  const { named } = useText(keysWords);
  return (scope) => named(`scope.${scope}`, scope);
}

function KeyLine({ apiKey }: { apiKey: Key }) {
  const { t, time } = useText(keysWords);
  const say = useSay();
  const scope = useScope();
  const { act, busy, error } = useAct();
  const [sure, setSure] = useState(false);
  const over = apiKey.expiresAt !== null && new Date(apiKey.expiresAt) < new Date();

  async function revoke() {
    const done = await act(() =>
      api.DELETE("/v1/dealership/api-keys/{id}", { params: { path: { id: apiKey.id } } }),
    );
    if (done) {
      say(t("keys.revoked", { name: apiKey.name }));
      await queries.invalidateQueries({ queryKey: ["api-keys"] });
    }
  }

  return (
    <li className="border-t border-line py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="mr-auto min-w-0">
          <strong>{apiKey.name}</strong> <code className="text-soft">{apiKey.beginning}…</code>
          <span className="block text-xs text-soft">
            {t("keys.made", { time: time(apiKey.createdAt) })} ·{" "}
            {apiKey.lastUsedAt === null ? t("keys.unused") : t("keys.used", { time: time(apiKey.lastUsedAt) })} ·{" "}
            <span className={over ? "text-warn" : ""}>
              {apiKey.expiresAt === null
                ? t("keys.noEnd")
                : t(over ? "keys.ended" : "keys.ends", { time: time(apiKey.expiresAt) })}
            </span>
          </span>
          <span className="block text-xs">{apiKey.scopes.map(scope).join(" · ")}</span>
        </div>
        <Button aria-label={`${t("keys.revoke")}: ${apiKey.name}`} onClick={() => setSure(true)}>
          {t("keys.revoke")}
        </Button>
      </div>
      {sure && (
        <Sure
          question={t("keys.sure", { name: apiKey.name })}
          answer={t("keys.revoke")}
          busy={busy}
          act={() => void revoke()}
          close={() => setSure(false)}
        />
      )}
      {error !== undefined && <Failure error={error} />}
    </li>
  );
}
