import { memo } from "react";
import type { PostingStatus, Vehicle } from "../api/client.ts";
import { nameOf } from "../postings/line.tsx";
import { useText } from "../text/text.tsx";
import { Button, Status } from "../ui/parts.tsx";
import { RowLink } from "../ui/row-link.tsx";
import { inventoryWords } from "./words.ts";

/** What a vehicle lacks, in words. */
export function useMissing(): (missing: readonly string[]) => string {
  const { named } = useText(inventoryWords);
  return (missing) =>
    missing.map((one) => named(`missing.${one}`, one)).join(", ");
}

/** Whether a posting of it may be ordered: none is live or under way. */
export const isFree = ({ posting }: Vehicle) =>
  posting === null || posting === undefined || ["FAILED", "CANCELLED", "DELETED"].includes(posting.status);

/** How far it has been driven, with its unit; miles, where the feed does not say. */
export function useDistance(): (vehicle: Vehicle) => string {
  const { number } = useText();
  return ({ mileage, odometerUnit }) =>
    mileage === null || mileage === undefined ? "–" : `${number(mileage)} ${(odometerUnit ?? "MI").toLowerCase()}`;
}

/** One vehicle on one line, with the way to choose and to post it. */
export const VehicleLine = memo(function VehicleLine({
  vehicle,
  place,
  chosen,
  choose,
  post,
}: {
  vehicle: Vehicle;
  /** In the list. */
  place: number;
  chosen: boolean;
  /** `range`: with all since the last one. Undefined: the person may not post many at once. */
  choose: ((vehicle: Vehicle, on: boolean, place: number, range: boolean) => void) | undefined;
  post: (vehicle: Vehicle) => void;
}) {
  const { t, money } = useText(inventoryWords);
  const missing = useMissing();
  const lacks = vehicle.missing.length > 0 ? `${t("missing.title")}: ${missing(vehicle.missing)}` : undefined;
  const name = nameOf(vehicle);
  const photo = vehicle.images[0];
  const distance = useDistance();
  return (
    <div data-row className="grid min-h-16 grid-cols-[auto_3.5rem_1fr_auto] items-center gap-2 lg:gap-x-4 border-b border-line px-2 py-1 lg:grid-cols-[auto_3.5rem_2fr_7rem_7rem_9rem_6rem]">
      {choose === undefined ? (
        <span />
      ) : (
        <label className="grid size-6 place-items-center">
          <input
            type="checkbox"
            checked={chosen}
            aria-label={t("inventory.select", { name })}
            onChange={(event) =>
              choose(vehicle, event.target.checked, place, (event.nativeEvent as MouseEvent).shiftKey === true)
            }
          />
        </label>
      )}
      {photo === undefined ? (
        <div className="h-10 w-14 rounded bg-hover" />
      ) : (
        <img src={photo.thumbnailUrl} alt="" loading="lazy" className="h-10 w-14 rounded object-cover" />
      )}
      <div className="min-w-0">
        <RowLink to={`/inventory/${vehicle.id}`} className="block truncate font-medium hover:underline">
          {name} {vehicle.trim}
        </RowLink>
        <span className="block truncate text-xs text-soft">
          {vehicle.stockNumber}
          <span className="lg:hidden"> · {money(vehicle.price, vehicle.priceCurrency)}</span>
          {lacks !== undefined && <span className="hidden lg:inline"> · {lacks}</span>}
        </span>
        {lacks !== undefined && <span className="block truncate text-xs text-soft lg:hidden">{lacks}</span>}
        {vehicle.posting && (
          <span className="block lg:hidden">
            <Status status={vehicle.posting.status as PostingStatus} />
          </span>
        )}
      </div>
      <span className="hidden text-right tabular-nums lg:block">{money(vehicle.price, vehicle.priceCurrency)}</span>
      <span className="hidden text-right text-soft tabular-nums lg:block">
        {distance(vehicle)}
      </span>
      <span className="hidden lg:block">
        {vehicle.posting && (
          <RowLink to={`/postings/${vehicle.posting.id}`}>
            <Status status={vehicle.posting.status as PostingStatus} />
          </RowLink>
        )}
      </span>
      <span className="justify-self-end">
        {isFree(vehicle) && vehicle.missing.length === 0 && (
          <Button aria-keyshortcuts="p" onClick={() => post(vehicle)}>{t("inventory.post")}</Button>
        )}
      </span>
    </div>
  );
});
