import type { Candidate, FactName } from "./seen.ts";
import { factsOf, photosOf } from "./values.ts";
import { checks, vinOf } from "./vin.ts";

type Node = Readonly<Record<string, unknown>>;
type Part = Candidate["part"];

const DEEPEST = 12;
const MOST_NODES = 5_000;

/** What lies below these is still what the page is about. */
const MAIN = ["@graph", "mainEntity", "about", "itemOffered", "offers", "object"];
const RELATED = ["isSimilarTo", "isRelatedTo", "isVariantOf", "isAccessoryOrSparePartFor"];

/** The vehicles that a page describes in JSON-LD. */
export function vehiclesInJsonLd(texts: readonly string[], page: string): Candidate[] {
  const found: Candidate[] = [];
  let nodes = 0;
  const visit = (value: unknown, part: Part, depth: number): void => {
    if (value === null || typeof value !== "object" || depth > DEEPEST || ++nodes > MOST_NODES) {
      return;
    }
    if (Array.isArray(value)) {
      value.forEach((one) => visit(one, part, depth + 1));
      return;
    }
    const node = value as Node;
    const vin = vinIn(node);
    if (vin !== undefined) {
      found.push(candidate(vin, node, part, page));
    }
    Object.entries(node).forEach(([name, one]) => visit(one, below(part, name), depth + 1));
  };
  texts.forEach((text) => visit(parsed(text), "main", 0));
  return found;
}

function below(part: Part, name: string): Part {
  if (part === "related" || RELATED.includes(name)) {
    return "related";
  }
  return part === "main" && MAIN.includes(name) ? "main" : "listed";
}

/** Some platforms name the VIN as a number of the product; such a one counts only with a right check digit. */
function vinIn(node: Node): string | undefined {
  const own = vinOf(node["vehicleIdentificationNumber"] ?? node["vin"]);
  const other = ["identifier", "productID", "sku", "mpn"].map((name) => vinOf(scalar(node[name])));
  return own ?? other.find((vin) => vin !== undefined && checks(vin));
}

function candidate(vin: string, node: Node, part: Part, page: string): Candidate {
  return {
    vin,
    source: "json-ld",
    part,
    facts: factsOf(raw(node, vin), "json-ld"),
    photos: photosOf(
      many(node["image"]).map((image) => scalar(image, "url", "contentUrl")),
      page,
    ),
    page: photosOf([scalar(node["url"] ?? node["@id"])], page)[0],
  };
}

function raw(node: Node, vin: string): Partial<Record<FactName, unknown>> {
  const offer = record(many(node["offers"])[0]);
  const stock = scalar(node["sku"] ?? node["stockNumber"] ?? node["productID"]);
  return {
    stockNumber: vinOf(stock) === vin ? undefined : stock,
    year: node["vehicleModelDate"] ?? node["modelDate"] ?? node["productionDate"],
    make: scalar(node["brand"] ?? node["manufacturer"], "name"),
    model: scalar(node["model"], "name"),
    trim: scalar(node["vehicleConfiguration"]),
    mileage: miles(node["mileageFromOdometer"]),
    exteriorColor: scalar(node["color"]),
    interiorColor: scalar(node["vehicleInteriorColor"]),
    bodyStyle: scalar(node["bodyType"]),
    drivetrain: lastOf(scalar(node["driveWheelConfiguration"])),
    transmission: scalar(node["vehicleTransmission"]),
    engine: scalar(node["vehicleEngine"], "name", "engineType"),
    fuelType: scalar(node["fuelType"]),
    condition: lastOf(scalar(node["itemCondition"] ?? offer["itemCondition"])),
    price: priceOf(offer),
  };
}

/** A price of an offer; not a payment by the month, and not of another currency. */
function priceOf(offer: Node): unknown {
  const monthly = many(offer["priceSpecification"])
    .map(record)
    .some((one) => one["unitCode"] === "MON" || "billingDuration" in one || "referenceQuantity" in one);
  const dollars = (offer["priceCurrency"] ?? "USD") === "USD";
  return monthly || !dollars ? undefined : offer["price"];
}

function miles(value: unknown): unknown {
  const unit = record(value)["unitCode"];
  return unit === undefined || unit === "SMI" ? scalar(value, "value") : undefined;
}

const lastOf = (value: unknown) => (typeof value === "string" ? value.replace(/^.*schema\.org\//, "") : value);

/** The value itself, the first of several, or its part of one of these names. */
function scalar(value: unknown, ...names: string[]): unknown {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one !== "object" || one === null) {
    return one;
  }
  const node = one as Node;
  return [...names, "value", "name"]
    .map((name) => node[name])
    .find((part) => ["string", "number"].includes(typeof part));
}

const many = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.slice(0, 50) : value === undefined ? [] : [value];

const record = (value: unknown): Node => (typeof value === "object" && value !== null ? (value as Node) : {});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: nothing is known by it.
    return undefined;
  }
}
