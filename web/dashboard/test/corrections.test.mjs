import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { changeOf, draftOf, typedOf } = await load("vehicle/corrections.ts");

test("a new vehicle has only what was typed, money in cents", () => {
  assert.deepEqual(
    draftOf({
      stockNumber: " A1 ",
      year: "2021",
      make: "Honda",
      model: "Civic",
      price: "18995.50",
      cleanTitle: "yes",
      features: "Heated seats\n\n Sunroof ",
      vin: "",
      trim: "  ",
    }),
    {
      stockNumber: "A1",
      year: 2021,
      make: "Honda",
      model: "Civic",
      price: 1899550,
      cleanTitle: true,
      features: ["Heated seats", "Sunroof"],
    },
  );
});

test("a correction names only what differs, and empties what was cleared", () => {
  const before = { stockNumber: "A1", year: 2021, make: "Honda", model: "Civic", price: 1899500, trim: "LX", features: [] };
  const typed = { ...typedOf(before), price: "18495", trim: "" };
  assert.deepEqual(changeOf(before, typed), { price: 1849500, trim: null });
});
