import { factsNamed, named } from "./loose.ts";
import type { Candidate } from "./seen.ts";
import { factsOf, photosOf } from "./values.ts";
import { vinOf } from "./vin.ts";

const MOST_VEHICLES = 200;
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|(u[0-9a-fA-F]{4}|["\\/bfnrt])|([\s\S]))/g;

/** The vehicles of Dealer.com's data layer: of a JSON list, or of the script that fills the list. */
export function vehiclesInDataLayer(text: string | undefined, page: string): Candidate[] {
  const list = listOf(text ?? "");
  const vehicles = list.slice(0, MOST_VEHICLES).filter((one) => typeof one === "object" && one !== null);
  return vehicles.flatMap((one) => {
    const record = one as Record<string, unknown>;
    const vin = vinOf(named(record, "vin"));
    const photo = named(record, "images", "image", "photo");
    return vin === undefined
      ? []
      : {
          vin,
          source: "data-layer" as const,
          part: vehicles.length === 1 ? ("main" as const) : ("listed" as const),
          facts: factsOf(factsNamed(record), "data-layer"),
          photos: photosOf(Array.isArray(photo) ? photo.slice(0, 50) : [photo], page),
        };
  });
}

function listOf(text: string): unknown[] {
  const begin = /^\s*\[/.test(text) ? 0 : startOfList(text);
  if (begin === undefined) {
    return [];
  }
  try {
    const list: unknown = JSON.parse(legal(balanced(text.slice(begin))));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function startOfList(text: string): number | undefined {
  const match = /(?:\[\s*['"]vehicles['"]\s*\]\s*=|\.vehicles\s*=|['"]?\bvehicles['"]?\s*:)\s*(?=\[)/.exec(text);
  return match === null ? undefined : match.index + match[0].length;
}

/** The list at the start of a text, to its closing bracket. */
function balanced(text: string): string {
  let depth = 0;
  let quoted = false;
  for (let place = text.indexOf("["); place < text.length; place++) {
    const sign = text[place];
    if (quoted && sign === "\\") {
      place++;
    } else if (sign === '"') {
      quoted = !quoted;
    } else if (!quoted && sign === "[") {
      depth++;
    } else if (!quoted && sign === "]" && --depth === 0) {
      return text.slice(0, place + 1);
    }
  }
  return "";
}

/** With the escapes that scripts may have and JSON has not: `\-`, `\'`, `\x27`. */
const legal = (text: string): string =>
  text.replace(ESCAPE, (_, hex?: string, known?: string, other = "") =>
    hex !== undefined ? `\\u00${hex}` : known !== undefined ? `\\${known}` : other,
  );
