import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { load } from "../../shared/test/load.mjs";

const { recognise } = await load(new URL("../src/page/recognise.ts", import.meta.url));
const { readOf } = await load(new URL("../src/page/read.ts", import.meta.url));
const { snapshotOf } = await load(new URL("../src/page/snapshot.ts", import.meta.url));

const F150 = "1FTEW1EP4KFA12345";
const CAMRY = "4T1G11AK6LU123456";
const TESLA = "5YJ3E1EA2KF317000";
const CIVIC = "2HGFC2F56KH512345";
const BMW = "WBA5R7C54KFH12345";
const SILVERADO = "3GCUYDED4KG123456";
const JEEP = "1C4HJXDG6KW512345";
const TUCSON = "KM8J3CA44KU912345";
const RAV4 = "JTMRJREV7HD123456";
const SONATA = "5NPE34AF2KH712345";
const ALTIMA = "1N4BL4BV1KC112345";

/** What a person at that address gets; `at` is behind the dealer's host. */
function at(page, address) {
  const html = readFileSync(new URL(`pages/${page}.html`, import.meta.url), "utf8");
  const { document } = parseHTML(html);
  // As it passes from the page to the panel.
  return recognise(snapshotOf(JSON.parse(JSON.stringify(readOf(document, "https://dealer.example" + address)))));
}

const facts = (seen) => Object.fromEntries(seen.vehicle.facts.map(({ name, value }) => [name, value]));
const asked = (seen) => (assert.equal(seen.kind, "several"), seen.vehicles.map((one) => one.vin));
const sure = (seen) => (assert.equal(seen.kind, "vehicle", JSON.stringify(seen)), seen.vehicle.vin);

test("every page has a case", () => {
  const source = readFileSync(new URL(import.meta.url), "utf8");
  const pages = readdirSync(new URL("pages/", import.meta.url)).map((name) => name.replace(".html", ""));
  assert.ok(pages.length >= 16);
  assert.deepEqual(pages.filter((page) => !source.includes(`"${page}"`)), []);
});

test("Dealer.com: JSON-LD and a data layer with illegal escapes", () => {
  const seen = at("dealer-com-vehicle", "/used/Ford/2019-Ford-F-150-denver-0a1b2c3d4e5f60718293a4b5c6d7e8f9.htm");
  assert.equal(sure(seen), F150);
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

test("Dealer.com: the data layer alone, and a list", () => {
  const seen = at("dealer-com-data-layer-only", "/used/1.htm");
  assert.equal(sure(seen), CAMRY);
  assert.equal(facts(seen).stockNumber, "T-77");
  assert.equal(facts(seen).price, 2148000);
  assert.deepEqual(asked(at("dealer-com-list", "/used-inventory/index.htm")), [F150, CAMRY, TESLA]);
});

test("DealerOn: data attributes with markup and no price, and an ItemList", () => {
  const seen = at("dealeron-vehicle", "/used/2019-bmw-530i");
  assert.equal(sure(seen), BMW);
  assert.equal(facts(seen).exteriorColor, "Jet Black metallic");
  assert.equal(facts(seen).price, undefined);
  assert.deepEqual(asked(at("dealeron-list", "/searchused.aspx")), [BMW, CAMRY]);
});

test("Dealer Inspire: types in an array, numbers as texts, cards", () => {
  const seen = at("dealer-inspire-vehicle", "/inventory/used-2017-toyota-rav4-" + RAV4.toLowerCase() + "/");
  assert.equal(sure(seen), RAV4);
  assert.equal(facts(seen).mileage, 134147);
  assert.equal(facts(seen).condition, "USED");
  assert.equal(facts(seen).drivetrain, "AllWheelDriveConfiguration");
  assert.deepEqual(seen.vehicle.photos, ["https://dealer.example/1.jpg", "https://cdn.dealer.example/2.jpg"]);
  assert.deepEqual(asked(at("dealer-inspire-list", "/used-vehicles/")), [RAV4, SONATA]);
});

test("Dealer eProcess: escaped JSON in an attribute, a VIN in small letters", () => {
  const seen = at("dealer-eprocess-vehicle", "/vehicle-details/hyundai");
  assert.equal(sure(seen), SONATA);
  assert.equal(facts(seen).mileage, 44120);
  assert.equal(facts(seen).exteriorColor, "Symphony Silver");
});

test("JSON-LD in a graph and within an offer; microdata", () => {
  assert.equal(sure(at("graph", "/a")), CIVIC);
  assert.equal(sure(at("nested-offer", "/a")), JEEP);
  const seen = at("microdata", "/a");
  assert.equal(sure(seen), SILVERADO);
  assert.equal(facts(seen).model, "Silverado 1500");
});

test("a VIN in the address or in the text only", () => {
  const seen = at("address-only", "/vehicle/" + TUCSON.toLowerCase() + ".html");
  assert.equal(sure(seen), TUCSON);
  assert.equal(seen.vehicle.source, "address");
  assert.deepEqual(at("address-only", "/vehicle/KM8J3CA45KU912345.html"), { kind: "none" });
  assert.equal(sure(at("text-only", "/altima")), ALTIMA);
  assert.deepEqual(asked(at("text-two", "/altima")), [ALTIMA, SONATA]);
});

test("no VIN is no vehicle", () => {
  assert.deepEqual(at("no-vin", "/about"), { kind: "none" });
});

test("a wrong check digit is a question, also in the address", () => {
  assert.deepEqual(asked(at("wrong-check-digit", "/a")), ["1FTEW1EP5KFA12345"]);
  assert.deepEqual(asked(at("wrong-check-digit", "/a/1FTEW1EP5KFA12345")), ["1FTEW1EP5KFA12345"]);
});

test("two vehicles are a question, unless the address names one", () => {
  assert.deepEqual(asked(at("two-vehicles", "/compare")), [CIVIC, JEEP]);
  assert.equal(sure(at("two-vehicles", "/used/" + JEEP)), JEEP);
});

test("similar vehicles do not count where the page tells them apart, and else are a question", () => {
  assert.equal(sure(at("similar-cars", "/a")), CIVIC);
  assert.equal(sure(at("similar-cards", "/used/civic-ex?utm_source=ad")), CIVIC);
  assert.deepEqual(asked(at("similar-cards", "/used/other")), [CIVIC, JEEP]);
  assert.deepEqual(asked(at("only-a-similar-card", "/used/cx-5")), [JEEP]);
});

test("a payment by the month is no price", () => {
  for (const page of ["monthly-payment", "payment-as-price"]) {
    const seen = at(page, "/a");
    assert.equal(sure(seen), JEEP);
    assert.equal(facts(seen).price, undefined);
  }
});

test("what a page says is plain text", () => {
  const seen = at("script-in-name", "/a");
  assert.equal(sure(seen), TUCSON);
  assert.deepEqual(facts(seen), { make: "Hyundai", model: "Tucson SEL", exteriorColor: "kcalb" });
});

test("a page that changed its address without loading is a question", () => {
  assert.deepEqual(asked(at("single-page-site", "/used/" + JEEP)), [JEEP, CIVIC]);
  assert.equal(sure(at("single-page-site", "/used/" + CIVIC)), CIVIC);
});

test("data that cannot be read leaves the rest", () => {
  assert.equal(sure(at("broken-data", "/a")), CIVIC);
});

test("of a hostile answer only what has its shape and size is taken", () => {
  assert.deepEqual(recognise(snapshotOf(undefined)), { kind: "none" });
  assert.deepEqual(recognise(snapshotOf({ address: 1, jsonLd: [{}], marked: "x", microdata: [null], text: {} })), { kind: "none" });
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  assert.deepEqual(recognise(snapshotOf({ address: "https://a.example/", jsonLd: [deep], text: "" })), { kind: "none" });
  const many = snapshotOf({
    address: "https://a.example/",
    marked: Array.from({ length: 5_000 }, () => ({ data: { vin: JEEP, name: "x".repeat(1_000_000) } })),
    text: "x".repeat(10_000_000),
  });
  assert.equal(many.marked.length, 200);
  assert.equal(many.marked[0].data.name.length, 4_000);
  assert.equal(many.text.length, 200_000);
});
