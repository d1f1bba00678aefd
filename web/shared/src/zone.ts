/*
 * Between a local date-time of a zone ("2026-11-01T09:30", as the browser's field has it) and an
 * instant. The browser's own zone plays no part.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    clocks.set(zone, clock);
  }
  return clock;
}

function localAt(millis: number, zone: string): string {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(millis)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** What the clocks of the zone show at an instant, to the minute. */
export function localOf(instant: string, zone: string): string {
  return localAt(Date.parse(instant), zone);
}

/**
 * The instant at which the clocks of the zone show a local date-time. In a gap of the clock it is
 * the time that is later by the gap; of the two instants of an overlap it is the earlier.
 */
export function instantOf(localDateTime: string, zone: string): string {
  const wall = Date.parse(localDateTime.slice(0, 16) + "Z");
  const offset = (millis: number) => Date.parse(localAt(millis, zone) + "Z") - millis;
  // A day away: before and after a change of the clock, if there is one.
  const before = wall - offset(wall - DAY);
  const after = wall - offset(wall + DAY);
  const shown = [before, after]
    .sort((one, other) => one - other)
    .find((millis) => localAt(millis, zone) === localDateTime.slice(0, 16));
  return new Date(shown ?? before).toISOString();
}

/** The first moment of a day ("2026-11-30") in a zone, as the API takes it. */
export function startOfDay(day: string, zone: string): string {
  return instantOf(`${day}T00:00`, zone);
}

/** The first moment after a day. */
export function endOfDay(day: string, zone: string): string {
  const next = new Date(Date.parse(`${day}T00:00Z`) + DAY);
  return startOfDay(next.toISOString().slice(0, 10), zone);
}
