import type { FormPlan } from "./plan.ts";
import type { FillReport } from "./report.ts";

/** What the panel says to the script in the form's page. Photos come one by one: a message has a limit. */
export type ToForm =
  | { fill: "photo"; place: number; name: string; type: string; base64: string }
  | { fill: "start"; plan: FormPlan; photos: number };

/** What the script answers to `start`. */
export type FromForm = { filled: FillReport } | { error: string };

/** What the script tells on its own. */
export interface Listed {
  lotview: "listed";
  listingId: string;
}

const ID = /^\d{1,25}$/;

/** Reads what a page may have sent: anything could be in it. */
export function listedIn(data: unknown): Listed | null {
  if (typeof data !== "object" || data === null) return null;
  const { lotview, listingId } = data as Record<string, unknown>;
  return lotview === "listed" && typeof listingId === "string" && ID.test(listingId) ? { lotview, listingId } : null;
}
