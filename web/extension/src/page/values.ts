import type { Fact, FactName, Source } from "./seen.ts";

const LONGEST = 100;
const MOST_PHOTOS = 20;

/** A short plain text: without markup, control signs and runs of blanks. */
export function plain(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") {
    return undefined;
  }
  const text = String(value)
    .slice(0, 2_000)
    .replace(/<[^>]*>/g, " ")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return text === "" ? undefined : text.slice(0, LONGEST);
}

/** A whole number of a text such as "134,147 mi". */
export function whole(value: unknown): number | undefined {
  const match = /^\D{0,3}(\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d)/.exec(plain(value) ?? "");
  const number = Number(match?.[1]?.replaceAll(",", ""));
  return match !== null && Number.isSafeInteger(number) ? number : undefined;
}

// Below it is a monthly payment, not the price of a vehicle.
const LEAST_PRICE = 1_000;
const LARGEST_PRICE = 10_000_000;
const FARTHEST = 2_000_000;

const READERS: Partial<Record<FactName, (value: unknown) => string | number | undefined>> = {
  year: (value) => {
    const year = Number(/\b(?:19|20)\d\d\b/.exec(plain(value) ?? "")?.[0]);
    return year > 0 ? year : undefined;
  },
  mileage: (value) => within(whole(value), 0, FARTHEST),
  price: (value) => {
    const price = within(whole(value), LEAST_PRICE, LARGEST_PRICE);
    return price === undefined ? undefined : price * 100;
  },
  condition: (value) => {
    const text = (plain(value) ?? "").toLowerCase();
    if (/certified|cpo/.test(text)) {
      return "CPO";
    }
    return /used|pre-?owned/.test(text) ? "USED" : /\bnew/.test(text) ? "NEW" : undefined;
  },
};

const within = (number: number | undefined, least: number, most: number) =>
  number !== undefined && number >= least && number <= most ? number : undefined;

/** The facts that can be read of raw values. */
export function factsOf(values: Partial<Record<FactName, unknown>>, source: Source): Fact[] {
  return Object.entries(values).flatMap(([name, raw]) => {
    const value = (READERS[name as FactName] ?? plain)(raw);
    return value === undefined ? [] : [{ name: name as FactName, value, source }];
  });
}

/** Addresses of photos, of a page at an address. */
export function photosOf(values: readonly unknown[], page: string): string[] {
  const found = values.flatMap((value) => {
    try {
      const url = new URL(typeof value === "string" ? value.slice(0, 2_000) : "", page);
      return typeof value === "string" && value !== "" && /^https?:$/.test(url.protocol) ? [url.href] : [];
    } catch {
      return [];
    }
  });
  return [...new Set(found)].slice(0, MOST_PHOTOS);
}
