import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { hourName, onDay, placeOf, plusDays, spansOf } = await load("schedule/days.ts");
const DENVER = "America/Denver";
const HOUR = 3_600_000;
const at = (scheduledFor) => ({ id: "1", status: "READY", scheduledFor, expectedStart: undefined });

test("a posting that is moved over a change of the clock keeps its time of day", () => {
  // 9:30 on both sides: 16:30 and 15:30 by the sun.
  assert.equal(onDay(at("2027-03-13T16:30:00Z"), "2027-03-15", DENVER), "2027-03-15T15:30:00.000Z");
  assert.equal(onDay(at("2026-10-31T15:30:00Z"), "2026-11-01", DENVER), "2026-11-01T16:30:00.000Z");
});

test("into the hour that the clock leaves out it comes an hour later", () => {
  assert.equal(onDay(at("2027-03-13T09:30:00Z"), "2027-03-14", DENVER), "2027-03-14T09:30:00.000Z");
});

test("out of the second of two equal hours it keeps what the clock showed, and its seconds", () => {
  assert.equal(onDay(at("2026-11-01T08:30:20Z"), "2026-11-02", DENVER), "2026-11-02T08:30:20.000Z");
});

test("a posting stands in the day of the dealership, late ones in today", () => {
  const now = Date.parse("2026-11-30T12:00:00Z");
  assert.equal(placeOf(at("2026-12-02T05:00:00Z"), DENVER, now).day, "2026-12-01");
  const late = placeOf(at("2026-11-28T12:00:00Z"), DENVER, now);
  assert.deepEqual([late.day, late.at], ["2026-11-30", undefined]);
});

test("a day with 25 hours has two hours of the same time, and their names differ", () => {
  const first = Date.parse("2026-11-01T06:00:00Z");
  const hours = Array.from({ length: 25 }, (_, index) => ({
    start: new Date(first + index * HOUR).toISOString(),
    planned: index,
    free: 5,
  }));
  const spans = spansOf(hours, 0);
  assert.equal(spans.at(-1).end, "2026-11-02T07:00:00.000Z");
  const names = hours.map(({ start }) => hourName(start, DENVER, "en", true));
  assert.equal(new Set(names).size, 25);
  assert.equal(plusDays("2026-10-31", 2), "2026-11-02");
});
