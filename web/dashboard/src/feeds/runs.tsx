import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api/client.ts";
import { type FeedRun, feedRuns, stockFeeds } from "../api/feeds.ts";
import { queries } from "../api/queries.ts";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Empty, Failure, Panel, Rows } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { feedsWords } from "./words.ts";

/** How the runs of a feed went, the newest first. */
export function FeedRuns() {
  const { t } = useText(feedsWords);
  const { id } = useParams({ from: "/import/feeds/$id" });
  const { manager } = useRole();
  const feed = useQuery({ ...stockFeeds(), enabled: manager }).data?.data.find((one) => one.id === id);
  const list = useInfiniteQuery(feedRuns(id));
  const runs = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="space-y-3">
      <h1 className="text-lg font-semibold">{feed?.name ?? t("feeds.title")}</h1>
      <p>
        <Link to="/import" className="text-accent underline">
          {t("feeds.back")}
        </Link>
      </p>
      <Panel title={t("feeds.runs")}>
        {list.isPending && <Rows count={4} />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && runs.length === 0 && <Empty title={t("feeds.noRun")} />}
        <ul>
          {runs.map((run, place) => (
            // Only the last run can be accepted: an older one says nothing of today's file.
            <RunLine key={run.id} run={run} decide={place === 0 && run.state === "HELD"} archives={feed?.missing === "archive"} />
          ))}
        </ul>
        {list.hasNextPage && (
          <Button className="mt-3" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("ask.more")}
          </Button>
        )}
      </Panel>
    </div>
  );
}

const FIGURES = ["created", "updated", "unchanged", "rejected", "vanished", "held", "returned", "stillSold"] as const;
const TONES: Partial<Record<string, string>> = { DONE: "text-good", FAILED: "text-bad", HELD: "text-warn" };

function RunLine({ run, decide, archives }: { run: FeedRun; decide: boolean; archives: boolean }) {
  const { t, named, time, number } = useText(feedsWords);
  const { general } = useRole();
  const say = useSay();
  const { act, busy, error } = useAct();
  const [sure, setSure] = useState(false);
  const figures = run.figures;
  const said = FIGURES.filter((key) => (figures?.[key] ?? 0) > 0).map(
    (key) => `${number(figures?.[key] ?? 0)} ${t(`feedFigure.${key}`)}`,
  );
  const accept = () =>
    act(async () => {
      await api.POST("/v1/vehicles/feeds/{id}/runs/{runId}/accept", {
        params: { path: { id: run.feedId, runId: run.id } },
      });
      setSure(false);
      say(t("feeds.accepted"));
      await queries.invalidateQueries({ queryKey: ["stock-feeds"] });
    });
  return (
    <li data-row className="border-t border-line py-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <strong className={TONES[run.state] ?? ""}>{named(`feedRun.${run.state}`, run.state)}</strong>
        <span className="text-soft">
          {time(run.finishedAt ?? run.dueAt)} · {named(`feedCause.${run.cause}`, run.cause)}
          {run.bytes > 0 && ` · ${t("feeds.bytes", { count: number(Math.ceil(run.bytes / 1000)) })}`}
        </span>
        {run.importId !== null && (
          <Link to="/import/$id" params={{ id: run.importId }} className="ml-auto text-accent underline">
            {t("feeds.report")}
          </Link>
        )}
      </div>
      {run.reason !== null && <p className={run.state === "FAILED" ? "text-bad" : ""}>{run.reason}</p>}
      {said.length > 0 && <p>{said.join(", ")}</p>}
      {run.difference !== null && <Changed difference={run.difference} />}
      {decide && (!archives || general) && (
        <Button kind="main" className="mt-1" disabled={busy || sure} onClick={() => setSure(true)}>
          {t("feeds.accept")}
        </Button>
      )}
      {sure && (
        <Sure
          question={t("feeds.acceptSure", { count: number(run.figures?.held ?? 0) })}
          answer={t("feeds.accept")}
          busy={busy}
          act={() => void accept()}
          close={() => setSure(false)}
        />
      )}
      {error !== undefined && <Failure error={error} />}
    </li>
  );
}

/** What is said of other columns than in the run before. */
function Changed({ difference }: { difference: NonNullable<FeedRun["difference"]> }) {
  const { t } = useText(feedsWords);
  const changes = [
    ["feeds.unknownNow", difference.newlyUnknown, "text-warn"],
    ["feeds.warnedNow", difference.newlyWarned, "text-warn"],
    ["feeds.wellAgain", difference.recovered, "text-soft"],
  ] as const;
  return (
    <>
      {changes
        .filter(([, columns]) => columns.length > 0)
        .map(([key, columns, tone]) => (
          <p key={key} className={`break-words ${tone}`}>
            {t(key, { columns: columns.join(", ") })}
          </p>
        ))}
    </>
  );
}
