import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { type Import, type ReportRow, report, reportFile } from "../api/imports.ts";
import { useText } from "../text/text.tsx";
import { useGrowing } from "../ui/long-answer.ts";
import { LongList } from "../ui/long-list.tsx";
import { Button, Failure, Panel, Rows } from "../ui/parts.tsx";
import { Tick } from "./drop.tsx";
import { importWords } from "./words.ts";

/** Row by row: what became of it, and what is to be said of its cells. */
export function Report({ one }: { one: Import }) {
  const { t } = useText(importWords);
  const all = useSearch({ from: "/import/$id" }).all === true;
  const go = useNavigate({ from: "/import/$id" });
  const list = useInfiniteQuery(report(one.importId, all));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const more = useCallback(() => void list.fetchNextPage(), [list.fetchNextPage]);
  const growing = useGrowing(rows, list.hasNextPage ? more : undefined);
  const [error, setError] = useState<unknown>();

  async function download() {
    setError(undefined);
    try {
      const address = URL.createObjectURL(await reportFile(one.importId, all));
      const link = document.createElement("a");
      link.href = address;
      link.download = `${one.fileName}-report.csv`;
      link.click();
      URL.revokeObjectURL(address);
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <Panel
      title={t("import.report")}
      aside={
        <span className="flex flex-wrap items-center justify-end gap-3">
          <Tick
            label={t("import.all")}
            on={all}
            change={(on) => void go({ search: { all: on || undefined }, replace: true, resetScroll: false })}
          />
          <Button onClick={() => void download()}>{t("import.download")}</Button>
        </span>
      }
    >
      {error !== undefined && <Failure error={error} />}
      {list.isPending && <Rows count={4} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <p className="text-soft">{t(one.rows === 0 ? "import.noRows" : "import.noRemarks")}</p>
      )}
      <LongList {...growing} height={44} label={t("import.report")}>
        {(row) => <Line row={row} />}
      </LongList>
    </Panel>
  );
}

/** What is said of a cell, and what a person can do about it. */
function Remark({ cell }: { cell: ReportRow["cells"][number] }) {
  return (
    <>
      {cell.column !== "" && <strong className="font-medium">{cell.column}: </strong>}
      {cell.value !== "" && <span className="text-soft">“{cell.value}”: </span>}
      {cell.reason}
      {cell.suggestion !== "" && <span className="block text-soft">{cell.suggestion}</span>}
    </>
  );
}

/** The first rejected rows, which are lost among the remarks of a large file. */
export function Rejected({ one }: { one: Import }) {
  const { t } = useText(importWords);
  const problems = one.problems ?? [];
  return problems.length === 0 ? null : (
    <Panel title={t("import.rejectedRows")}>
      <ul className="space-y-1">
        {problems.map((problem) => (
          <li key={problem.line} className="grid gap-x-3 break-words sm:grid-cols-[10rem_1fr]">
            <span>{t("import.row", { row: problem.line })}</span>
            <span className="min-w-0">
              <Remark cell={problem} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const TONES: Record<string, string> = { REJECTED: "text-bad", CREATED: "text-good", UPDATED: "text-accent" };

function Line({ row }: { row: ReportRow }) {
  const { t, named } = useText(importWords);
  return (
    <div className="grid gap-x-3 border-b border-line py-1.5 sm:grid-cols-[10rem_1fr]">
      <p>
        {row.vehicleId === null ? (
          t("import.row", { row: row.row })
        ) : (
          <Link
            to="/inventory/$id"
            params={{ id: row.vehicleId }}
            aria-label={`${t("import.row", { row: row.row })}: ${t("import.open")}`}
            className="text-accent underline"
          >
            {t("import.row", { row: row.row })}
          </Link>
        )}{" "}
        <span className={TONES[row.outcome] ?? "text-soft"}>{named(`import.outcome.${row.outcome}`, row.outcome)}</span>
      </p>
      <ul className="min-w-0">
        {row.cells.map((cell, index) => (
          <li key={index} className="break-words">
            <Remark cell={cell} />
          </li>
        ))}
      </ul>
    </div>
  );
}
