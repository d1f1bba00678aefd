import type { Language } from "../text/words.ts";

/** The month so many months away: 2026-11 and 2 are 2027-01. */
export function monthFrom(month: string, away: number): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + away, 1)).toISOString().slice(0, 7);
}

/** The month that it is now in a zone. */
export function monthNow(zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit" })
    .format(new Date())
    .slice(0, 7);
}

export function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "es" ? "es-US" : "en-US", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
  }).format(new Date(month + "-01T00:00:00Z"));
}
