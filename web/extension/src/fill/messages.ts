import type { FormPlan } from "./plan.ts";
import type { FillReport } from "./report.ts";

/** What the panel says to the script in the form's page. Photos come one by one: a message has a limit. */
export type ToForm =
  | { fill: "photo"; place: number; name: string; type: string; base64: string }
  | { fill: "start"; plan: FormPlan; photos: number };

/** What the script answers to `start`. */
export type FromForm = { filled: FillReport } | { error: string } | { busy: true };

/** What the script tells on its own. */
export interface Listed {
  lotview: "listed";
  listingId: string;
  /** Only the address showed it: it may be anybody's listing, and the person says whether it is the one. */
  seen?: true;
}

/** What the script tells after it has filled, when the form shows something else. */
export interface FormNow {
  lotview: "form";
  filled: FillReport;
}

/** Reads a message of the script; only the extension's own scripts can send it, from the page of a tab. */
export function formNowIn(message: unknown, sender: chrome.runtime.MessageSender, tabId: number): FillReport | null {
  const { lotview, filled } = (message ?? {}) as Partial<FormNow>;
  return sender.id === chrome.runtime.id && sender.tab?.id === tabId && lotview === "form" ? (filled ?? null) : null;
}

const ID = /^\d{1,25}$/;

/** Reads what a page may have sent: anything could be in it. */
export function listedIn(data: unknown): Listed | null {
  if (typeof data !== "object" || data === null) return null;
  const { lotview, listingId, seen } = data as Record<string, unknown>;
  return lotview === "listed" && typeof listingId === "string" && ID.test(listingId)
    ? { lotview, listingId, ...(seen === true ? { seen } : {}) }
    : null;
}
