import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api/client.ts";
import { type StockFeed, stockFeeds } from "../api/feeds.ts";
import { queries } from "../api/queries.ts";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Panel, Rows } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { FeedForm } from "./feed-form.tsx";
import { useSchedule } from "./schedule.ts";
import { feedsWords } from "./words.ts";

/** The files that LotView fetches by itself, how each stands, and what to do with it. */
export function StockFeeds() {
  const { t } = useText(feedsWords);
  const list = useQuery(stockFeeds());
  const [editing, setEditing] = useState<StockFeed | "new">();
  return (
    <Panel title={t("feeds.title")} aside={<Button onClick={() => setEditing("new")}>{t("feeds.make")}</Button>}>
      <p className="mb-3 max-w-prose text-soft">{t("feeds.hint")}</p>
      {list.isPending && <Rows count={1} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data?.data.length === 0 && <p>{t("feeds.empty")}</p>}
      <ul>
        {list.data?.data.map((feed) => (
          <FeedLine key={feed.id} feed={feed} edit={() => setEditing(feed)} />
        ))}
      </ul>
      {editing !== undefined && (
        <FeedForm feed={editing === "new" ? undefined : editing} close={() => setEditing(undefined)} />
      )}
    </Panel>
  );
}

function FeedLine({ feed, edit }: { feed: StockFeed; edit: () => void }) {
  const { t, named, time, number } = useText(feedsWords);
  const { general } = useRole();
  const schedule = useSchedule();
  const say = useSay();
  const { act, busy, error } = useAct();
  const [sure, setSure] = useState(false);
  const path = { params: { path: { id: feed.id } } };
  const again = () => queries.invalidateQueries({ queryKey: ["stock-feeds"] });
  // Only who may archive may let a file archive.
  const mayRun = general || feed.missing !== "archive";

  const run = () =>
    act(async () => {
      await api.POST("/v1/vehicles/feeds/{id}/run", path);
      say(t("feeds.running"));
      await again();
    });

  const turn = (active: boolean) =>
    act(async () => {
      await api.PATCH("/v1/vehicles/feeds/{id}", { ...path, body: { active } });
      await again();
    });

  const remove = () =>
    act(async () => {
      await api.DELETE("/v1/vehicles/feeds/{id}", path);
      say(t("feeds.removed"));
      await again();
    });

  return (
    <li data-row className="border-t border-line py-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <strong className="min-w-0 break-words">{feed.name}</strong>
        <span className={feed.state === "WELL" ? "text-good" : "font-semibold text-bad"}>
          {named(`feedState.${feed.state}`, feed.state)}
        </span>
        {feed.since !== null && <span className="text-soft">{t("feeds.since", { time: time(feed.since) })}</span>}
      </div>
      <p className="break-all text-soft">{feed.url ?? t("feeds.dropFolder")}</p>
      <p className="text-soft">
        {[
          schedule(feed.schedule),
          feed.active ? t("feeds.next", { time: time(feed.nextAt) }) : t("feeds.off"),
          ...(feed.rows === null ? [] : [t("feeds.came", { time: time(feed.cameAt) }), t("feeds.rows", { count: number(feed.rows) })]),
          ...(feed.failures > 0 ? [t("feeds.failures", { count: number(feed.failures) })] : []),
        ].join(" · ")}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Link
          to="/import/feeds/$id"
          params={{ id: feed.id }}
          className="inline-flex min-h-8 items-center text-accent underline"
        >
          {t("feeds.runs")}
        </Link>
        {mayRun && (
          <Button disabled={busy} onClick={() => void run()}>
            {t("feeds.runNow")}
          </Button>
        )}
        <Button onClick={edit}>{t("ask.change")}</Button>
        <Button disabled={busy} onClick={() => void turn(!feed.active)}>
          {t(feed.active ? "feeds.turnOff" : "feeds.turnOn")}
        </Button>
        <Button kind="danger" onClick={() => setSure(true)}>
          {t("feeds.remove")}
        </Button>
      </div>
      {sure && (
        <Sure
          question={t("feeds.removeSure")}
          answer={t("feeds.remove")}
          busy={busy}
          act={() => void remove()}
          close={() => setSure(false)}
        />
      )}
      {error !== undefined && <Failure error={error} />}
    </li>
  );
}
