import type { Schemas, Vehicle } from "../api/client.ts";

type Change = Schemas["VehicleDraftChange"];
export type Kind = "text" | "number" | "money" | "date" | "lines" | "choice" | "yes-no";

export interface Correctable {
  name: keyof Change & keyof Vehicle;
  kind: Kind;
  required?: boolean;
  choices?: readonly string[];
}

/** What of a vehicle can be corrected, in the order of the form. */
export const CORRECTABLE: readonly Correctable[] = [
  { name: "stockNumber", kind: "text", required: true },
  { name: "vin", kind: "text" },
  { name: "year", kind: "number", required: true },
  { name: "make", kind: "text", required: true },
  { name: "model", kind: "text", required: true },
  { name: "trim", kind: "text" },
  { name: "price", kind: "money" },
  { name: "mileage", kind: "number" },
  { name: "exteriorColor", kind: "text" },
  { name: "interiorColor", kind: "text" },
  { name: "bodyStyle", kind: "text" },
  { name: "drivetrain", kind: "text" },
  { name: "transmission", kind: "text" },
  { name: "engine", kind: "text" },
  { name: "fuelType", kind: "text" },
  { name: "condition", kind: "choice", choices: ["NEW", "USED", "CPO"] },
  { name: "conditionGrade", kind: "choice", choices: ["EXCELLENT", "VERY_GOOD", "GOOD", "FAIR", "POOR"] },
  { name: "cleanTitle", kind: "yes-no", choices: ["yes", "no"] },
  { name: "status", kind: "choice", required: true, choices: ["ACTIVE", "PENDING", "SOLD"] },
  { name: "lotDate", kind: "date" },
  { name: "features", kind: "lines" },
  { name: "notes", kind: "lines" },
];

export type Typed = Record<string, string>;

/** The fields as they stand in the form. */
export function typedOf(vehicle: Vehicle): Typed {
  return Object.fromEntries(CORRECTABLE.map((field) => [field.name, textOf(vehicle, field)]));
}

export function textOf(vehicle: Vehicle, { name, kind }: Correctable): string {
  const value = vehicle[name];
  if (value === null || value === undefined) {
    return "";
  }
  if (kind === "money") {
    const cents = value as number;
    return (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2);
  }
  if (typeof value === "boolean") {
    return value ? "yes" : "no";
  }
  return Array.isArray(value) ? value.join("\n") : String(value);
}

/** The body of the change: only what differs from what was there. */
export function changeOf(before: Vehicle, typed: Typed): Change {
  const was = typedOf(before);
  return Object.fromEntries(
    CORRECTABLE.filter(({ name }) => typed[name] !== was[name]).map((field) => [
      field.name,
      valueOf(field, (typed[field.name] ?? "").trim()),
    ]),
  );
}

/** The body of a new vehicle: only what was typed. */
export function draftOf(typed: Typed): Schemas["VehicleDraft"] {
  const filled = CORRECTABLE.filter(({ name }) => (typed[name] ?? "").trim() !== "");
  const values = filled.map((field) => [field.name, valueOf(field, (typed[field.name] ?? "").trim())]);
  return Object.fromEntries(values) as Schemas["VehicleDraft"];
}

function valueOf({ name, kind }: Correctable, text: string): unknown {
  if (name === "features") {
    return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  }
  if (text === "") {
    return null;
  }
  switch (kind) {
    case "number":
      return Number(text);
    case "money":
      return Math.round(Number(text) * 100);
    case "yes-no":
      return text === "yes";
    default:
      return text;
  }
}

/** The fields that somebody else changed between two versions. */
export function changedSince(before: Vehicle, now: Vehicle): Correctable[] {
  return CORRECTABLE.filter((field) => textOf(before, field) !== textOf(now, field));
}
