import { type FormEvent, useState } from "react";
import { api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import type { Webhook } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Field } from "../ui/parts.tsx";
import { Popup } from "../ui/popup.tsx";
import { useSay } from "../ui/toast.tsx";
import { Ticks } from "./ticks.tsx";
import { webhooksWords } from "./words.ts";

// What a web hook can be told of.
const EVENTS = [
  "posting.completed",
  "posting.failed",
  "posting.needs_review",
  "posting.needs_login",
  "posting.queued",
  "posting.generating",
  "posting.ready",
  "posting.posting",
  "posting.progress",
  "posting.publishing",
  "posting.cancelled",
  "posting.deleted",
  "posting.removing",
  "posting.edited",
  "posting.renewed",
  "posting.approval_wanted",
  "posting.changed",
  "posting.change_failed",
  "listing.seen",
  "bulk.progress",
  "removals.held",
  "stockfeed.state",
  "fleet.away",
  "fleet.back",
  "session.invalid",
  "account.resting",
  "account.ownerWanted",
  "account.disconnected",
  "vehicle.updated",
] as const;

const STANDARD = ["posting.completed", "posting.failed"];

/** An event in words. */
export function useEventName(): (event: string) => string {
  const { named } = useText(webhooksWords);
  return (event) => named(`event.${event}`, event);
}

/** A new web hook, or a change of one. */
export function WebhookForm({
  webhook,
  close,
  made,
}: {
  webhook: Webhook | undefined;
  close: () => void;
  made: (secret: string) => void;
}) {
  const { t } = useText(webhooksWords);
  const say = useSay();
  const name = useEventName();
  const { act, busy, error } = useAct();
  const [none, setNone] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = {
      url: String(form.get("url")).trim(),
      description: String(form.get("description")).trim(),
      events: form.getAll("events").map(String),
    };
    setNone(given.events.length === 0);
    if (given.events.length === 0) {
      return;
    }
    void act(async () => {
      if (webhook === undefined) {
        made((await body(api.POST("/v1/webhooks", { body: given }))).secret);
      } else {
        await api.PATCH("/v1/webhooks/{id}", { params: { path: { id: webhook.id } }, body: given });
        say(t("ask.saved"));
        close();
      }
      await queries.invalidateQueries({ queryKey: ["webhooks", "list"] });
    });
  }

  return (
    <Popup title={t(webhook === undefined ? "webhooks.make" : "webhooks.change")} close={close}>
      <form onSubmit={submit} className="space-y-3">
        <Field
          label={t("webhooks.url")}
          name="url"
          type="url"
          placeholder="https://"
          defaultValue={webhook?.url}
          required
          maxLength={2000}
          autoFocus
        />
        <Field
          label={t("webhooks.description")}
          name="description"
          defaultValue={webhook?.description}
          maxLength={200}
        />
        <Ticks
          legend={t("webhooks.events")}
          name="events"
          values={EVENTS}
          ticked={webhook?.events ?? STANDARD}
          words={name}
        />
        {none && (
          <p role="alert" className="text-bad">
            {t("webhooks.noEvent")}
          </p>
        )}
        {error !== undefined && <Failure error={error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t("ask.close")}</Button>
          <Button type="submit" kind="main" disabled={busy}>
            {t("ask.save")}
          </Button>
        </div>
      </form>
    </Popup>
  );
}
