import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load } from "../../shared/test/load.mjs";

/** The parts of the browser that orders use. */
let kept = {};
const tails = new Map();
const locks = {
  request: (name, work) => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(work);
    tails.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  },
};
Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
globalThis.chrome = {
  storage: {
    session: {
      get: async (key) => structuredClone({ [key]: kept[key] }),
      set: async (change) => void (kept = { ...kept, ...structuredClone(change) }),
    },
  },
};

const { ApiProblem, forget, orders, place, sendWaiting } = await load(new URL("orders.entry.ts", import.meta.url));

/** LotView behind a network: an order with a known key gets its first answer again. */
class Server {
  answers = new Map();
  made = [];
  online = true;
  problem = undefined;

  async POST(path, { params, body }) {
    await Promise.resolve();
    const key = params.header["Idempotency-Key"];
    if (this.online !== true && this.online !== "answer lost") {
      throw problem(0, "NO_ANSWER");
    }
    if (this.problem !== undefined) {
      throw this.problem;
    }
    if (!this.answers.has(key)) {
      this.made.push(body.vehicleId);
      this.answers.set(key, { id: "posting-" + this.made.length, status: "QUEUED" });
    }
    if (this.online === "answer lost") {
      throw problem(0, "NO_ANSWER");
    }
    return { data: this.answers.get(key) };
  }
}

const problem = (status, code, body, retryAfter) => new ApiProblem(status, code, code, body, retryAfter);

const later = () => (kept.orders = kept.orders.map(({ until, ...rest }) => rest));

beforeEach(() => {
  kept = {};
});

test("an order is sent once, and its posting is known", async () => {
  const server = new Server();
  await place("sam", { vehicleId: "v1" });
  assert.equal(await sendWaiting(server, "sam"), false);
  assert.equal(await sendWaiting(server, "sam"), false);
  assert.deepEqual(server.made, ["v1"]);
  const [order] = await orders();
  assert.equal(order.state, "TAKEN");
  assert.equal(order.postingId, "posting-1");
});

test("two panels that send at the same time, and a second press, make one posting", async () => {
  const server = new Server();
  await Promise.all([place("sam", { vehicleId: "v1" }), place("sam", { vehicleId: "v1" })]);
  await Promise.all([sendWaiting(server, "sam"), sendWaiting(server, "sam")]);
  assert.deepEqual(server.made, ["v1"]);
  assert.equal((await orders()).length, 1);
});

test("without a network it waits, and is sent with the same key", async () => {
  const server = new Server();
  server.online = false;
  await place("sam", { vehicleId: "v1" });
  assert.equal(await sendWaiting(server, "sam"), true);
  assert.equal((await orders())[0].problem.code, "NO_ANSWER");
  server.online = true;
  later();
  assert.equal(await sendWaiting(server, "sam"), false);
  assert.deepEqual(server.made, ["v1"]);
});

test("an order whose answer was lost is not made twice", async () => {
  const server = new Server();
  server.online = "answer lost";
  await place("sam", { vehicleId: "v1" });
  await sendWaiting(server, "sam");
  server.online = true;
  later();
  await sendWaiting(server, "sam");
  assert.deepEqual(server.made, ["v1"]);
  assert.equal((await orders())[0].postingId, "posting-1");
});

test("a limit says until when, and nothing is sent before", async () => {
  const server = new Server();
  server.problem = problem(429, "RATE_LIMITED", undefined, 40);
  await place("sam", { vehicleId: "v1" });
  const before = Date.now();
  await sendWaiting(server, "sam");
  const [order] = await orders();
  assert.equal(order.state, "WAITING");
  assert.ok(order.until >= before + 40_000);
  server.problem = undefined;
  await sendWaiting(server, "sam");
  assert.deepEqual(server.made, []);
});

test("what is posted already leads to its posting; what is refused says why", async () => {
  const server = new Server();
  server.problem = problem(409, "POSTING_ALREADY_ACTIVE", { postingId: "p9" });
  await place("sam", { vehicleId: "v1" });
  await sendWaiting(server, "sam");
  server.problem = problem(422, "VEHICLE_NOT_POSTABLE", { errors: [{ field: "price", reason: "is missing" }] });
  await place("sam", { vehicleId: "v2" });
  await sendWaiting(server, "sam");
  const [active, refused] = await orders();
  assert.deepEqual([active.state, active.postingId], ["TAKEN", "p9"]);
  assert.equal(refused.state, "REFUSED");
  assert.equal(refused.problem.body.errors[0].field, "price");
});

test("orders of another person are not sent, and an order can be taken back", async () => {
  const server = new Server();
  await place("sam", { vehicleId: "v1" });
  await sendWaiting(server, "dana");
  assert.deepEqual(server.made, []);
  await forget((await orders())[0].key);
  await sendWaiting(server, "sam");
  assert.deepEqual(server.made, []);
});
