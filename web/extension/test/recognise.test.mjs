import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { load } from "../../shared/test/load.mjs";

const { recognise } = await load(new URL("../src/page/recognise.ts", import.meta.url));
const { readOf } = await load(new URL("../src/page/read.ts", import.meta.url));
const { snapshotOf } = await load(new URL("../src/page/snapshot.ts", import.meta.url));

/** What a page of `pages` is at an address behind the dealer's host. */
const cases = JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf8"));
const TUCSON = "KM8J3CA44KU912345";
const JEEP = "1C4HJXDG6KW512345";

/** What a person at that address gets; `at` is behind the dealer's host. */
function at(page, address) {
  const html = readFileSync(new URL(`pages/${page}.html`, import.meta.url), "utf8");
  const { document } = parseHTML(html);
  // As it passes from the page to the panel.
  return recognise(snapshotOf(JSON.parse(JSON.stringify(readOf(document, "https://dealer.example" + address)))));
}

const facts = (seen) => Object.fromEntries(seen.vehicle.facts.map(({ name, value }) => [name, value]));

test("every page has a case", () => {
  const pages = readdirSync(new URL("pages/", import.meta.url)).map((name) => name.replace(".html", ""));
  assert.ok(pages.length >= 16);
  assert.deepEqual(
    pages.filter((page) => !cases.some((one) => one.page === page)),
    [],
  );
});

for (const { page, address, kind, vins } of cases) {
  test(`${page} at ${address}: ${kind}`, () => {
    const seen = at(page, address);
    const found = seen.kind === "vehicle" ? [seen.vehicle] : seen.kind === "several" ? seen.vehicles : [];
    assert.deepEqual([seen.kind, found.map((one) => one.vin)], [kind, vins]);
  });
}

test("Dealer.com: facts of JSON-LD and of a data layer with illegal escapes", () => {
  const seen = at("dealer-com-vehicle", "/used/1.htm");
  assert.deepEqual(facts(seen), {
    stockNumber: "F-1042",
    year: 2019,
    make: "Ford",
    model: "F-150",
    trim: "XLT",
    mileage: 48211,
    exteriorColor: "Agate Black",
    interiorColor: "Medium Earth Gray",
    bodyStyle: "SuperCrew Cab",
    engine: "2.7L V6 [EcoBoost]",
    condition: "USED",
    price: 2899500,
  });
  assert.equal(seen.vehicle.facts.find((fact) => fact.name === "mileage").source, "data-layer");
});

test("markup in values is dropped, and no price is none", () => {
  const bmw = facts(at("dealeron-vehicle", "/used/2019-bmw-530i"));
  assert.equal(bmw.exteriorColor, "Jet Black metallic");
  assert.equal(bmw.price, undefined);
  const tucson = facts(at("script-in-name", "/a"));
  assert.deepEqual(tucson, { make: "Hyundai", model: "Tucson SEL", exteriorColor: "kcalb" });
});

test("numbers as texts, photos by absolute addresses of the web only", () => {
  const seen = at("dealer-inspire-vehicle", "/a");
  assert.equal(facts(seen).mileage, 134147);
  assert.equal(facts(seen).condition, "USED");
  assert.deepEqual(seen.vehicle.photos, ["https://dealer.example/1.jpg", "https://cdn.dealer.example/2.jpg"]);
});

test("facts of escaped JSON in an attribute and of microdata", () => {
  assert.equal(facts(at("dealer-eprocess-vehicle", "/a")).mileage, 44120);
  assert.equal(facts(at("microdata", "/a")).model, "Silverado 1500");
});

test("each value has its source", () => {
  const seen = at("dealer-com-vehicle", "/a");
  assert.equal(seen.vehicle.facts.find((fact) => fact.name === "mileage").source, "data-layer");
  assert.equal(at("address-only", "/vehicle/" + TUCSON).vehicle.source, "address");
});

test("a payment by the month is no price", () => {
  for (const page of ["monthly-payment", "payment-as-price"]) {
    assert.equal(facts(at(page, "/a")).price, undefined);
  }
});

test("of a hostile answer only what has its shape and size is taken", () => {
  assert.deepEqual(recognise(snapshotOf(undefined)), { kind: "none" });
  const misshapen = { address: 1, jsonLd: [{}], marked: "x", microdata: [null], text: {} };
  assert.deepEqual(recognise(snapshotOf(misshapen)), { kind: "none" });
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const nested = { address: "https://a.example/", jsonLd: [deep], text: "" };
  assert.deepEqual(recognise(snapshotOf(nested)), { kind: "none" });
  const many = snapshotOf({
    address: "https://a.example/",
    marked: Array.from({ length: 5_000 }, () => ({ data: { vin: JEEP, name: "x".repeat(1_000_000) } })),
    text: "x".repeat(10_000_000),
  });
  assert.equal(many.marked.length, 200);
  assert.equal(many.marked[0].data.name.length, 4_000);
  assert.equal(many.text.length, 200_000);
});
