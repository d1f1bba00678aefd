import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type ColumnUse, type Import, forget, mappings, preview, remember, sendFile } from "../api/imports.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Panel, Rows } from "../ui/parts.tsx";
import { chosenFor, keepChosen } from "./chosen.ts";
import { importWords } from "./words.ts";

const NONE = "none";
// More is not previewed by the API.
const LARGEST = 20 * 1024 * 1024;

function useFieldName(): (field: string) => string {
  const { named } = useText(importWords);
  return (field) => named(`import.field.${field}`, named(`field.${field}`, field));
}

/** What each column is taken for, and the way to say it better. */
export function Columns({ one }: { one: Import }) {
  const { t } = useText(importWords);
  const go = useNavigate();
  const chosen = chosenFor(one.importId);
  const small = chosen !== undefined && chosen.file.size <= LARGEST;
  const seen = useQuery({
    queryKey: ["imports", "columns", one.importId],
    queryFn: () => preview(chosen!.file),
    enabled: small,
    staleTime: Infinity,
  });
  const known = useQuery(mappings());
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const maybe = new Map((one.columns ?? []).map((column) => [column.column, column.maybe]));
  // Without the file, or with a large one: the columns that were not understood.
  const columns: ColumnUse[] = seen.data ?? (one.columns ?? []).map((column) => ({ ...column, field: "" }));

  async function change(how: () => Promise<void>) {
    setBusy(true);
    setError(undefined);
    try {
      await how();
      if (chosen !== undefined) {
        const begun = await sendFile(chosen.file, chosen.wish, true);
        keepChosen(begun.importId, chosen);
        await go({ to: "/import/$id", params: { id: begun.importId }, replace: true });
      }
      setSaid(new Map());
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  }

  function say(column: string, field: string, before: string) {
    setSaid((all) => {
      const after = new Map(all);
      field === before ? after.delete(column) : after.set(column, field);
      return after;
    });
  }

  const remembered = Object.entries(known.data?.columns ?? {});
  if (columns.length === 0 && remembered.length === 0 && !seen.isFetching && !seen.isError) {
    return null;
  }
  return (
    <Panel title={t("import.columns")}>
      <p className="mb-2 text-soft">
        {t("import.columnsHint")} {chosen !== undefined && !small && t("import.tooLarge")}
      </p>
      {seen.isFetching && <Rows count={3} />}
      {/* A file that is no table was refused, and the page says so already. */}
      {seen.isError && one.refusal === null && <Failure error={seen.error} retry={() => void seen.refetch()} />}
      {known.isError && <Failure error={known.error} retry={() => void known.refetch()} />}
      {columns.length > 0 && (
        <div role="table" aria-label={t("import.columns")}>
          <div role="row" className="hidden gap-x-3 text-soft sm:grid sm:grid-cols-[1fr_2fr_14rem]">
            <span role="columnheader">{t("import.column")}</span>
            <span role="columnheader">{t("import.values")}</span>
            <span role="columnheader">{t("import.means")}</span>
          </div>
          {columns.map((use, index) => (
            <Column
              key={`${use.column} ${index}`}
              use={use}
              maybe={maybe.get(use.column)}
              fields={known.data?.fields ?? []}
              said={said.get(use.column)}
              say={(field) => say(use.column, field, use.field === "" ? NONE : use.field)}
            />
          ))}
        </div>
      )}
      {said.size > 0 && (
        <Button kind="main" className="mt-3" disabled={busy} onClick={() => void change(() => remember(said))}>
          {t("import.remember")}
        </Button>
      )}
      {remembered.length > 0 && (
        <Remembered columns={remembered} busy={busy} drop={(column) => void change(() => forget(column))} />
      )}
      {error !== undefined && (
        <div className="mt-2">
          <Failure error={error} />
        </div>
      )}
    </Panel>
  );
}

function Column({
  use,
  maybe,
  fields,
  said,
  say,
}: {
  use: ColumnUse;
  maybe: string | undefined;
  fields: string[];
  said: string | undefined;
  say: (field: string) => void;
}) {
  const { t } = useText(importWords);
  const nameOf = useFieldName();
  const now = use.field === "" ? NONE : use.field;
  // Some columns help to read others: a person cannot choose that, and need not lose it.
  const choices = fields.includes(now) ? fields : [now, ...fields];
  return (
    <div
      role="row"
      className="grid gap-x-3 gap-y-1 border-t border-line py-2 sm:grid-cols-[1fr_2fr_14rem] sm:items-center sm:py-1"
    >
      <span role="cell" className="font-medium break-words">
        {use.column}
        {maybe !== undefined && (
          <span className="block text-xs font-normal text-warn">
            {t("import.notUnderstood")}
            {maybe !== "" && `. ${t("import.maybe", { what: maybe })}`}
          </span>
        )}
      </span>
      <span role="cell" className="break-words text-soft">
        {use.samples.length === 0 ? "–" : use.samples.join(" · ")}
      </span>
      <span role="cell">
        <select
          aria-label={t("import.meansOf", { column: use.column })}
          value={said ?? now}
          onChange={(event) => say(event.target.value)}
          className={`min-h-8 w-full rounded border bg-panel px-2 ${said === undefined ? "border-line" : "border-accent"}`}
        >
          {choices.map((field) => (
            <option key={field} value={field}>
              {nameOf(field)}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

function Remembered({
  columns,
  busy,
  drop,
}: {
  columns: [string, string][];
  busy: boolean;
  drop: (column: string) => void;
}) {
  const { t } = useText(importWords);
  const nameOf = useFieldName();
  return (
    <section className="mt-4">
      <h3 className="text-soft">{t("import.remembered")}</h3>
      <ul>
        {columns.map(([column, field]) => (
          <li key={column} className="flex min-h-8 items-center gap-3">
            <span className="font-medium">{column}</span>
            <span className="mr-auto text-soft">{nameOf(field)}</span>
            <button
              type="button"
              disabled={busy}
              aria-label={t("import.forgetOf", { column })}
              className="min-h-6 text-accent underline disabled:opacity-50"
              onClick={() => drop(column)}
            >
              {t("import.forget")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
