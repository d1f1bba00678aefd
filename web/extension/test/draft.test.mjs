import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../shared/test/load.mjs";

const { draftOf } = await load(new URL("../src/panel/draft.ts", import.meta.url));

const seen = {
  vin: "1C4HJXDG6KW512345",
  source: "json-ld",
  facts: [
    { name: "year", value: 2019, source: "json-ld" },
    { name: "price", value: 2899500, source: "json-ld" },
  ],
  photos: ["https://dealer.example/1.jpg"],
};

test("nothing is taken without a tick", () => {
  assert.deepEqual(draftOf(seen, [], {}), {});
  assert.deepEqual(draftOf(seen, ["year"], {}), { year: 2019 });
  assert.deepEqual(draftOf(seen, ["vin", "price", "photos"], {}), { vin: seen.vin, price: 2899500 });
});

test("what a person typed is taken as it is, and a year is a number", () => {
  assert.deepEqual(draftOf(seen, [], { stockNumber: " A1 ", make: "  ", year: "2020" }), {
    stockNumber: "A1",
    year: 2020,
  });
});
