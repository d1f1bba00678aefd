import en from "./en.ts";
import es from "./es.ts";

export type Language = "en" | "es";
export type Key = keyof typeof en;

export const language: Language = navigator.language.startsWith("es") ? "es" : "en";

const sentences: Readonly<Record<Key, string>> = language === "es" ? es : en;
const locale = language === "es" ? "es-US" : "en-US";

/** The sentence, with its places filled. */
export const t = (key: Key, places: Readonly<Record<string, string | number>> = {}): string =>
  sentences[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));

/** The sentence of a key that ends in a code of the API; `plain` if there is none. */
export const named = (key: string, plain: string): string =>
  (sentences as Readonly<Record<string, string | undefined>>)[key] ?? plain;

export const money = (cents: number, currency: string | null | undefined): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currency ?? "USD",
    maximumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);

export const number = (value: number): string => new Intl.NumberFormat(locale).format(value);

/** In the dealership's zone. */
export const time = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(new Date(iso));
