// The answers are the fleet's: HealCasesTest of the browser-worker writes them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../shared/test/load.mjs";
import { form } from "../fill.mjs";

const cases = JSON.parse(readFileSync(new URL("./heal-cases.json", import.meta.url), "utf8"));
const { best, possible, isIn, mayBeIn, tellsMileage } = await load(new URL("./heal.entry.ts", import.meta.url), [form]);

test("a changed form is recognized as the fleet recognizes it", () => {
  assert.ok(cases.scores.filter((one) => one.best >= 0).length > 50, "many are recognized");
  assert.ok(cases.scores.filter((one) => one.best < 0).length > 20, "some are not");
  for (const one of cases.scores) {
    const words = cases.words[one.language];
    const found = best(words, one.field, one.form, one.candidates);
    const place = found === null ? -1 : one.candidates.indexOf(found.candidate);
    assert.equal(place, one.best, JSON.stringify(one));
    assert.ok(Math.abs((found?.score ?? 0) - one.score) < 1e-9, JSON.stringify(one));
    assert.deepEqual(one.candidates.map((candidate) => possible(words, one.field, candidate)), one.possible);
  }
});

test("a label of mileage words is the mileage, and tells its unit, as for the fleet", () => {
  for (const { language, label, tells, miles, kilometres } of cases.mileages) {
    const words = cases.words[language];
    assert.equal(tellsMileage(words, label), tells, label);
    assert.equal(isIn("MI", words, label), miles, label);
    assert.equal(isIn("KM", words, label), kilometres, label);
  }
});

test("a price may be in a currency by its sign, as for the fleet", () => {
  for (const { counts, shown } of cases.prices) {
    for (const [text, may] of shown) assert.equal(mayBeIn(counts, text), may, `${text} in ${counts.currency}`);
  }
});
