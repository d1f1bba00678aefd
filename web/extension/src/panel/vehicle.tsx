import { FillHere, useHandOf } from "../fill/fill-here.tsx";
import { checks } from "../page/vin.ts";
import type { SeenVehicle } from "../page/seen.ts";
import { type Order, forget } from "../post/orders.ts";
import type { Vehicle } from "../session/api.ts";
import { money, named, number, t } from "../text/text.ts";
import { OrderForm } from "./order-form.tsx";
import { Button, Link } from "./parts.tsx";
import { type Place, dashboard } from "./place.ts";
import { Progress } from "./progress.tsx";
import { Waiting } from "./waiting.tsx";

export const nameOf = (one: { year: number; make: string; model: string; trim?: string | null }): string =>
  [one.year, one.make, one.model, one.trim].filter(Boolean).join(" ");

const OVER = ["FAILED", "CANCELLED", "DELETED"];

/** A vehicle of the inventory with LotView's own facts; below it the order, or the posting. */
export function VehicleView({
  place,
  vehicle,
  seen,
  orders,
  again,
  back,
}: {
  place: Place;
  vehicle: Vehicle;
  seen: SeenVehicle | undefined;
  orders: Order[];
  again: () => void;
  back?: () => void;
}) {
  const order = orders.findLast((one) => one.wish.vehicleId === vehicle.id);
  const active = vehicle.posting !== null && !OVER.includes(vehicle.posting.status) ? vehicle.posting.id : undefined;
  const taken = order?.state === "TAKEN" ? order.postingId : undefined;
  const posting = taken ?? active;
  const hand = useHandOf(vehicle.id);
  const renew = () => void (order === undefined ? Promise.resolve() : forget(order.key)).then(again);
  return (
    <section>
      {back !== undefined && <Button onClick={back}>{t("do.back")}</Button>}
      <Facts place={place} vehicle={vehicle} seen={seen} />
      {hand !== undefined ? (
        <FillHere api={place.api} vehicleId={vehicle.id} fbAccountId="" tabId={hand.tabId} />
      ) : posting !== undefined ? (
        <Progress
          key={posting}
          place={place}
          id={posting}
          already={taken === undefined || order?.problem?.code === "POSTING_ALREADY_ACTIVE"}
          renew={renew}
        />
      ) : order?.state === "WAITING" ? (
        <Waiting order={order} zone={place.me.dealership.timezone} />
      ) : vehicle.missing.length > 0 ? (
        <Missing place={place} vehicle={vehicle} />
      ) : (
        <OrderForm place={place} vehicle={vehicle} refusal={order?.problem} />
      )}
    </section>
  );
}

function Facts({ place, vehicle, seen }: { place: Place; vehicle: Vehicle; seen: SeenVehicle | undefined }) {
  const photo = vehicle.images.find((image) => image.isPrimary) ?? vehicle.images[0];
  const said = seen?.facts.find((fact) => fact.name === "price")?.value;
  return (
    <>
      {photo !== undefined && <img src={photo.listUrl} alt="" />}
      <h1>{nameOf(vehicle)}</h1>
      <p>
        <strong>{vehicle.price === null ? t("vehicle.noPrice") : money(vehicle.price, vehicle.priceCurrency)}</strong>
        {vehicle.mileage !== null && " · " + t("vehicle.miles", { miles: number(vehicle.mileage) })}
        {" · " + t("vehicle.stock", { stock: vehicle.stockNumber })}
      </p>
      <p class="soft">{vehicle.vin}</p>
      {seen !== undefined && !checks(seen.vin) && <p class="warn">{t("vehicle.checkDigit")}</p>}
      {typeof said === "number" && said !== vehicle.price && (
        <p class="warn">{t("vehicle.priceDiffers", { price: money(said, "USD") })}</p>
      )}
      <p>
        <Link href={dashboard(place, "inventory/" + vehicle.id)}>{t("vehicle.open")}</Link>
      </p>
    </>
  );
}

/** What a posting needs and the vehicle lacks. */
function Missing({ place, vehicle }: { place: Place; vehicle: Vehicle }) {
  const missing = vehicle.missing.map((field) => named("field." + field, field)).join(", ");
  return (
    <div role="alert" class="warn">
      <p>{t("vehicle.missing", { missing })}</p>
      <Link href={dashboard(place, "inventory/" + vehicle.id)}>{t("vehicle.mend")}</Link>
    </div>
  );
}
