import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, body } from "../api/client.ts";
import { me, queries } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { endOfDay } from "@lotview/shared/src/zone.ts";
import { useAct } from "../ui/act.ts";
import { Once } from "../ui/once.tsx";
import { Button, Failure, Field } from "../ui/parts.tsx";
import { Popup } from "../ui/popup.tsx";
import { useScope } from "./keys.tsx";
import { Ticks } from "./ticks.tsx";
import { keysWords } from "./words.ts";

// What a key may be given: all permissions but those that are for people only.
const SCOPES = [
  "vehicles.read",
  "vehicles.write",
  "vehicles.suggest",
  "vehicles.archive",
  "vehicles.costs",
  "postings.read",
  "postings.create",
  "postings.bulk",
  "postings.cancel",
  "postings.remove",
  "postings.approve",
  "postings.resolve",
  "fb-accounts.choose",
  "fb-accounts.read",
  "fb-accounts.share",
  "fb-accounts.validate",
  "listings.generate",
  "numbers.read",
  "audit.read",
] as const;

const STANDARD = ["vehicles.read", "postings.read"];

/** Makes a key, and shows it this once. */
export function NewKey({ close }: { close: () => void }) {
  const { t } = useText(keysWords);
  const zone = useQuery(me()).data?.dealership.timezone;
  const scope = useScope();
  const { act, busy, error } = useAct();
  const [none, setNone] = useState(false);
  const [key, setKey] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const scopes = form.getAll("scopes").map(String);
    const until = String(form.get("until"));
    setNone(scopes.length === 0);
    if (scopes.length === 0) {
      return;
    }
    void act(async () => {
      const made = await body(
        api.POST("/v1/dealership/api-keys", {
          body: {
            name: String(form.get("name")).trim(),
            scopes,
            ...(until === "" || zone === undefined ? {} : { expiresAt: endOfDay(until, zone) }),
          },
        }),
      );
      setKey(made.key);
      await queries.invalidateQueries({ queryKey: ["api-keys"] });
    });
  }

  if (key !== undefined) {
    return (
      <Popup title={t("keys.isMade")} close={close}>
        <p role="status" className="mb-3 font-medium">
          {t("keys.once")}
        </p>
        <Once label={t("keys.key")} value={key} />
        <div className="mt-3 flex justify-end">
          <Button kind="main" onClick={close}>
            {t("once.kept")}
          </Button>
        </div>
      </Popup>
    );
  }
  return (
    <Popup title={t("keys.make")} close={close}>
      <form onSubmit={submit} className="space-y-3">
        <Field label={t("keys.name")} name="name" required maxLength={100} autoFocus autoComplete="off" />
        <Ticks legend={t("keys.scopes")} name="scopes" values={SCOPES} ticked={STANDARD} words={scope} />
        {none && (
          <p role="alert" className="text-bad">
            {t("keys.noScope")}
          </p>
        )}
        <Field label={t("keys.until")} name="until" type="date" />
        {error !== undefined && <Failure error={error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t("ask.close")}</Button>
          <Button type="submit" kind="main" disabled={busy}>
            {t("keys.make")}
          </Button>
        </div>
      </form>
    </Popup>
  );
}
