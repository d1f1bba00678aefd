// In the extension's worker, so that it also works while no panel is open: the form's page has told which listing the
// person published, or what the form shows.
import { apiOf } from "../session/api.ts";
import { server } from "../session/server.ts";
import { handIn, hands, keep, keepForm, report } from "./hand.ts";
import { formNowIn, listedIn } from "./messages.ts";

/** Whether the message was one of the form's page, and is kept; the browser may stop the worker at any moment. */
export async function heard(message: unknown, sender: chrome.runtime.MessageSender): Promise<boolean> {
  const { id, tab, origin } = sender;
  if (id !== chrome.runtime.id || tab?.id === undefined || origin === undefined) return false;
  const hand = await handIn(tab.id);
  if (hand === undefined) return false;
  const form = formNowIn(message, sender, tab.id);
  if (form !== null) {
    await keepForm(tab.id, form);
    return true;
  }
  const listed = listedIn(message);
  if (listed === null) return false;
  const url = `${origin}/marketplace/item/${listed.listingId}`;
  const told = listed.seen === true ? { seenUrl: url } : { listingUrl: url };
  if (hand.listingUrl === undefined) await keep({ ...hand, ...told });
  return true;
}

/** Reports what is published and not reported so far: after a message, and whenever worker or panel begin. */
export async function reportAll(): Promise<void> {
  const lotview = await server();
  if (lotview === undefined) return;
  for (const hand of await hands()) {
    if (hand.listingUrl !== undefined && hand.reported !== true) await report(apiOf(lotview), hand, hand.listingUrl);
  }
}
