import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../shared/test/load.mjs";

const { seal, CannotSeal } = await load(new URL("../src/connect/seal.ts", import.meta.url));
const { ownerOf } = await load(new URL("../src/connect/owner.ts", import.meta.url));
const file = new URL("../../../contracts/src/test/resources/seal/known-answer.json", import.meta.url);
const known = JSON.parse(readFileSync(file, "utf8"));
const content = () => new TextEncoder().encode(known.content);

test("the known answer is made byte for byte; KnownAnswerTest opens it in Java", async () => {
  const ephemeral = new Uint8Array(Buffer.from(known.ephemeral, "base64"));
  assert.equal(await seal(known.key, known.context, content(), ephemeral), known.sealed);
});

test("each seal has a key of its own, begins with the fleet's key id, and shows nothing", async () => {
  const first = await seal(known.key, known.context, content());
  const second = await seal(known.key, known.context, content());
  assert.notEqual(first, second);
  const bytes = Buffer.from(first, "base64");
  assert.equal(bytes[0], 1);
  assert.equal(bytes.readUInt32BE(1), known.key.keyId);
  assert.equal(bytes.length, 5 + 32 + content().length + 16);
  assert.ok(!bytes.includes(Buffer.from(known.user)));
});

test("the owner is stated without the number, as services and worker make it", async () => {
  assert.deepEqual(await ownerOf(known.dealershipId, known.user), known.owner);
});

test("a fleet that seals in another way, and a key that is none, are refused", async () => {
  await assert.rejects(seal({ ...known.key, suite: "another" }, "", content()), CannotSeal);
  await assert.rejects(seal({ ...known.key, publicKey: "AAAA" }, "", content()), CannotSeal);
});
