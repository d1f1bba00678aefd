import { useEffect, useState } from "preact/hooks";
import { body } from "../session/api.ts";
import { t } from "../text/text.ts";
import { useAnswer } from "./answer.ts";
import { Failure } from "./parts.tsx";
import type { Place } from "./place.ts";
import { nameOf } from "./vehicle.tsx";

const PAUSE = 250;

/** Finds a vehicle of the inventory where the page tells none. */
export function Search({ place, choose }: { place: Place; choose: (vehicleId: string) => void }) {
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const timer = window.setTimeout(() => setSearch(typed.trim()), PAUSE);
    return () => window.clearTimeout(timer);
  }, [typed]);
  const found = useAnswer(async () => {
    const params = { query: { search, limit: 10 } };
    return search === "" ? undefined : await body(place.api.GET("/v1/vehicles", { params }));
  }, [search]);
  return (
    <>
      <label>
        {t("search.label")}
        <input name="search" type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      {found.error !== undefined && <Failure error={found.error} again={found.again} />}
      {found.data?.data.length === 0 && <p>{t("search.nothing")}</p>}
      <ul>
        {found.data?.data.map((vehicle) => (
          <li key={vehicle.id}>
            <button type="button" class="line" onClick={() => choose(vehicle.id)}>
              {nameOf(vehicle)} <span class="soft">{vehicle.stockNumber}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
