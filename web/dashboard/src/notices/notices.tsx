import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Notice, notices, read, readUntil } from "../api/notices.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Empty, Failure, Rows } from "../ui/parts.tsx";
import { RowLink } from "../ui/row-link.tsx";
import { inAppWords } from "./words.ts";

/** What LotView tells the person, the newest first; each leads to its place. */
export function Notices() {
  const { t } = useText(inAppWords);
  const list = useInfiniteQuery(notices());
  const { act, busy, error } = useAct();
  const all = list.data?.pages.flatMap((page) => page.data) ?? [];
  const newest = all[0];
  return (
    <div>
      <header className="mb-3 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-lg font-semibold">{t("nav.notices")}</h1>
        <Link to="/settings/notices" className="text-accent underline">
          {t("inApp.choose")}
        </Link>
        {newest !== undefined && all.some((one) => one.readAt === null) && (
          <Button disabled={busy} onClick={() => void act(() => readUntil(newest))}>
            {t("inApp.readAll")}
          </Button>
        )}
      </header>
      {error !== undefined && <Failure error={error} />}
      {list.isPending && <Rows count={6} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && all.length === 0 && <Empty title={t("inApp.none")} hint={t("inApp.noneHint")} />}
      <ul className="border-t border-line bg-panel">
        {all.map((one) => (
          <li key={one.id}>
            <Line notice={one} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-3" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("ask.more")}
        </Button>
      )}
    </div>
  );
}

function Line({ notice }: { notice: Notice }) {
  const { t, time } = useText(inAppWords);
  const isNew = notice.readAt === null;
  return (
    <RowLink
      to={notice.path.replace(/^\/app(?=\/)/, "")}
      data-row
      className="block border-b border-line px-3 py-2 hover:bg-hover"
      // Who follows it has read it.
      onClickCapture={() => void (isNew && read(notice).catch(() => undefined))}
    >
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className={`min-w-0 break-words ${isNew ? "font-semibold" : ""}`}>{notice.title}</span>
        {isNew && <span className="rounded border border-accent px-1.5 text-xs leading-5 text-accent">{t("inApp.new")}</span>}
        <time dateTime={notice.createdAt} className="ml-auto text-soft">
          {time(notice.createdAt)}
        </time>
      </span>
      <span className="block break-words text-soft">{notice.text}</span>
    </RowLink>
  );
}
