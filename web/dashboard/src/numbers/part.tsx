import type { ReactNode } from "react";
import { useText } from "../text/text.tsx";
import { Button, Panel } from "../ui/parts.tsx";
import { numbersWords } from "./words.ts";

/** A chart with its table, and the table as a file. */
export function Part({
  title,
  none,
  save,
  chart,
  head,
  children,
}: {
  title: string;
  /** Said when there is nothing to show. */
  none: string | undefined;
  save: () => void;
  chart: ReactNode;
  head: string[];
  children: ReactNode;
}) {
  const { t } = useText(numbersWords);
  return (
    <Panel
      title={title}
      {...(none === undefined && {
        aside: (
          <Button className="ml-3 shrink-0" aria-label={`${t("numbers.csv")}: ${title}`} onClick={save}>
            {t("numbers.csv")}
          </Button>
        ),
      })}
    >
      {none !== undefined ? (
        <p className="text-soft">{none}</p>
      ) : (
        <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
          <div className="min-w-0">{chart}</div>
          <div
            role="region"
            aria-label={title}
            tabIndex={0}
            className="max-h-[32rem] min-w-0 overflow-auto border-t border-line lg:border-t-0"
          >
            <table className="w-full text-left">
              <thead className="text-xs text-soft">
                <tr>
                  {head.map((name, index) => (
                    <th key={name} scope="col" className={`py-1 font-normal ${index === 0 ? "" : "pl-3 text-right"}`}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>{children}</tbody>
            </table>
          </div>
        </div>
      )}
    </Panel>
  );
}

/** A line of such a table: its name, and its figures. */
export function PartLine({ name, cells }: { name: ReactNode; cells: string[] }) {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-1.5 font-medium break-words">
        {name}
      </th>
      {cells.map((cell, index) => (
        <td key={index} className="py-1.5 pl-3 text-right whitespace-nowrap tabular-nums">
          {cell}
        </td>
      ))}
    </tr>
  );
}
