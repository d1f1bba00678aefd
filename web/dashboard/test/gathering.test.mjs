import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { Gathering } = await load("live/gathering.ts");

/** Asks that are answered, and pauses that end, when the test says so. */
function stage() {
  const asked = [];
  const answers = [];
  const pauses = [];
  const gathering = new Gathering(
    (keys) => {
      asked.push(keys);
      return new Promise((answer) => answers.push(answer));
    },
    (millis) => new Promise((end) => pauses.push({ millis, end })),
  );
  return { gathering, asked, answers, pauses };
}

const settle = () => new Promise((done) => setImmediate(done));

test("the first event is shown at once", () => {
  const { gathering, asked } = stage();
  gathering.add([["vehicles", "list"]]);
  assert.deepEqual(asked, [[["vehicles", "list"]]]);
});

test("events of a stream wait for the answer and the pause, and are shown together", async () => {
  const { gathering, asked, answers, pauses } = stage();
  gathering.add([["a"]]);
  gathering.add([["b"]]);
  gathering.add([["b"], ["c"]]);
  pauses.forEach(({ millis, end }) => millis < 1000 && end());
  await settle();
  assert.equal(asked.length, 1, "the first is not answered yet");
  answers[0]();
  await settle();
  assert.deepEqual(asked.slice(1), [[["b"], ["c"]]]);
});

test("an event while its own answer is on the way is asked for again", async () => {
  const { gathering, asked, answers, pauses } = stage();
  gathering.add([["a"]]);
  gathering.add([["a"]]);
  answers[0]();
  pauses.forEach(({ end }) => end());
  await settle();
  assert.deepEqual(asked, [[["a"]], [["a"]]]);
});

test("the pauses grow while the stream lasts, and begin anew after it", async () => {
  const { gathering, answers, pauses } = stage();
  const short = () => pauses.filter(({ millis }) => millis < 5000).map(({ millis }) => millis);
  for (let i = 0; i < 6; i++) {
    gathering.add([["a"]]);
    answers[i]();
    gathering.add([["a"]]);
    pauses.forEach(({ end }) => end());
    await settle();
  }
  assert.deepEqual(short().slice(0, 6), [150, 300, 600, 1200, 2400, 2400]);
  answers.forEach((answer) => answer());
  pauses.forEach(({ end }) => end());
  await settle();
  pauses.length = 0;
  gathering.add([["a"]]);
  assert.deepEqual(short(), [150]);
});

test("an answer that does not come keeps nothing else from being shown", async () => {
  const { gathering, asked, pauses } = stage();
  gathering.add([["a"]]);
  gathering.add([["b"]]);
  pauses.forEach(({ end }) => end());
  await settle();
  assert.deepEqual(asked[1], [["b"]]);
});
