import type { PlannedAccount, PlannedHour } from "../api/calendar.ts";
import type { Posting } from "../api/client.ts";
import { instantOf, localOf } from "@lotview/shared/src/zone.ts";
import { dateFormat } from "../text/formats.ts";

/** A posting in the day of the dealership in which it is expected to start. */
export interface Placed {
  posting: Posting;
  day: string;
  /** Undefined: now, or as soon as it can be. */
  at: string | undefined;
}

const MOVABLE = ["AWAITING_APPROVAL", "GENERATING", "READY"];

export const mayMove = (posting: Posting) => MOVABLE.includes(posting.status);

/** The button that moves it: the focus comes back to it, wherever it is then. */
export const moverOf = (posting: Posting) => `move-${posting.id}`;

/** Days are dates such as 2026-12-01, without a zone. */
export function plusDays(day: string, count: number): string {
  const date = new Date(day + "T00:00Z");
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

export const todayIn = (zone: string) => localOf(new Date().toISOString(), zone).slice(0, 10);

const localeOf = (language: string) => (language === "es" ? "es-US" : "en-US");

export function dayName(day: string, language: string): string {
  const form = { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" } as const;
  return dateFormat(localeOf(language), form).format(new Date(day + "T00:00Z"));
}

/** A time of day; with the zone's name where the clocks change, as an hour may come twice. */
export function hourName(instant: string, zone: string, language: string, changes: boolean): string {
  return dateFormat(localeOf(language), {
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
    ...(changes ? { timeZoneName: "short" } : {}),
  }).format(new Date(instant));
}

/** Where a posting stands in the calendar; what is late stands in today. */
export function placeOf(posting: Posting, zone: string, now: number): Placed {
  const at = posting.expectedStart ?? posting.scheduledFor ?? undefined;
  const running = posting.status === "POSTING" || posting.status === "PUBLISHING";
  return at === undefined || running || Date.parse(at) <= now
    ? { posting, day: localOf(new Date(now).toISOString(), zone).slice(0, 10), at: undefined }
    : { posting, day: localOf(at, zone).slice(0, 10), at };
}

/** The first of each day are those that start first. */
export function byDay(placed: Placed[]): Map<string, Placed[]> {
  const days = new Map<string, Placed[]>();
  placed
    .toSorted((one, other) => (one.at ?? "").localeCompare(other.at ?? ""))
    .forEach((one) => days.set(one.day, [...(days.get(one.day) ?? []), one]));
  return days;
}

/** The same time of day on another day. */
export function onDay(posting: Posting, day: string, zone: string): string {
  const before = posting.scheduledFor ?? posting.expectedStart ?? new Date().toISOString();
  const start = Date.parse(instantOf(`${day}T${localOf(before, zone).slice(11)}`, zone));
  return new Date(start + (Date.parse(before) % 60_000)).toISOString();
}

export interface Span {
  start: string;
  end: string;
  planned: number;
  free: number;
}

const HOUR = 3_600_000;

/** The hours that are left of a day; neighbours that say the same are one. */
export function spansOf(hours: PlannedHour[], now: number): Span[] {
  const spans: Span[] = [];
  hours.forEach((hour, index) => {
    const end = hours[index + 1]?.start ?? new Date(Date.parse(hour.start) + HOUR).toISOString();
    const last = spans.at(-1);
    if (Date.parse(end) <= now) {
      return;
    }
    if (last !== undefined && last.free === hour.free && last.planned === 0 && hour.planned === 0) {
      last.end = end;
    } else {
      spans.push({ ...hour, end });
    }
  });
  return spans;
}

/** The free places of an account at a moment: of the hour and of the day. */
export function freeAt(account: PlannedAccount, instant: string, zone: string) {
  const day = account.days.find((one) => one.date === localOf(instant, zone).slice(0, 10));
  const hour = day?.hours.findLast((one) => Date.parse(one.start) <= Date.parse(instant));
  return day === undefined || hour === undefined ? undefined : { hour: hour.free, day: day.free };
}
