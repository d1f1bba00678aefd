import { type SeenVehicle } from "./seen.ts";
import { vinOf } from "./vin.ts";

const DEEPEST = 12;
const MOST_NODES = 5_000;

/** The vehicles that a page describes in JSON-LD. */
export function vehiclesInJsonLd(texts: readonly string[]): SeenVehicle[] {
  const found: SeenVehicle[] = [];
  let nodes = 0;
  const visit = (value: unknown, depth: number): void => {
    if (value === null || typeof value !== "object" || depth > DEEPEST || ++nodes > MOST_NODES) {
      return;
    }
    const vin = Array.isArray(value) ? undefined : vinOf((value as Record<string, unknown>)["vehicleIdentificationNumber"]);
    if (vin !== undefined) {
      found.push({ vin, source: "json-ld", facts: [], photos: [] });
    }
    Object.values(value).forEach((part) => visit(part, depth + 1));
  };
  texts.forEach((text) => {
    try {
      visit(JSON.parse(text), 0);
    } catch {
      // Not JSON: nothing is known by it.
    }
  });
  return found;
}
