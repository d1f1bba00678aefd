import type { Language } from "../text/words.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span in its two largest units, as people say it. */
export function duration(seconds: number, language: Language): string {
  const of = (value: number, unit: "second" | "minute" | "hour" | "day") =>
    new Intl.NumberFormat(language === "es" ? "es-US" : "en-US", { style: "unit", unit, unitDisplay: "short" }).format(value);
  const two = (large: number, largeUnit: "hour" | "day", small: number, smallUnit: "minute" | "hour") =>
    small === 0 ? of(large, largeUnit) : `${of(large, largeUnit)} ${of(small, smallUnit)}`;
  if (seconds < MINUTE) {
    return of(seconds, "second");
  }
  if (seconds < HOUR) {
    return of(Math.round(seconds / MINUTE), "minute");
  }
  return seconds < DAY
    ? two(Math.floor(seconds / HOUR), "hour", Math.floor((seconds % HOUR) / MINUTE), "minute")
    : two(Math.floor(seconds / DAY), "day", Math.floor((seconds % DAY) / HOUR), "hour");
}
