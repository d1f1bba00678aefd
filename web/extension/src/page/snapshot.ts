/** What was read of a page: raw pieces as the page has them. Hostile until {@link snapshotOf} has looked at them. */
export interface Snapshot {
  address: string;
  canonical: string | undefined;
  /** The texts of the scripts of type application/ld+json. */
  jsonLd: string[];
  /** Dealer.com's vehicles: what its global holds, or the text of the script that fills it. */
  dataLayer: string | undefined;
  /** Elements with a VIN or a vehicle in their data attributes. */
  marked: Marked[];
  /** Scopes of microdata with a VIN. */
  microdata: Scope[];
  text: string;
}

export interface Marked {
  /** Names without `data-`. */
  data: Record<string, string>;
  /** The page to which it leads. */
  link: string | undefined;
  photo: string | undefined;
}

export interface Scope {
  /** Within a list or as a similar one. */
  listed: boolean;
  props: Record<string, string>;
}

export const LIMITS = {
  scripts: 50,
  script: 400_000,
  marked: 200,
  attributes: 60,
  value: 4_000,
  scopes: 200,
  text: 200_000,
};

/** The pieces that have their expected shapes, cut to their limits; a page cannot send more or other things. */
export function snapshotOf(answer: unknown): Snapshot {
  const page = record(answer);
  return {
    address: cut(page["address"], LIMITS.value),
    canonical: text(page["canonical"], LIMITS.value),
    jsonLd: list(page["jsonLd"], LIMITS.scripts).map((one) => cut(one, LIMITS.script)),
    dataLayer: text(page["dataLayer"], LIMITS.script),
    marked: list(page["marked"], LIMITS.marked)
      .map(record)
      .map((one) => ({
        data: strings(one["data"]),
        link: text(one["link"], LIMITS.value),
        photo: text(one["photo"], LIMITS.value),
      })),
    microdata: list(page["microdata"], LIMITS.scopes)
      .map(record)
      .map((one) => ({
        listed: one["listed"] === true,
        props: strings(one["props"]),
      })),
    text: cut(page["text"], LIMITS.text),
  };
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const list = (value: unknown, most: number): unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);

const text = (value: unknown, most: number) => (typeof value === "string" ? value.slice(0, most) : undefined);

const cut = (value: unknown, most: number) => text(value, most) ?? "";

const strings = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record(value))
      .slice(0, LIMITS.attributes)
      .map(([name, one]) => [name.slice(0, 100), cut(one, LIMITS.value)]),
  );
