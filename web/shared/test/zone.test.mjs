import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { endOfDay, instantOf, localOf, startOfDay } = await load(new URL("../src/zone.ts", import.meta.url));
const DENVER = "America/Denver";

test("a local time is the dealership's, in winter and in summer", () => {
  assert.equal(instantOf("2026-11-30T09:30", DENVER), "2026-11-30T16:30:00.000Z");
  assert.equal(instantOf("2026-07-01T09:30", DENVER), "2026-07-01T15:30:00.000Z");
  assert.equal(instantOf("2026-11-30T09:30", "Asia/Jakarta"), "2026-11-30T02:30:00.000Z");
  assert.equal(instantOf("2026-11-30T09:30", "UTC"), "2026-11-30T09:30:00.000Z");
});

test("a time that the clock leaves out is later by the gap", () => {
  assert.equal(instantOf("2027-03-14T02:30", DENVER), "2027-03-14T09:30:00.000Z");
  assert.equal(localOf("2027-03-14T09:30:00Z", DENVER), "2027-03-14T03:30");
});

test("of a time that comes twice, the first one is meant", () => {
  assert.equal(instantOf("2026-11-01T01:30", DENVER), "2026-11-01T07:30:00.000Z");
});

test("what was said comes back", () => {
  for (const zone of [DENVER, "Europe/Stockholm", "Australia/Perth", "Asia/Kolkata"]) {
    for (const local of ["2026-02-28T23:59", "2026-06-15T00:00", "2026-12-31T12:05"]) {
      assert.equal(localOf(instantOf(local, zone), zone), local);
    }
  }
});

test("a day begins and ends at its midnights, also when the clocks change", () => {
  assert.equal(startOfDay("2026-11-01", DENVER), "2026-11-01T06:00:00.000Z");
  assert.equal(endOfDay("2026-11-01", DENVER), "2026-11-02T07:00:00.000Z");
  assert.equal(endOfDay("2026-12-31", "UTC"), "2027-01-01T00:00:00.000Z");
});
