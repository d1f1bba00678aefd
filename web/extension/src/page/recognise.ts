import { vehiclesInJsonLd } from "./json-ld.ts";
import type { Recognition } from "./seen.ts";
import type { Snapshot } from "./snapshot.ts";

/** The vehicle of a page; several are a question to the person, never a guess. */
export function recognise(page: Snapshot): Recognition {
  const vehicles = [...new Map(vehiclesInJsonLd(page.jsonLd).map((one) => [one.vin, one])).values()];
  const [first] = vehicles;
  return first === undefined
    ? { kind: "none" }
    : vehicles.length === 1
      ? { kind: "vehicle", vehicle: first }
      : { kind: "several", vehicles };
}
