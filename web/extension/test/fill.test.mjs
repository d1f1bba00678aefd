import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../shared/test/load.mjs";

const { inLanguage } = await load(new URL("../src/fill/plan.ts", import.meta.url));
const { listingIn } = await load(new URL("../src/fill/answer.ts", import.meta.url));
const { listedIn } = await load(new URL("../src/fill/messages.ts", import.meta.url));
const { isFormOf } = await load(new URL("../src/fill/allowed.ts", import.meta.url));
const { fillTexts } = await load(new URL("../src/fill/texts.ts", import.meta.url));

const words = (language, accepted) => ({
  language,
  formNames: ["Marketplace"],
  removePhoto: [],
  loading: [],
  cityKinds: [],
  known: [],
  units: { miles: [], kilometres: [], fillers: [] },
  fields: {
    fuelType: { labels: ["Fuel"], accepted },
    year: { labels: ["Year"], accepted: [] },
  },
});
const plan = {
  fields: [
    { name: "year", kind: "CHOICE", values: ["2021"], optional: false },
    { name: "fuelType", kind: "CHOICE", values: [], optional: true },
  ],
  counts: null,
  languages: [words("en", ["Gasoline", "Petrol"]), words("es", ["Gasolina", "Gasoline"])],
};

test("a page in a dialect of a known language gets that language's words", () => {
  const spanish = inLanguage(plan, "es-419");
  assert.deepEqual(spanish.fields.map((field) => field.accepted), [["2021"], ["Gasolina", "Gasoline"]]);
  assert.deepEqual(inLanguage(plan, "en_GB").fields[1].accepted, ["Gasoline", "Petrol"]);
});

test("a page in an unknown language gets no words", () => {
  assert.equal(inLanguage(plan, "nl"), null);
  assert.equal(inLanguage(plan, ""), null);
});

test("the listing's id is read from the site's answer, as text or number, behind a guard, and broken off", () => {
  assert.equal(listingIn('for (;;);{"data":{"marketplace_listing_create":{"listing":{"id":"815"}}}}'), "815");
  assert.equal(listingIn('{"data":{"marketplace_listing_create":{"listing":{"__typename":"L","id":815}}}'), "815");
  assert.equal(listingIn('{"data":{"marketplace_listing_edit":{"listing":{"id":"815"}}}}'), null);
  assert.equal(listingIn('{"errors":[{"message":"no"}],"data":{"marketplace_listing_create":null}}'), null);
});

test("only digits are taken from a page's message", () => {
  assert.equal(listedIn({ lotview: "listed", listingId: "815" }).listingId, "815");
  for (const wrong of [null, "815", {}, { lotview: "listed" }, { lotview: "listed", listingId: 815 },
    { lotview: "listed", listingId: "8/../15" }, { lotview: "listed", listingId: "1".repeat(26) }]) {
    assert.equal(listedIn(wrong), null);
  }
});

test("only the page that creates a vehicle's listing is the form, and only on the marketplace", () => {
  const site = "https://www.facebook.com";
  assert.ok(isFormOf(site, site + "/marketplace/create/vehicle?step=audience"));
  assert.ok(isFormOf(site, site + "/marketplace/create/vehicle/"));
  for (const other of [undefined, "", site, site + "/marketplace/create/item", site + "/marketplace/create/vehicle/../../me",
    "https://evil.example/marketplace/create/vehicle", "https://www.facebook.com.evil.example/marketplace/create/vehicle"]) {
    assert.ok(!isFormOf(site, other), other);
  }
});

test("English and Spanish have the same texts", () => {
  const [english, spanish] = [fillTexts("en-US"), fillTexts("es-MX")];
  assert.notEqual(english, spanish);
  assert.deepEqual(Object.keys(spanish.why), Object.keys(english.why));
  assert.deepEqual(Object.keys(spanish.fields), Object.keys(english.fields));
});
