import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../shared/test/load.mjs";

const [en, es] = await Promise.all(
  ["en", "es"].map(async (language) => (await load(new URL(`../src/text/${language}.ts`, import.meta.url))).default),
);
const places = (sentence) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();

test("a sentence has the same places in both languages", () => {
  assert.deepEqual(Object.keys(es), Object.keys(en));
  for (const key of Object.keys(en)) {
    assert.deepEqual(places(es[key]), places(en[key]), key);
  }
});
