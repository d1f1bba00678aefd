import { useState } from "react";
import type { Vehicle } from "../api/client.ts";
import { useDistance } from "../inventory/line.tsx";
import { useText } from "../text/text.tsx";
import { Button, Panel } from "../ui/parts.tsx";
import { Correct } from "./correct.tsx";
import { vehicleWords } from "./words.ts";

const FACTS = [
  "stockNumber",
  "vin",
  "price",
  "mileage",
  "exteriorColor",
  "interiorColor",
  "bodyStyle",
  "drivetrain",
  "transmission",
  "engine",
  "fuelType",
  "condition",
  "conditionGrade",
  "status",
  "lotDate",
] as const;

// Which of the closed values was read from a fact's cell.
const READINGS: Partial<Record<(typeof FACTS)[number], string>> = {
  bodyStyle: "body",
  drivetrain: "drive",
  transmission: "gearbox",
  fuelType: "fuel",
  condition: "condition",
};
const READ = Object.values(READINGS);

/** A code of the API as a word, where it has none of its own. */
function word(code: string): string {
  return code.length <= 3 ? code : code.charAt(0) + code.slice(1).toLowerCase().replaceAll("_", " ");
}

/** What is known of a vehicle and where it comes from; managers correct it in place. */
export function Facts({
  vehicle,
  manager,
  focus,
  correct,
}: {
  vehicle: Vehicle;
  manager: boolean;
  /** The field that is corrected first; undefined while nothing is. */
  focus: string | undefined;
  correct: (field: string | undefined) => void;
}) {
  const { t } = useText(vehicleWords);
  const [saved, setSaved] = useState(false);
  return (
    <Panel
      title={t("vehicle.facts")}
      aside={
        manager &&
        focus === undefined && (
          <Button
            aria-keyshortcuts="e"
            onClick={() => {
              setSaved(false);
              correct("stockNumber");
            }}
          >
            {t("correct.do")}
          </Button>
        )
      }
    >
      {focus === undefined ? (
        <Shown vehicle={vehicle} />
      ) : (
        <Correct
          vehicle={vehicle}
          focus={focus}
          close={(done) => {
            setSaved(done);
            correct(undefined);
          }}
        />
      )}
      <p role="status" className={saved ? "mt-2 text-good" : "sr-only"}>
        {saved && t("correct.saved")}
      </p>
    </Panel>
  );
}

function Shown({ vehicle }: { vehicle: Vehicle }) {
  const { t, named, money, number } = useText(vehicleWords);
  const distance = useDistance();
  const shown = (name: (typeof FACTS)[number]) => {
    const value = vehicle[name];
    if (value === null || value === undefined) {
      return "–";
    }
    return name === "price"
      ? money(vehicle.price, vehicle.priceCurrency)
      : name === "mileage"
        ? distance(vehicle)
        : typeof value === "number"
          ? number(value)
          : named(`value.${value}`, value);
  };
  const said = (value: string | undefined) => (value === undefined ? "–" : named(`value.${value}`, word(value)));
  const others = Object.entries(vehicle.meaning).filter(([name]) => !READ.includes(name));
  return (
    <>
      <dl className="grid grid-cols-[8rem_1fr] gap-x-2 gap-y-1 sm:grid-cols-[9rem_1fr]">
        {FACTS.map((name) => {
          const reading = vehicle.meaning[READINGS[name] ?? ""];
          return (
            <div key={name} className="contents">
              <dt className="text-soft">{t(`field.${name}`)}</dt>
              <dd className="min-w-0 break-words">
                {shown(name)}
                {reading !== undefined && (
                  <span className="block text-xs text-soft">
                    {said(reading.value) !== shown(name) && `${said(reading.value)}, `}
                    {t("vehicle.from", { column: reading.column, cell: reading.cell })}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
        {others.map(([name, reading]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{named(`field.${name}`, name)}</dt>
            <dd className="min-w-0 break-words">
              {said(reading.value)}
              <span className="block text-xs text-soft">
                {t("vehicle.from", { column: reading.column, cell: reading.cell })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {vehicle.features.length > 0 && (
        <>
          <h3 className="mt-3 text-soft">{t("field.features")}</h3>
          <p className="break-words">{vehicle.features.join(" · ")}</p>
        </>
      )}
      {vehicle.notes !== undefined && (
        <>
          <h3 className="mt-3 text-soft">{t("field.notes")}</h3>
          <p className="whitespace-pre-wrap break-words">{vehicle.notes}</p>
        </>
      )}
    </>
  );
}
