import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../shared/test/load.mjs";

const { recognise } = await load(new URL("../src/page/recognise.ts", import.meta.url));

test("one vehicle in JSON-LD is the vehicle", () => {
  const jsonLd = [JSON.stringify({ "@type": "Car", vehicleIdentificationNumber: "1HGCM82633A004352" })];
  const seen = recognise({ address: "https://dealer.example/", canonical: undefined, jsonLd });
  assert.equal(seen.kind, "vehicle");
  assert.equal(seen.vehicle.vin, "1HGCM82633A004352");
});
