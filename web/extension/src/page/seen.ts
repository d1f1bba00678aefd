/** Where on the page a value stood. */
export type Source = "json-ld" | "data-layer" | "attributes" | "microdata" | "address" | "text";

export const FACTS = [
  "stockNumber",
  "year",
  "make",
  "model",
  "trim",
  "mileage",
  "exteriorColor",
  "interiorColor",
  "bodyStyle",
  "drivetrain",
  "transmission",
  "engine",
  "fuelType",
  "condition",
  "price",
] as const;

export type FactName = (typeof FACTS)[number];

export interface Fact {
  name: FactName;
  /** The price in cents, the mileage in miles. */
  value: string | number;
  source: Source;
}

/** A vehicle as a page shows it. It identifies; what is posted comes from LotView's inventory. */
export interface SeenVehicle {
  vin: string;
  source: Source;
  facts: Fact[];
  /** Addresses of its photos. */
  photos: string[];
}

/**
 * What a page is about. Where more than one vehicle may be meant, or a VIN is not right in itself, `several` asks the
 * person.
 */
export type Recognition =
  | { kind: "vehicle"; vehicle: SeenVehicle }
  | { kind: "several"; vehicles: SeenVehicle[] }
  | { kind: "none" };

/** A vehicle with its part in the page. */
export interface Candidate extends SeenVehicle {
  /** What the page says that it is about: itself, one of several things that it lists, or something similar. */
  part: "main" | "listed" | "related";
  /** The page of the vehicle, by the page itself. */
  page?: string | undefined;
}
