import { ApiProblem, type ProblemBody } from "@lotview/shared/src/problem.ts";
import { type Api, type Schemas, body } from "../session/api.ts";

type Wish = Schemas["SubmitPostingRequest"];

/** An order of a person. It is kept until LotView has answered, so that closing the panel loses none. */
export interface Order {
  /** The same key is the same order, however often it is sent. */
  key: string;
  user: string;
  wish: Wish;
  state: "WAITING" | "TAKEN" | "REFUSED";
  /** Not to be sent before. */
  until?: number;
  postingId?: string;
  expectedStart?: string;
  problem?: { code: string; detail: string; body: ProblemBody | undefined };
}

const KEPT = "orders";
const MAX_KEPT = 50;
const PAUSE = 5_000;

export async function orders(): Promise<Order[]> {
  return (await chrome.storage.session.get<Record<string, Order[]>>(KEPT))[KEPT] ?? [];
}

/** Calls back at each change; the result ends it. */
export function onOrders(then: (all: Order[]) => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
    if (area === "session" && changes[KEPT] !== undefined) {
      then((changes[KEPT].newValue as Order[] | undefined) ?? []);
    }
  };
  chrome.storage.onChanged.addListener(listener);
  return () => chrome.storage.onChanged.removeListener(listener);
}

/** Keeps the order; a second one for a vehicle whose order waits is the same. */
export const place = (user: string, wish: Wish): Promise<void> =>
  change((all) => {
    const same = (one: Order) => one.wish.vehicleId === wish.vehicleId && one.user === user;
    if (all.some((one) => same(one) && one.state === "WAITING")) {
      return all;
    }
    const order: Order = { key: crypto.randomUUID(), user, wish, state: "WAITING" };
    return [...all.filter((one) => !same(one)), order].slice(-MAX_KEPT);
  });

/** Takes back what was not sent, or what was refused. */
export const forget = (key: string): Promise<void> => change((all) => all.filter((one) => one.key !== key));

/** Sends what waits, one panel at a time. True if something still waits. */
export async function sendWaiting(api: Api, user: string): Promise<boolean> {
  await navigator.locks.request("lotview-orders-send", async () => {
    for (const order of (await orders()).filter((one) => one.state === "WAITING" && one.user === user)) {
      if ((order.until ?? 0) <= Date.now()) {
        const answered = await send(api, order);
        await change((all) => all.map((one) => (one.key === order.key ? answered : one)));
      }
    }
  });
  return (await orders()).some((one) => one.state === "WAITING" && one.user === user);
}

async function send(api: Api, order: Order): Promise<Order> {
  try {
    const accepted = await body(
      api.POST("/v1/postings", { params: { header: { "Idempotency-Key": order.key } } as never, body: order.wish }),
    );
    const start = accepted.expectedStart === undefined ? {} : { expectedStart: accepted.expectedStart };
    return { ...order, state: "TAKEN", postingId: accepted.id, ...start };
  } catch (error) {
    return refused(order, error);
  }
}

/** An answer that refuses the order ends it; no answer does not tell whether it was taken. */
export function refused(order: Order, error: unknown): Order {
  if (!(error instanceof ApiProblem)) {
    throw error;
  }
  const problem = { code: error.code, detail: error.message, body: error.body };
  if (error.unanswered || error.status >= 500 || error.status === 401) {
    return { ...order, until: Date.now() + PAUSE, problem };
  }
  if (error.status === 429) {
    return { ...order, until: Date.now() + (error.retryAfter ?? 60) * 1_000, problem };
  }
  const active = (error.body as unknown as Record<string, unknown> | undefined)?.["postingId"];
  return error.code === "POSTING_ALREADY_ACTIVE" && typeof active === "string"
    ? { ...order, state: "TAKEN", postingId: active, problem }
    : { ...order, state: "REFUSED", problem };
}

async function change(how: (all: Order[]) => Order[]): Promise<void> {
  await navigator.locks.request("lotview-orders", async () => {
    await chrome.storage.session.set({ [KEPT]: how(await orders()) });
  });
}
