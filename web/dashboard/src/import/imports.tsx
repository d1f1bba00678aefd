import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Import, imports, isOver } from "../api/imports.ts";
import { me } from "../api/queries.ts";
import { StockFeeds } from "../feeds/feeds.tsx";
import { HeldRemovals } from "../held/held.tsx";
import { useLine } from "../live/line.ts";
import { useText } from "../text/text.tsx";
import { Empty, Failure, Panel, Rows } from "../ui/parts.tsx";
import { Drop, Tick } from "./drop.tsx";
import { importWords } from "./words.ts";

const POLL = 2_000;

/** Where a stock file is dropped, the files that LotView fetches by itself, and the imports before. */
export function Imports() {
  const { t } = useText(importWords);
  const who = useQuery(me()).data;
  if (who === undefined) {
    return <Rows count={4} />;
  }
  if (who.role === "SALESPERSON") {
    return <Empty title={t("noRight")} hint={t("import.onlyManagers")} />;
  }
  return (
    <div className="space-y-4">
      <h1 className="text-lg font-semibold">{t("import.title")}</h1>
      <Drop mayArchive={who.role === "GM"} />
      <HeldRemovals />
      <StockFeeds />
      <Earlier />
    </div>
  );
}

function Earlier() {
  const { t } = useText(importWords);
  const line = useLine();
  const [tryouts, setTryouts] = useState(false);
  const list = useQuery({
    ...imports(),
    refetchInterval: ({ state }) =>
      line !== "live" && state.data?.data.some((one) => !isOver(one)) === true ? POLL : false,
  });
  const rows = (list.data?.data ?? []).filter((one) => tryouts || !one.dryRun);
  return (
    <Panel title={t("import.earlier")} aside={<Tick label={t("import.tryouts")} on={tryouts} change={setTryouts} />}>
      {list.isPending && <Rows count={3} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Empty title={t("import.none")} hint={t("import.noneHint")} />}
      <ul>
        {rows.map((one) => (
          <li key={one.importId}>
            <ImportLine one={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ImportLine({ one }: { one: Import }) {
  const { t, named, time, number } = useText(importWords);
  const figures = [
    [one.created, "import.wouldCreate"],
    [one.updated, "import.wouldUpdate"],
    [one.rejected, "import.rejected"],
    [one.vanished, "import.vanished"],
  ] as const;
  const said = figures.filter(([count]) => count > 0).map(([count, key]) => `${number(count)} ${t(key)}`);
  return (
    <Link
      to="/import/$id"
      params={{ id: one.importId }}
      className="grid min-h-12 grid-cols-[1fr_auto] items-center gap-x-3 border-b border-line px-1 py-1.5 hover:bg-hover sm:grid-cols-[2fr_8rem_3fr_11rem]"
    >
      <span className="truncate font-medium">
        {one.fileName} {one.dryRun && <span className="font-normal text-soft">({t("import.preview")})</span>}
      </span>
      <span className={one.state === "REFUSED" ? "text-bad" : "text-soft"}>
        {named(`import.state.${one.state}`, one.state)}
      </span>
      <span className="col-span-full truncate text-soft sm:col-span-1">
        {one.refusal ?? (said.length === 0 ? t("import.unchanged") : said.join(", "))}
      </span>
      <time dateTime={one.startedAt} className="col-span-full text-soft sm:col-span-1">
        {time(one.startedAt)}
      </time>
    </Link>
  );
}
