// In the extension's worker, so that it also works while no panel is open: the form's page has told which listing the
// person published.
import { apiOf } from "../session/api.ts";
import { server } from "../session/server.ts";
import { handIn, report } from "./hand.ts";
import { listedIn } from "./messages.ts";

export async function published(message: unknown, sender: chrome.runtime.MessageSender): Promise<void> {
  const listed = listedIn(message);
  const { id, tab, origin } = sender;
  if (listed === null || id !== chrome.runtime.id || tab?.id === undefined || origin === undefined) return;
  const hand = await handIn(tab.id);
  const lotview = await server();
  if (hand === undefined || hand.reported === true || lotview === undefined) return;
  await report(apiOf(lotview), hand, `${origin}/marketplace/item/${listed.listingId}`);
}
