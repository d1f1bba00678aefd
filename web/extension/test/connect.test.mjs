import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../shared/test/load.mjs";

const { barrier, connect, follow, ApiProblem, CannotSeal } = await load(new URL("connect.entry.ts", import.meta.url));
const { sessionOf } = await load(new URL("../src/connect/session.ts", import.meta.url));
const english = (await load(new URL("../src/connect/connect.en.ts", import.meta.url))).default;
const spanish = (await load(new URL("../src/connect/connect.es.ts", import.meta.url))).default;

const SECRET = "xs-value-of-the-test";
const USER = "100004215550123";
const SESSION = { user: USER, cookies: [{ name: "c_user", value: USER }, { name: "xs", value: SECRET }] };
const ACCOUNT = { id: "account-1", state: "CHECKING", check: { state: "CHECKING" } };

/** A browser and a server that do what is wanted, and what they were asked. */
function ports(changes = {}) {
  const asked = [];
  const note = (name, what) => (...args) => {
    asked.push([name, ...args]);
    return what(...args);
  };
  const all = {
    allow: async () => true,
    read: async () => SESSION,
    seal: async (key, context) => `sealed with ${key.keyId} for ${context}`,
    key: async () => ({ keyId: 7 }),
    begin: async () => ({ id: "sealing-1", context: "context-1" }),
    deliver: async () => ACCOUNT,
    account: async () => ({ ...ACCOUNT, state: "VALID" }),
    pause: async () => {},
    ...changes,
  };
  const noted = Object.entries(all).map(([name, what]) => [name, note(name, what)]);
  return { asked, ports: { dealershipId: "dealership-1", ...Object.fromEntries(noted) } };
}

async function run(changes) {
  const { asked, ports: given } = ports(changes);
  const told = [];
  await connect(given, "Main", (progress) => told.push(progress));
  return { asked, told, last: told.at(-1), names: asked.map(([name]) => name) };
}

const after = (...answers) => async () => {
  const next = answers.length > 1 ? answers.shift() : answers[0];
  if (next instanceof Error) throw next;
  return next;
};

test("with the owner's yes the account is connected once the site has confirmed it", async () => {
  const checking = { ...ACCOUNT };
  const { told, last, names } = await run({ account: after(checking, checking, { ...ACCOUNT, state: "VALID" }) });
  assert.deepEqual(
    told.map(({ step }) => step),
    ["asking", "reading", "sealing", "sending", "checking", "connected"],
  );
  assert.deepEqual(last, { step: "connected", accountId: "account-1" });
  assert.equal(names[0], "allow", "the browser asks only while the click lasts");
  assert.equal(names.filter((name) => name === "pause").length, 2);
});

test("without it nothing is read and no server is asked", async () => {
  const { last, names } = await run({ allow: async () => false });
  assert.deepEqual(last, { step: "stopped", why: "refused" });
  assert.deepEqual(names, ["allow"]);
});

test("what goes to the server and what is told holds neither cookie nor number", async () => {
  const { asked, told } = await run();
  const open = asked.filter(([name]) => name !== "seal");
  for (const text of [JSON.stringify(open), JSON.stringify(told)]) {
    assert.ok(!text.includes(SECRET) && !text.includes(USER));
  }
  assert.ok(open.some(([name, , , sealed]) => name === "deliver" && sealed === "sealed with 7 for context-1"));
});

test("the bytes that were sealed are wiped", async () => {
  let bytes;
  await run({ seal: async (key, context, content) => ((bytes = content), "sealed") });
  assert.ok(bytes.length > 0 && bytes.every((byte) => byte === 0));
});

test("a retired key is read again, and once only", async () => {
  const retired = new ApiProblem(409, "SEAL_KEY_RETIRED", "retired");
  const key = after({ keyId: 7 }, { keyId: 8 });
  const renewed = await run({ key, deliver: after(retired, ACCOUNT) });
  assert.equal(renewed.last.step, "connected");
  assert.deepEqual(
    renewed.asked.filter(([name]) => name === "deliver").map(([, id, keyId]) => [id, keyId]),
    [["sealing-1", 7], ["sealing-1", 8]],
  );
  const { last, names } = await run({ deliver: after(retired) });
  assert.deepEqual(last, { step: "stopped", why: "failed", reason: "retired" });
  assert.equal(names.filter((name) => name === "deliver").length, 2);
});

const STOPS = [
  ["nobody is signed in", { read: async () => undefined }, { why: "signedOut" }],
  ["the browser cannot seal", { seal: after(new CannotSeal("old")) }, { why: "cannotSeal" }],
  ["no answer", { key: after(new ApiProblem(0, "NO_ANSWER", "")) }, { why: "unanswered" }],
  ["no right", { begin: after(new ApiProblem(403, "FORBIDDEN", "no")) }, { why: "forbidden", reason: "no" }],
  ["known", { begin: after(new ApiProblem(409, "FB_ACCOUNT_ALREADY_CONNECTED", "is")) }, { why: "known", reason: "is" }],
  ["an old sealing", { deliver: after(new ApiProblem(404, "SEALING_NOT_FOUND", "old")) }, { why: "failed", reason: "old" }],
  ["something else", { read: after(new TypeError("x")) }, { why: "failed" }],
  [
    "the site says no",
    { account: after({ ...ACCOUNT, state: "NEEDS_LOGIN", check: { state: "NEEDS_LOGIN", error: "Checkpoint" } }) },
    { why: "siteRefused", reason: "Checkpoint" },
  ],
  [
    "the check failed",
    { account: after({ ...ACCOUNT, check: { state: "FAILED", error: "No browser" } }) },
    { why: "notChecked", reason: "No browser" },
  ],
];
for (const [name, changes, end] of STOPS) {
  test(`it stops and says why: ${name}`, async () => {
    assert.deepEqual((await run(changes)).last, { step: "stopped", ...end });
  });
}

test("a panel that is opened again follows the check that runs", async () => {
  const told = [];
  await follow(ports().ports, "account-1", (progress) => told.push(progress));
  assert.deepEqual(told, [
    { step: "checking", accountId: "account-1" },
    { step: "connected", accountId: "account-1" },
  ]);
});

const cookie = (name, value, more = {}) => ({
  name,
  value,
  domain: ".facebook.com",
  path: "/",
  httpOnly: true,
  secure: true,
  hostOnly: false,
  session: false,
  storeId: "0",
  sameSite: "no_restriction",
  expirationDate: 1_900_000_000.75,
  ...more,
});

test("who may not connect is told before anything is asked for", async () => {
  const { asked, ports: given } = ports({ key: after(new ApiProblem(403, "FORBIDDEN", "no")) });
  assert.deepEqual(await barrier(given), { step: "stopped", why: "forbidden", reason: "no" });
  assert.deepEqual(asked.map(([name]) => name), ["key"]);
  assert.equal(await barrier(ports().ports), undefined);
});

test("cookies are taken in the form in which sessions are sealed", () => {
  const session = sessionOf([
    cookie("c_user", USER),
    cookie("xs", "x", { sameSite: "unspecified", expirationDate: undefined }),
  ]);
  assert.equal(session.user, USER);
  assert.deepEqual(session.cookies[0], {
    name: "c_user",
    value: USER,
    domain: ".facebook.com",
    path: "/",
    expires: 1_900_000_000,
    httpOnly: true,
    secure: true,
    sameSite: "None",
  });
  assert.equal(session.cookies[1].sameSite, null);
  assert.equal(session.cookies[1].expires, -1);
});

test("cookies without one signed-in person are no session", () => {
  const user = cookie("c_user", USER);
  const xs = cookie("xs", "x");
  for (const cookies of [[], [user], [xs], [cookie("c_user", "no number"), xs], [user, user, xs], [user, cookie("xs", "")]]) {
    assert.equal(sessionOf(cookies), undefined);
  }
  assert.equal(sessionOf([user, xs, ...Array.from({ length: 99 }, (_, i) => cookie("c" + i, "x"))]), undefined);
});

test("both languages say everything, with the same places", () => {
  assert.deepEqual(Object.keys(spanish), Object.keys(english));
  const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join();
  for (const key of Object.keys(english)) {
    assert.equal(places(spanish[key]), places(english[key]), key);
  }
});
