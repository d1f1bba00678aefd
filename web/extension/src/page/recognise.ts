import { samePage, vehiclesInAttributes, vehiclesInMicrodata } from "./attributes.ts";
import { vehiclesInDataLayer } from "./data-layer.ts";
import { vehiclesInJsonLd } from "./json-ld.ts";
import { FACTS, type Candidate, type Recognition, type SeenVehicle, type Source } from "./seen.ts";
import type { Snapshot } from "./snapshot.ts";
import { checks, vinsIn } from "./vin.ts";

const MOST_TO_ASK = 50;

/**
 * The vehicle of a page: the one that its address names and that it is about. What may be another one is a question to
 * the person, never a guess.
 */
export function recognise(page: Snapshot): Recognition {
  const said = candidates(page);
  const named = namedByAddress(page, said);
  const mains = vins(said.filter((one) => one.part === "main"));
  const listed = vins(said.filter((one) => one.part === "listed"));
  if (named.length > 0) {
    // A page that changed its address without loading may still describe the vehicle before.
    const stale = mains.length > 0 && !named.some((vin) => mains.includes(vin));
    return answer(stale ? [...named, ...mains] : named, said, true, "address");
  }
  const owned = vins(said.filter((one) => one.part === "main" && isOf(one, page)));
  if (owned.length === 1) {
    return answer(owned, said, true);
  }
  const related = vins(said.filter((one) => one.part === "related"));
  const written = vinsIn(page.text).filter((vin) => !related.includes(vin));
  // One card that leads elsewhere does not make the page the vehicle's.
  return answer([...mains, ...listed, ...written], said, mains.length > 0 || listed.length === 0);
}

function candidates(page: Snapshot): Candidate[] {
  return [
    ...vehiclesInJsonLd(page.jsonLd, page.address),
    ...vehiclesInDataLayer(page.dataLayer, page.address),
    ...vehiclesInAttributes(page.marked, page.address),
    ...vehiclesInMicrodata(page.microdata, page.address),
  ];
}

/** Whether the page says that the vehicle is its own: its page is this one. */
const isOf = (one: Candidate, page: Snapshot) =>
  one.page !== undefined && new URL(one.page).pathname !== "/" && samePage(one.page, page.address);

/** In the address and the canonical link; there, a VIN without a right check digit counts if the page has it too. */
function namedByAddress(page: Snapshot, said: readonly Candidate[]): string[] {
  const addresses = [page.address, page.canonical ?? ""].map(unescaped);
  const known = vins(said).filter((vin) => addresses.some((address) => address.toUpperCase().includes(vin)));
  return [...new Set([...addresses.flatMap(vinsIn), ...known])];
}

function answer(
  all: readonly string[],
  said: readonly Candidate[],
  sure: boolean,
  otherwise: Source = "text",
): Recognition {
  const vehicles = [...new Set(all)].slice(0, MOST_TO_ASK).map((vin) => merged(vin, said, otherwise));
  const [first] = vehicles;
  if (first === undefined) {
    return { kind: "none" };
  }
  // A VIN that is wrong in itself may be a slip of the page: the person looks at it.
  return sure && vehicles.length === 1 && checks(first.vin)
    ? { kind: "vehicle", vehicle: first }
    : { kind: "several", vehicles };
}

/** All that the page says of a vehicle; of two values of one fact, that of the better source. */
function merged(vin: string, said: readonly Candidate[], otherwise: Source): SeenVehicle {
  const own = said.filter((one) => one.vin === vin);
  const facts = FACTS.flatMap((name) => own.flatMap((one) => one.facts).find((fact) => fact.name === name) ?? []);
  return {
    vin,
    source: own[0]?.source ?? otherwise,
    facts,
    photos: [...new Set(own.flatMap((one) => one.photos))].slice(0, 20),
  };
}

const vins = (candidates: readonly Candidate[]): string[] => [...new Set(candidates.map((one) => one.vin))];

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
