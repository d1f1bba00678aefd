import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { type Webhook, webhooks } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Once } from "../ui/once.tsx";
import { Button, Empty, Failure, Panel, Rows } from "../ui/parts.tsx";
import { Popup } from "../ui/popup.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { WebhookForm } from "./webhook-form.tsx";
import { settingsWords, webhooksWords } from "./words.ts";

/** Addresses that are told of what happens. */
export function Webhooks() {
  const { t } = useText(settingsWords, webhooksWords);
  const list = useQuery(webhooks());
  const [editing, setEditing] = useState<Webhook | "new">();
  const [secret, setSecret] = useState<string>();
  return (
    <Panel
      title={t("settings.webhooks")}
      aside={
        <Button kind="main" onClick={() => setEditing("new")}>
          {t("webhooks.make")}
        </Button>
      }
    >
      <p className="mb-3 max-w-prose text-soft">{t("webhooks.hint")}</p>
      {list.isPending && <Rows count={3} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data?.data.length === 0 && <Empty title={t("webhooks.empty")} hint={t("webhooks.emptyHint")} />}
      <ul>
        {list.data?.data.map((webhook) => (
          <WebhookLine key={webhook.id} webhook={webhook} edit={setEditing} show={setSecret} />
        ))}
      </ul>
      {editing !== undefined && (
        <WebhookForm
          webhook={editing === "new" ? undefined : editing}
          close={() => setEditing(undefined)}
          made={(made) => {
            setEditing(undefined);
            setSecret(made);
          }}
        />
      )}
      {secret !== undefined && (
        <Popup title={t("webhooks.secret")} close={() => setSecret(undefined)}>
          <p role="status" className="mb-3 font-medium">
            {t("webhooks.once")}
          </p>
          <Once label={t("webhooks.secret")} value={secret} />
          <div className="mt-3 flex justify-end">
            <Button kind="main" onClick={() => setSecret(undefined)}>
              {t("once.kept")}
            </Button>
          </div>
        </Popup>
      )}
    </Panel>
  );
}

function WebhookLine({
  webhook,
  edit,
  show,
}: {
  webhook: Webhook;
  edit: (webhook: Webhook) => void;
  show: (secret: string) => void;
}) {
  const { t, time, number } = useText(webhooksWords);
  const say = useSay();
  const { act, busy, error } = useAct();
  const [sure, setSure] = useState<"remove" | "secret">();
  const path = { params: { path: { id: webhook.id } } };
  const again = () => queries.invalidateQueries({ queryKey: ["webhooks"] });

  const test = () =>
    act(async () => {
      await api.POST("/v1/webhooks/{id}/test", path);
      say(t("webhooks.tested"));
      await again();
    });

  const turn = (active: boolean) =>
    act(async () => {
      await api.PATCH("/v1/webhooks/{id}", { ...path, body: { active } });
      await again();
    });

  async function doSure() {
    const what = sure;
    setSure(undefined);
    await act(async () => {
      if (what === "remove") {
        await api.DELETE("/v1/webhooks/{id}", path);
        say(t("webhooks.removed"));
      } else {
        show((await body(api.POST("/v1/webhooks/{id}/secret", path))).secret);
      }
      await again();
    });
  }

  return (
    <li className="border-t border-line py-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <strong className="min-w-0 break-all">{webhook.url}</strong>
        <span className={webhook.active ? "text-good" : "text-warn"}>
          {t(webhook.active ? "webhooks.active" : "webhooks.inactive")}
        </span>
      </div>
      <p className="text-soft">
        {webhook.description !== "" && `${webhook.description} · `}
        {t("webhooks.count", { count: number(webhook.events.length) })}
      </p>
      {webhook.disabledReason !== null && <p className="text-bad">{webhook.disabledReason}</p>}
      {webhook.failingSince !== null && (
        <p className="text-warn">{t("webhooks.failing", { time: time(webhook.failingSince) })}</p>
      )}
      {webhook.oldSecretUntil !== null && new Date(webhook.oldSecretUntil) > new Date() && (
        <p className="text-soft">{t("webhooks.oldSecret", { time: time(webhook.oldSecretUntil) })}</p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Link
          to="/settings/webhooks/$id"
          params={{ id: webhook.id }}
          className="inline-flex min-h-8 items-center text-accent underline"
        >
          {t("webhooks.log")}
        </Link>
        <Button disabled={busy || !webhook.active} onClick={() => void test()}>
          {t("webhooks.test")}
        </Button>
        <Button onClick={() => edit(webhook)}>{t("ask.change")}</Button>
        <Button disabled={busy} onClick={() => void turn(!webhook.active)}>
          {t(webhook.active ? "webhooks.turnOff" : "webhooks.turnOn")}
        </Button>
        <Button onClick={() => setSure("secret")}>{t("webhooks.newSecret")}</Button>
        <Button kind="danger" onClick={() => setSure("remove")}>
          {t("webhooks.remove")}
        </Button>
      </div>
      {sure !== undefined && (
        <Sure
          question={t(sure === "remove" ? "webhooks.removeSure" : "webhooks.secretSure")}
          answer={t(sure === "remove" ? "webhooks.remove" : "webhooks.newSecret")}
          busy={busy}
          act={() => void doSure()}
          close={() => setSure(undefined)}
        />
      )}
      {error !== undefined && <Failure error={error} />}
    </li>
  );
}
