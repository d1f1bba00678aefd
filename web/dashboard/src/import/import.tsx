import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { type Import, isOver, oneImport, sendFile, stop } from "../api/imports.ts";
import { queries } from "../api/queries.ts";
import { HeldRemovals } from "../held/held.tsx";
import { useLine } from "../live/line.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Panel, Rows } from "../ui/parts.tsx";
import { chosenFor } from "./chosen.ts";
import { Columns } from "./columns.tsx";
import { Rejected, Report } from "./report.tsx";
import { importWords } from "./words.ts";

const POLL = 2_000;

/** One import: what it will do, how far it is, what it did. */
export function ImportPage() {
  const { id } = useParams({ from: "/import/$id" });
  const line = useLine();
  const shown = useQuery({
    ...oneImport(id),
    refetchInterval: ({ state }) =>
      line !== "live" && state.data !== undefined && !isOver(state.data) ? POLL : false,
  });
  if (shown.data === undefined) {
    return shown.isError ? (
      <Failure error={shown.error} retry={() => void shown.refetch()} />
    ) : (
      <Rows count={6} />
    );
  }
  return <Shown key={id} one={shown.data} />;
}

function Shown({ one }: { one: Import }) {
  const { t, time } = useText(importWords);
  // The header is line 1.
  const about = (one.warnings ?? []).filter((warning) => warning.line <= 1);
  return (
    <div className="space-y-4">
      <header>
        <h1 className="text-lg font-semibold">
          {t(one.dryRun ? "import.willHappen" : "import.happened")}{" "}
          <span className="font-normal text-soft">{one.fileName}</span>
        </h1>
        <p className="text-soft">
          {one.dryRun ? t("import.preview") : t("nav.import")}, {time(one.startedAt)}
        </p>
      </header>
      {one.refusal !== null && (
        <p role="alert" className="rounded border border-bad px-3 py-2">
          <strong className="block">{t("import.refused")}</strong>
          {one.refusal}
        </p>
      )}
      {one.state === "CANCELLED" && <p role="status">{t("import.stopped")}</p>}
      {!isOver(one) && <Progress one={one} />}
      {one.refusal === null && one.state !== "WAITING" && <Figures one={one} />}
      {one.state === "DONE" && one.dryRun ? <Run one={one} /> : isOver(one) && <Next stored={one.state !== "REFUSED"} />}
      {!one.dryRun && isOver(one) && <HeldRemovals />}
      <Rejected one={one} />
      {about.length > 0 && (
        <Panel title={t("import.aboutFile")}>
          <ul className="list-disc pl-5">
            {about.map((warning, index) => (
              <li key={index}>
                {warning.column !== "" && <strong>{warning.column}: </strong>}
                {warning.reason} {warning.suggestion}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {one.dryRun && isOver(one) && <Columns one={one} />}
      {one.state !== "REFUSED" && isOver(one) && <Report one={one} />}
    </div>
  );
}

const BAR =
  "h-2 w-full appearance-none overflow-hidden rounded bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent";

function Progress({ one }: { one: Import }) {
  const { t, number } = useText(importWords);
  const [error, setError] = useState<unknown>();
  const said =
    one.state === "WAITING"
      ? t("import.waiting")
      : one.rows === 0
        ? t("import.reading")
        : t("import.running", { done: number(one.done), rows: number(one.rows) });

  async function end() {
    setError(undefined);
    try {
      await stop(one.importId);
      await queries.invalidateQueries({ queryKey: ["imports"] });
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <div className="space-y-2">
      <div className="flex items-center gap-3">
        <label className="flex-1">
          <span role="status" className="mb-1 block">
            {said}
          </span>
          {one.rows === 0 ? (
            <progress className={BAR} />
          ) : (
            <progress className={BAR} max={one.rows} value={one.done} />
          )}
        </label>
        <Button onClick={() => void end()}>{t("import.stop")}</Button>
      </div>
      {error !== undefined && <Failure error={error} />}
    </div>
  );
}

function Figures({ one }: { one: Import }) {
  const { t, number } = useText(importWords);
  const always = [
    ["import.wouldCreate", one.created],
    ["import.wouldUpdate", one.updated],
    ["import.unchanged", one.unchanged],
    ["import.rejected", one.rejected],
  ] as const;
  const rarely = [
    ["import.vanished", one.vanished],
    ["import.held", one.held],
    ["import.returned", one.returned],
    ["import.stillSold", one.stillSold],
  ] as const;
  const figures = [...always, ...rarely.filter(([, count]) => count > 0)];
  return (
    <>
      <dl className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-8">
        {figures.map(([key, count]) => (
          <div key={key} className="flex flex-col-reverse justify-end rounded border border-line bg-panel px-3 py-2">
            <dt className="text-soft">{t(key)}</dt>
            <dd
              className={`text-lg font-semibold tabular-nums ${key === "import.rejected" && count > 0 ? "text-bad" : ""}`}
            >
              {number(count)}
            </dd>
          </div>
        ))}
      </dl>
      {one.held > 0 && <p className="text-warn">{t("import.heldHint")}</p>}
    </>
  );
}

/** From the preview to the import itself. */
function Run({ one }: { one: Import }) {
  const { t, number } = useText(importWords);
  const go = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const chosen = chosenFor(one.importId);
  if (chosen === undefined) {
    return (
      <p>
        {t("import.again")}{" "}
        <Link to="/import" className="text-accent underline">
          {t("import.choose")}
        </Link>
      </p>
    );
  }
  const { file, wish } = chosen;

  async function run() {
    setBusy(true);
    setError(undefined);
    try {
      const begun = await sendFile(file, wish, false);
      await go({ to: "/import/$id", params: { id: begun.importId } });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="main" disabled={busy} onClick={() => void run()}>
          {busy ? t("import.sending", { name: one.fileName }) : t("import.do")}
        </Button>
        <span className="text-soft">{t("import.doHint")}</span>
        {one.vanished > 0 && (
          <strong className="text-warn">{t("import.vanishSure", { count: number(one.vanished) })}</strong>
        )}
      </div>
      {error !== undefined && <Failure error={error} />}
    </div>
  );
}

function Next({ stored }: { stored: boolean }) {
  const { t } = useText(importWords);
  return (
    <p className="flex flex-wrap gap-4">
      {stored && (
        <Link to="/inventory" className="text-accent underline">
          {t("import.toStock")}
        </Link>
      )}
      <Link to="/import" className="text-accent underline">
        {t("import.another")}
      </Link>
    </p>
  );
}

