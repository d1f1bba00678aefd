/** Where on the page a value stood. */
export type Source = "json-ld" | "data-layer" | "attributes" | "microdata" | "address" | "text";

export type FactName =
  | "stockNumber"
  | "year"
  | "make"
  | "model"
  | "trim"
  | "mileage"
  | "exteriorColor"
  | "interiorColor"
  | "bodyStyle"
  | "drivetrain"
  | "transmission"
  | "engine"
  | "fuelType"
  | "condition"
  | "price";

export interface Fact {
  name: FactName;
  /** Price in cents. */
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

export type Recognition =
  | { kind: "vehicle"; vehicle: SeenVehicle }
  | { kind: "several"; vehicles: SeenVehicle[] }
  | { kind: "none" };
