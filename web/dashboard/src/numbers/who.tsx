import type { NumbersLine } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { saveCsv } from "../ui/csv.ts";
import { Bars } from "./bars.tsx";
import { duration } from "./duration.ts";
import { Part, PartLine } from "./part.tsx";
import { numbersWords } from "./words.ts";

const IN_CHART = 15;

export function failedOf(line: NumbersLine): number {
  return Object.values(line.failed).reduce((sum, times) => sum + times, 0);
}

/** What each person or each account posted, and how fast. */
export function Who({ title, first, lines, file }: { title: string; first: string; lines: NumbersLine[]; file: string }) {
  const { t, number, language } = useText(numbersWords);
  const name = (line: NumbersLine) => line.name ?? t("numbers.gone");
  const head = [first, t("numbers.posted"), t("numbers.failed"), t("numbers.fast"), t("numbers.days")];
  const text = (line: NumbersLine) => {
    const failed = failedOf(line);
    return failed === 0
      ? number(line.posted)
      : t("numbers.postedAndFailed", { posted: number(line.posted), failed: number(failed) });
  };
  return (
    <Part
      title={title}
      none={lines.length === 0 ? t("numbers.noneInMonth") : undefined}
      head={head}
      save={() =>
        saveCsv(file, [
          [first, t("numbers.posted"), t("numbers.failed"), t("numbers.fastSeconds"), t("numbers.days")],
          ...lines.map((line) => [
            name(line),
            line.posted,
            failedOf(line),
            line.medianSecondsToLive,
            line.medianDaysOnLot,
          ]),
        ])
      }
      chart={
        <Bars
          bars={lines
            .slice(0, IN_CHART)
            .map((line) => ({ id: line.id, label: name(line), good: line.posted, failed: failedOf(line), text: text(line) }))}
        />
      }
    >
      {lines.map((line) => (
        <PartLine
          key={line.id}
          name={name(line)}
          cells={[
            number(line.posted),
            number(failedOf(line)),
            line.medianSecondsToLive === null ? "–" : duration(line.medianSecondsToLive, language),
            line.medianDaysOnLot === null ? "–" : number(line.medianDaysOnLot),
          ]}
        />
      ))}
    </Part>
  );
}
