import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Vehicle } from "../api/client.ts";
import { vehicles } from "../api/queries.ts";
import type { Numbers } from "../api/settings.ts";
import { nameOf } from "../postings/line.tsx";
import { useText } from "../text/text.tsx";
import { saveCsv } from "../ui/csv.ts";
import { Bars } from "./bars.tsx";
import { Part, PartLine } from "./part.tsx";
import { numbersWords } from "./words.ts";

const IN_CHART = 15;
const IN_TABLE = 100;

/** What stands longest on the lot without a listing. */
export function NeverPosted({ never, file }: { never: Numbers["neverPosted"]; file: string }) {
  const { t, number } = useText(numbersWords);
  // Their names: the numbers have ids only.
  const stock = useInfiniteQuery(vehicles({ posting: "NEVER,UNDER_WAY,NEEDS_PERSON,ENDED", sort: "-daysOnLot" }));
  const known = new Map<string, Vehicle>();
  stock.data?.pages.forEach((page) => page.data.forEach((vehicle) => known.set(vehicle.id, vehicle)));
  const rows = never?.vehicles.slice(0, IN_TABLE) ?? [];
  const name = (id: string) => {
    const vehicle = known.get(id);
    return vehicle === undefined ? t("numbers.vehicle") : `${nameOf(vehicle)} (${vehicle.stockNumber})`;
  };
  const days = (count: number | null) => (count === null ? "–" : number(count));
  return (
    <Part
      title={t("numbers.never")}
      none={
        never === null ? t("numbers.neverUnknown") : never.vehicles.length === 0 ? t("numbers.neverNone") : undefined
      }
      head={[t("numbers.vehicle"), t("numbers.daysOnLot")]}
      save={() =>
        saveCsv(file, [
          [t("numbers.vehicle"), t("field.stockNumber"), t("numbers.daysOnLot")],
          ...rows.map(({ id, daysOnLot }) => {
            const vehicle = known.get(id);
            return [vehicle === undefined ? id : nameOf(vehicle), vehicle?.stockNumber, daysOnLot];
          }),
        ])
      }
      chart={
        <>
          <Bars
            bars={rows
              .filter(({ daysOnLot }) => daysOnLot !== null)
              .slice(0, IN_CHART)
              .map(({ id, daysOnLot }) => ({
                id,
                label: name(id),
                good: daysOnLot ?? 0,
                text: t("numbers.daysShort", { days: days(daysOnLot) }),
              }))}
          />
          {rows.every(({ daysOnLot }) => daysOnLot === null) && <p className="text-soft">{t("numbers.noDays")}</p>}
          <Link to="/inventory" search={{ posting: "NEVER", sort: "-daysOnLot" }} className="text-accent underline">
            {t("numbers.postThem")}
          </Link>
        </>
      }
    >
      {rows.map(({ id, daysOnLot }) => (
        <PartLine
          key={id}
          name={
            <Link to="/inventory/$id" params={{ id }} className="hover:underline">
              {name(id)}
            </Link>
          }
          cells={[days(daysOnLot)]}
        />
      ))}
    </Part>
  );
}
