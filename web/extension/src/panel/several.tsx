import { useRef, useState } from "preact/hooks";
import type { SeenVehicle } from "../page/seen.ts";
import { checks } from "../page/vin.ts";
import { type Vehicle, body } from "../session/api.ts";
import { t } from "../text/text.ts";
import { type Account, AccountChoice, remember, useAccounts } from "./accounts.tsx";
import { useAnswer } from "./answer.ts";
import { Button, Failure, Loading } from "./parts.tsx";
import type { Place } from "./place.ts";
import { nameOf } from "./vehicle.tsx";

/** A question: the vehicles of the page that may be meant, to tick. One goes on to its own view, several are posted. */
export function Several(props: { place: Place; vehicles: SeenVehicle[]; choose: (vin: string) => void }) {
  const { place, vehicles, choose } = props;
  const [ticked, setTicked] = useState<string[]>([]);
  const known = useAnswer(() => inventoryOf(place, vehicles), [vehicles]);
  if (known.data === undefined) {
    return known.error === undefined ? <Loading /> : <Failure error={known.error} again={known.again} />;
  }
  const inventory = known.data;
  const [only] = ticked;
  const tick = (vin: string, on: boolean) => setTicked(on ? [...ticked, vin] : ticked.filter((one) => one !== vin));
  return (
    <section>
      <h1>{t("several.title")}</h1>
      <p class="soft">{t("several.hint")}</p>
      <ul>
        {vehicles.map((one) => (
          <li key={one.vin}>
            <label class="choice">
              <input
                type="checkbox"
                name={one.vin}
                checked={ticked.includes(one.vin)}
                onChange={(event) => tick(one.vin, event.currentTarget.checked)}
              />
              <Line seen={one} vehicle={inventory.get(one.vin)} />
            </label>
          </li>
        ))}
      </ul>
      {ticked.length > 1 ? (
        <Many key={ticked.join()} place={place} vehicles={ticked.flatMap((vin) => inventory.get(vin) ?? [])} />
      ) : (
        <Button main disabled={only === undefined} onClick={() => only !== undefined && choose(only)}>
          {t("several.next")}
        </Button>
      )}
    </section>
  );
}

async function inventoryOf({ api }: Place, vehicles: readonly SeenVehicle[]): Promise<Map<string, Vehicle>> {
  const vin = vehicles.map((one) => one.vin).join(",");
  const { data } = await body(api.GET("/v1/vehicles", { params: { query: { vin, limit: 100 } } }));
  return new Map(data.map((one) => [one.vin ?? "", one]));
}

function Line({ seen, vehicle }: { seen: SeenVehicle; vehicle: Vehicle | undefined }) {
  const said = ["year", "make", "model"].map((name) => seen.facts.find((fact) => fact.name === name)?.value);
  return (
    <span>
      {vehicle === undefined ? said.filter(Boolean).join(" ") : nameOf(vehicle)} <span class="soft">{seen.vin}</span>
      {!checks(seen.vin) && <span class="warn"> {t("vehicle.checkDigit")}</span>}
      {vehicle === undefined && <span class="soft"> {t("several.unknown")}</span>}
      {vehicle?.posting?.status === "POSTED" && <span class="soft"> {t("several.live")}</span>}
    </span>
  );
}

/** Orders several at once; LotView spreads them over time. */
function Many({ place, vehicles }: { place: Place; vehicles: Vehicle[] }) {
  const key = useRef(crypto.randomUUID());
  const accounts = useAccounts(place);
  const [sent, setSent] = useState<{ count: number; refused: number }>();
  const [error, setError] = useState<unknown>();
  const { account } = accounts;
  const post = (chosen: Account) => {
    remember(chosen);
    const header = { "Idempotency-Key": key.current };
    const order = { vehicleIds: vehicles.map((one) => one.id), fbAccountId: chosen.id };
    body(place.api.POST("/v1/postings/bulk", { params: { header } as never, body: order })).then(
      ({ postings, refused }) => setSent({ count: postings.length, refused: refused.length }),
      setError,
    );
  };
  if (sent !== undefined) {
    return <p role="status">{t("several.posted", { ...sent })}</p>;
  }
  return (
    <>
      <AccountChoice {...accounts} />
      {error !== undefined && <Failure error={error} />}
      <Button main disabled={account === undefined || vehicles.length === 0} onClick={() => account && post(account)}>
        {t("several.post", { count: vehicles.length })}
      </Button>
    </>
  );
}
