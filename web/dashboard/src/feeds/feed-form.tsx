import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Schemas, api } from "../api/client.ts";
import type { StockFeed } from "../api/feeds.ts";
import { me, queries } from "../api/queries.ts";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Choice } from "../ui/choice.tsx";
import { Button, Failure, Field } from "../ui/parts.tsx";
import { Popup } from "../ui/popup.tsx";
import { useSay } from "../ui/toast.tsx";
import { DAY, HOUR, timesOf, useSchedule } from "./schedule.ts";
import { feedsWords } from "./words.ts";

type Change = Schemas["StockFeedRequestChange"];
type Login = "keep" | "none" | "basic" | "header";

const DISTANCES = [15, 30, HOUR, 2 * HOUR, 4 * HOUR, 12 * HOUR, DAY];
const STANDARD = HOUR;
const TIMES = "times";

/** A new feed, or a change of one. */
export function FeedForm({ feed, close }: { feed: StockFeed | undefined; close: () => void }) {
  const { t } = useText(feedsWords);
  const { general } = useRole();
  const schedule = useSchedule();
  const say = useSay();
  const { act, busy, error } = useAct();
  const here = useQuery(me()).data?.dealership.timezone ?? "UTC";
  const given = feed?.schedule;
  const [login, setLogin] = useState<Login>(feed?.login ? "keep" : "none");
  const [when, setWhen] = useState(given?.at?.length ? TIMES : String(given?.everyMinutes ?? STANDARD));
  const zone = given?.at?.length ? given.zone : here;
  const distances = [...new Set([...DISTANCES, ...(given?.everyMinutes ? [given.everyMinutes] : [])])].sort((a, b) => a - b);

  /** What is sent of the sign-in; an empty secret takes it away. */
  function loginOf(form: FormData): Pick<Change, "login"> {
    if (login === "keep" || (login === "none" && !feed?.login)) {
      return {};
    }
    return login === "none"
      ? { login: { kind: "basic", name: "", secret: "" } }
      : { login: { kind: login, name: String(form.get("loginName")).trim(), secret: String(form.get("loginSecret")) } };
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const url = String(form.get("url") ?? "").trim();
    const wish = {
      name: String(form.get("name")).trim(),
      ...(url === "" ? {} : { url }),
      ...loginOf(form),
      schedule:
        when === TIMES ? { at: timesOf(String(form.get("times"))), zone } : { everyMinutes: Number(when) },
      ...(general ? { missing: form.has("whole") ? ("archive" as const) : ("keep" as const) } : {}),
      sold: form.has("relist") ? ("relist" as const) : ("keep" as const),
      active: form.has("active"),
    };
    void act(async () => {
      if (feed === undefined) {
        await api.POST("/v1/vehicles/feeds", { body: wish as Schemas["StockFeedRequest"] });
      } else {
        await api.PATCH("/v1/vehicles/feeds/{id}", { params: { path: { id: feed.id } }, body: wish });
      }
      say(t("ask.saved"));
      close();
      await queries.invalidateQueries({ queryKey: ["stock-feeds"] });
    });
  }

  return (
    <Popup title={t(feed === undefined ? "feeds.make" : "feeds.change")} close={close}>
      <form onSubmit={submit} className="space-y-3">
        <Field label={t("feeds.name")} name="name" defaultValue={feed?.name} required maxLength={100} autoFocus />
        {(feed === undefined || feed.url !== null) && (
          <div>
            <Field label={t("feeds.url")} name="url" inputMode="url" defaultValue={feed?.url ?? ""} maxLength={2000} />
            {feed === undefined && <p className="mt-1 text-xs text-soft">{t("feeds.urlHint")}</p>}
          </div>
        )}
        <Choice
          label={t("feeds.login")}
          name="login"
          value={login}
          onChange={(event) => setLogin(event.target.value as Login)}
          options={[
            ...(feed?.login ? [{ value: "keep", label: t("feeds.login.keep", { name: feed.login.name }) }] : []),
            { value: "none", label: t("feeds.login.none") },
            { value: "basic", label: t("feeds.login.basic") },
            { value: "header", label: t("feeds.login.header") },
          ]}
        />
        {(login === "basic" || login === "header") && (
          <div className="space-y-3">
            <Field
              label={t(login === "basic" ? "feeds.login.user" : "feeds.login.headerName")}
              name="loginName"
              autoComplete="off"
              required
              maxLength={200}
            />
            <Field
              label={t(login === "basic" ? "feeds.login.password" : "feeds.login.headerValue")}
              name="loginSecret"
              type="password"
              autoComplete="new-password"
              required
              maxLength={2000}
            />
            <p className="text-xs text-soft">{t("feeds.login.hint")}</p>
          </div>
        )}
        <Choice
          label={t("feeds.when")}
          name="when"
          value={when}
          onChange={(event) => setWhen(event.target.value)}
          options={[
            ...distances.map((minutes) => ({ value: String(minutes), label: schedule({ everyMinutes: minutes, zone }) })),
            { value: TIMES, label: t("feeds.atTimes") },
          ]}
        />
        {when === TIMES && (
          <Field
            label={t("feeds.times", { zone })}
            name="times"
            defaultValue={given?.at?.join(", ")}
            placeholder="06:30"
            required
          />
        )}
        {general && <Box name="whole" label={t("feeds.whole")} on={feed?.missing === "archive"} />}
        <Box name="relist" label={t("feeds.relist")} on={feed?.sold === "relist"} />
        <Box name="active" label={t("feeds.active")} on={feed?.active ?? true} />
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

function Box({ name, label, on }: { name: string; label: string; on: boolean }) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input type="checkbox" name={name} defaultChecked={on} />
      {label}
    </label>
  );
}
