import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Posting, PostingStatus } from "../api/client.ts";
import { accounts, counts, postings } from "../api/queries.ts";
import { HeldRemovals } from "../held/held.tsx";
import { PostingLine } from "../postings/line.tsx";
import { Suggestions } from "../suggestions/suggestions.tsx";
import { useText } from "../text/text.tsx";
import { Failure, Panel, Rows } from "../ui/parts.tsx";
import { todayWords } from "./words.ts";

const NEEDS: PostingStatus[] = ["NEEDS_REVIEW", "NEEDS_LOGIN", "AWAITING_APPROVAL", "FAILED"];
const RUNNING: PostingStatus[] = ["POSTING", "PUBLISHING", "GENERATING"];
const NEXT: PostingStatus[] = ["READY", "QUEUED"];
const SHOWN = 8;

/** What needs a person, what runs, what starts next. */
export function Today() {
  const { t, number } = useText(todayWords);
  const total = useQuery(counts());
  const owners = useQuery(accounts());
  const lost = (owners.data?.data ?? []).filter((account) => account.state === "NEEDS_LOGIN");
  return (
    <div className="space-y-4">
      <header className="flex items-baseline justify-between">
        <h1 className="text-lg font-semibold">{t("today.title")}</h1>
        <Link to="/postings" search={{ status: ["POSTED"] }} className="text-accent underline">
          {t("today.live")}: {total.data === undefined ? "–" : number(total.data.counts["POSTED"] ?? 0)}
        </Link>
      </header>
      {lost.map((account) => (
        <Link key={account.id} to="/accounts" className="block rounded border border-warn px-3 py-2">
          {account.label}: <span className="text-accent underline">{t("account.NEEDS_LOGIN")}</span>
        </Link>
      ))}
      <Part title={t("today.needsYou")} status={NEEDS} none={t("today.quiet")} more />
      <HeldRemovals />
      <Suggestions />
      <Part title={t("today.running")} status={RUNNING} none={t("today.noneRunning")} />
      <Part title={t("today.next")} status={NEXT} none={t("today.noneNext")} sort="startsAt" />
    </div>
  );
}

function Part({
  title,
  status,
  none,
  more,
  sort,
}: {
  title: string;
  status: PostingStatus[];
  none: string;
  more?: boolean;
  /** The latest are first, unless said. */
  sort?: "startsAt";
}) {
  const { t } = useText(todayWords);
  const list = useInfiniteQuery(postings({ status, sort }));
  const rows: Posting[] = list.data?.pages.flatMap((page) => page.data) ?? [];
  const total = list.data?.pages[0]?.pagination?.total ?? rows.length;
  return (
    <Panel
      title={title}
      aside={
        <Link to="/postings" search={{ status }} className="text-accent underline">
          {total}
        </Link>
      }
    >
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Rows count={2} />}
      {list.isSuccess && rows.length === 0 && (
        <p className="text-soft">
          {none}
          {more === true && (
            <Link to="/inventory" search={{ posting: "NEVER" }} className="text-accent underline">
              {t("today.postSome")}
            </Link>
          )}
        </p>
      )}
      <ul className="-mx-2">
        {rows.slice(0, SHOWN).map((posting) => (
          <li key={posting.id}>
            <PostingLine posting={posting} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
