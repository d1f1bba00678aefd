import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Vehicle } from "../api/client.ts";
import { postings, vehicle } from "../api/queries.ts";
import { PostDialog } from "../inventory/post-dialog.tsx";
import { useMissing } from "../inventory/line.tsx";
import { PostingLine, nameOf } from "../postings/line.tsx";
import type { TextKey } from "../text/en.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Panel, Rows } from "../ui/parts.tsx";

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
  "status",
] as const;

// Which of the closed values was read from a fact's cell.
const READINGS: Partial<Record<(typeof FACTS)[number], string>> = {
  bodyStyle: "body",
  drivetrain: "drive",
  transmission: "gearbox",
  fuelType: "fuel",
  condition: "condition",
};

/** One vehicle: its facts with where they come from, its photos, its postings. */
export function VehiclePage() {
  const { id } = useParams({ from: "/inventory/$id" });
  const shown = useQuery(vehicle(id));
  if (shown.isError) {
    return <Failure error={shown.error} retry={() => void shown.refetch()} />;
  }
  return shown.data === undefined ? <Rows count={8} /> : <Shown vehicle={shown.data} />;
}

function Shown({ vehicle }: { vehicle: Vehicle }) {
  const { t } = useText();
  const missing = useMissing();
  const [posting, setPosting] = useState(false);
  return (
    <div className="space-y-4">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-lg font-semibold">
          {nameOf(vehicle)} {vehicle.trim}
        </h1>
        {vehicle.daysOnLot !== null && vehicle.daysOnLot !== undefined && (
          <span className="text-soft">{t("vehicle.days", { days: vehicle.daysOnLot })}</span>
        )}
        <Button kind="main" disabled={vehicle.missing.length > 0} onClick={() => setPosting(true)}>
          {t("inventory.post")}
        </Button>
      </header>
      {vehicle.missing.length > 0 && (
        <p role="status" className="rounded border border-warn px-3 py-2">
          {t("vehicle.missing")}: {missing(vehicle.missing)}
        </p>
      )}
      <div className="grid gap-4 lg:grid-cols-2">
        <Facts vehicle={vehicle} />
        <Photos vehicle={vehicle} />
      </div>
      <VehiclePostings id={vehicle.id} />
      {posting && <PostDialog vehicles={[vehicle]} filter={{}} count={1} close={() => setPosting(false)} />}
    </div>
  );
}

function Facts({ vehicle }: { vehicle: Vehicle }) {
  const { t, money, number } = useText();
  const shown = (name: (typeof FACTS)[number]) => {
    const value = vehicle[name];
    if (value === null || value === undefined) {
      return "–";
    }
    return name === "price"
      ? money(vehicle.price, vehicle.priceCurrency)
      : typeof value === "number"
        ? number(value)
        : value;
  };
  return (
    <Panel title={t("vehicle.facts")}>
      <dl className="grid grid-cols-[9rem_1fr] gap-y-1">
        {FACTS.map((name) => {
          const reading = vehicle.meaning[READINGS[name] ?? ""];
          return (
            <div key={name} className="contents">
              <dt className="text-soft">{t(`field.${name}` as TextKey)}</dt>
              <dd>
                {shown(name)}
                {reading !== undefined && (
                  <span className="block text-xs text-soft">
                    {reading.value ?? "–"} ({t("vehicle.from", { column: reading.column, cell: reading.cell })})
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}

function Photos({ vehicle }: { vehicle: Vehicle }) {
  const { t } = useText();
  return (
    <Panel title={t("vehicle.photos")}>
      {vehicle.images.length === 0 && <p className="text-soft">{t("vehicle.noPhotos")}</p>}
      <ul className="grid grid-cols-3 gap-2">
        {vehicle.images.map((image, index) => (
          <li key={image.id}>
            <a href={image.url} target="_blank" rel="noreferrer">
              <img
                src={image.listUrl}
                alt={`${nameOf(vehicle)}, ${index + 1}`}
                loading="lazy"
                className="aspect-4/3 w-full rounded object-cover"
              />
            </a>
            {image.isPrimary && <span className="text-xs text-soft">{t("vehicle.primary")}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function VehiclePostings({ id }: { id: string }) {
  const { t } = useText();
  const list = useInfiniteQuery(postings({ vehicleId: id }));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Panel title={t("vehicle.postings")}>
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <p className="text-soft">{t("vehicle.noPostings")}</p>}
      {rows.map((posting) => (
        <PostingLine key={posting.id} posting={posting} />
      ))}
    </Panel>
  );
}
