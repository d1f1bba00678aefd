import { type Schemas, api, body } from "./client.ts";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { queries } from "./queries.ts";

type Order = Schemas["SubmitPostingRequest"];
type Accepted = Schemas["AcceptedPosting"];

interface Kept {
  key: string;
  order: Order;
}

const KEPT = "lotview-orders";
const PAUSE = 5_000;

/** Orders a posting; without an answer the order is kept, and sent with the same key until there is one. */
export async function order(request: Order): Promise<Accepted | "kept"> {
  const kept = { key: crypto.randomUUID(), order: request };
  // Before it is sent: the page may be closed before the answer comes.
  change((all) => [...all, kept]);
  try {
    return await send(kept);
  } catch (error) {
    if (error instanceof ApiProblem && error.unanswered) {
      later();
      return "kept";
    }
    throw error;
  }
}

async function send(kept: Kept): Promise<Accepted> {
  try {
    const accepted = await body(
      api.POST("/v1/postings", { params: { header: { "Idempotency-Key": kept.key } } as never, body: kept.order }),
    );
    drop(kept.key);
    void queries.invalidateQueries({ queryKey: ["postings"] });
    void queries.invalidateQueries({ queryKey: ["vehicles"] });
    return accepted;
  } catch (error) {
    // An answer that refuses it ends it; no answer does not tell whether it was taken.
    if (!(error instanceof ApiProblem && (error.unanswered || error.status >= 500))) {
      drop(kept.key);
    }
    throw error;
  }
}

let timer: number | undefined;

function later(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void sendKept(), PAUSE);
}

/** Sends what was kept, one tab at a time. */
export async function sendKept(): Promise<void> {
  await navigator.locks.request("lotview-orders", async () => {
    for (const kept of all()) {
      await send(kept).catch(() => undefined);
    }
  });
  if (all().length > 0) {
    later();
  }
}

window.addEventListener("online", () => void sendKept());

function all(): Kept[] {
  return JSON.parse(localStorage.getItem(KEPT) ?? "[]") as Kept[];
}

function drop(key: string): void {
  change((kept) => kept.filter((one) => one.key !== key));
}

function change(how: (kept: Kept[]) => Kept[]): void {
  localStorage.setItem(KEPT, JSON.stringify(how(all())));
}
