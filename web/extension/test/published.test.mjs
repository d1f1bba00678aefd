import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load } from "../../shared/test/load.mjs";
import { form } from "../fill.mjs";

/** The parts of the browser that the extension's worker uses when a form's page tells something. */
let kept = {};
let answers = [];
let asked = [];
const area = {
  get: async (key) => structuredClone(key === null ? kept : { [key]: kept[key] }),
  set: async (change) => void (kept = { ...kept, ...structuredClone(change) }),
  remove: async (keys) => [keys].flat().forEach((key) => delete kept[key]),
};
const settings = { get: async () => ({ server: "https://lotview.example" }) };
globalThis.__LOTVIEW_SERVER__ = "";
globalThis.chrome = { runtime: { id: "me" }, storage: { session: area, local: settings, managed: settings } };
globalThis.fetch = async (request) => {
  asked.push([request.method, new URL(request.url).pathname, await request.text()]);
  const answer = answers.shift();
  if (answer === undefined) throw new TypeError("no network");
  return new Response("{}", { status: answer, headers: { "Content-Type": "application/json" } });
};

const { heard, reportAll } = await load(new URL("../src/fill/published.ts", import.meta.url), [form]);

const hand = { postingId: "p1", vehicleId: "v1", tabId: 7 };
const page = { id: "me", tab: { id: 7 }, origin: "https://www.facebook.com" };
const listed = { lotview: "listed", listingId: "815" };
const url = "https://www.facebook.com/marketplace/item/815";

beforeEach(() => {
  kept = { token: "t", "hand-7": hand };
  answers = [];
  asked = [];
});

test("a listing is kept before it is reported, so that a worker that is stopped loses none", async () => {
  assert.equal(await heard(listed, page), true);
  assert.equal(kept["hand-7"].listingUrl, url);
  assert.deepEqual(asked, []);

  await assert.rejects(reportAll());
  assert.notEqual(kept["hand-7"].reported, true);
  answers = [200];
  await reportAll();
  assert.equal(kept["hand-7"].reported, true);
  assert.deepEqual(asked.at(-1), ["POST", "/v1/postings/p1/listed", JSON.stringify({ listingUrl: url })]);

  const before = asked.length;
  await reportAll();
  assert.equal(asked.length, before, "it is reported once");
});

test("the first listing that a form's page tells is the one", async () => {
  await heard(listed, page);
  await heard({ ...listed, listingId: "816" }, page);
  assert.equal(kept["hand-7"].listingUrl, url);
});

test("a listing that only the address shows may be anybody's: the person is asked", async () => {
  await heard({ ...listed, seen: true }, page);
  await reportAll();
  assert.deepEqual(asked, []);
  assert.equal(kept["hand-7"].seenUrl, url);
  assert.equal(kept["hand-7"].listingUrl, undefined);
  await heard({ ...listed, listingId: "816" }, page);
  assert.equal(kept["hand-7"].listingUrl, url.replace("815", "816"));
});

test("only the page of a hand's tab is heard, and only digits are taken from it", async () => {
  for (const [message, sender] of [
    [listed, { ...page, id: "another extension" }],
    [listed, { ...page, tab: { id: 8 } }],
    [listed, { id: "me" }],
    [{ ...listed, listingId: "8/../15" }, page],
    [{ kind: "press" }, page],
    [null, page],
  ]) {
    assert.equal(await heard(message, sender), false);
  }
  assert.deepEqual(kept, { token: "t", "hand-7": hand });
});

test("what the form shows is kept for a panel that is opened again", async () => {
  const filled = { complete: false, language: "en", fields: [], photos: { wanted: 2, stored: 1 }, stopped: null };
  assert.equal(await heard({ lotview: "form", filled }, page), true);
  assert.deepEqual(kept["form-7"], filled);
});
