import { Link } from "@tanstack/react-router";
import type { NumbersLine } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { saveCsv } from "../ui/csv.ts";
import { Bars } from "./bars.tsx";
import { Part, PartLine } from "./part.tsx";
import { numbersWords } from "./words.ts";

/** What failed, by the cause. */
export function Why({ lines, file }: { lines: NumbersLine[]; file: string }) {
  const { t, named, number } = useText(numbersWords);
  const times = new Map<string, number>();
  lines.forEach((line) =>
    Object.entries(line.failed).forEach(([code, more]) => times.set(code, (times.get(code) ?? 0) + more)),
  );
  const causes = [...times].sort((one, other) => other[1] - one[1]);
  const words = (code: string) => named(`why.${code}`, code);
  return (
    <Part
      title={t("numbers.why")}
      none={causes.length === 0 ? t("numbers.noFailures") : undefined}
      head={[t("numbers.cause"), t("numbers.times")]}
      save={() =>
        saveCsv(file, [
          [t("numbers.cause"), t("numbers.code"), t("numbers.times")],
          ...causes.map(([code, count]) => [words(code), code, count]),
        ])
      }
      chart={
        <>
          <Bars
            bars={causes.map(([code, count]) => ({
              id: code,
              label: words(code),
              good: 0,
              failed: count,
              text: number(count),
            }))}
          />
          <Link to="/postings" search={{ status: ["FAILED"] }} className="text-accent underline">
            {t("numbers.showFailed")}
          </Link>
        </>
      }
    >
      {causes.map(([code, count]) => (
        <PartLine
          key={code}
          name={
            <>
              {words(code)}
              <span className="block text-xs font-normal text-soft">{code}</span>
            </>
          }
          cells={[number(count)]}
        />
      ))}
    </Part>
  );
}
