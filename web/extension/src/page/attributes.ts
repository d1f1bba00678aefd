import { factsNamed, named } from "./loose.ts";
import type { Candidate } from "./seen.ts";
import type { Marked, Scope } from "./snapshot.ts";
import { factsOf, photosOf } from "./values.ts";
import { vinOf } from "./vin.ts";

/** The vehicles in data attributes: of a vehicle's page itself, or of cards that lead to one. */
export function vehiclesInAttributes(marked: readonly Marked[], page: string): Candidate[] {
  return marked.flatMap((one) => {
    const data = { ...one.data, ...embedded(one.data["vehicle"] ?? one.data["vehicle-information"]) };
    const vin = vinOf(named(data, "vin", "vehiclevin"));
    return vin === undefined
      ? []
      : {
          vin,
          source: "attributes" as const,
          part: one.link === undefined || samePage(one.link, page) ? ("main" as const) : ("listed" as const),
          facts: factsOf(factsNamed(data), "attributes"),
          photos: photosOf([one.photo], page),
          page: one.link,
        };
  });
}

/** The vehicles in microdata. */
export function vehiclesInMicrodata(scopes: readonly Scope[], page: string): Candidate[] {
  return scopes.flatMap((scope) => {
    const vin = vinOf(scope.props["vehicleIdentificationNumber"]);
    return vin === undefined
      ? []
      : {
          vin,
          source: "microdata" as const,
          part: scope.listed ? ("listed" as const) : ("main" as const),
          facts: factsOf(factsNamed(scope.props), "microdata"),
          photos: photosOf([scope.props["image"]], page),
        };
  });
}

/** A vehicle as JSON in an attribute, plain or escaped as in addresses. */
function embedded(value: string | undefined): Record<string, unknown> {
  for (const text of [value ?? "", unescaped(value ?? "")]) {
    try {
      const record: unknown = JSON.parse(text);
      if (typeof record === "object" && record !== null && !Array.isArray(record)) {
        return record as Record<string, unknown>;
      }
    } catch {
      // The other way, or none.
    }
  }
  return {};
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll("+", " "));
  } catch {
    return "";
  }
}

/** Whether an address is of this page; what only this page has behind `?` may be of an advertisement. */
export function samePage(address: string, page: string): boolean {
  const plain = (one: string, end: RegExp) => one.replace(end, "").replace(/\/$/, "");
  const end = address.includes("?") ? /#.*$/ : /[?#].*$/;
  return plain(address, end) === plain(page, end);
}
