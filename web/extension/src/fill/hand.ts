// A posting by hand, from the panel's side: reserve, fill the form in the tab, report the listing.
import { type Api, body } from "../session/api.ts";
import type { FromForm, ToForm } from "./messages.ts";
import type { FillReport } from "./report.ts";

/** A posting whose form is open in a tab. Kept where pages cannot read, and known to the worker while no panel is open. */
export interface Hand {
  postingId: string;
  vehicleId: string;
  tabId: number;
  /** The listing that the person has published; reported by the worker. */
  listingUrl?: string;
  /** A listing that the tab showed afterwards; the person says whether it is the one. */
  seenUrl?: string;
  /** Whether LotView has it. */
  reported?: boolean;
}

const keyOf = (tabId: number) => `hand-${tabId}`;
const formOf = (tabId: number) => `form-${tabId}`;

export async function handIn(tabId: number): Promise<Hand | undefined> {
  return (await chrome.storage.session.get<Record<string, Hand>>(keyOf(tabId)))[keyOf(tabId)];
}

/** The posting of the vehicle that is made by hand in some tab. */
export async function handOf(vehicleId: string): Promise<Hand | undefined> {
  return (await hands()).find((hand) => hand.vehicleId === vehicleId);
}

/** Those that are made by hand in any tab. */
export async function hands(): Promise<Hand[]> {
  const all = await chrome.storage.session.get<Record<string, unknown>>(null);
  return Object.entries(all)
    .filter(([name]) => name.startsWith("hand-"))
    .map(([, hand]) => hand as Hand);
}

export const keep = (hand: Hand) => chrome.storage.session.set({ [keyOf(hand.tabId)]: hand });
export const forget = ({ tabId }: Hand) => chrome.storage.session.remove([keyOf(tabId), formOf(tabId)]);

/** What the form in the tab showed last; kept by the worker, so that a panel that is opened again shows it. */
export async function formIn(tabId: number): Promise<FillReport | undefined> {
  return (await chrome.storage.session.get<Record<string, FillReport>>(formOf(tabId)))[formOf(tabId)];
}

export const keepForm = (tabId: number, filled: FillReport) => chrome.storage.session.set({ [formOf(tabId)]: filled });

/** Reserves the vehicle: nobody else, and not the fleet, posts it meanwhile. */
export async function begin(api: Api, vehicleId: string, fbAccountId: string, tabId: number): Promise<Hand> {
  const reserved = await body(
    api.POST("/v1/postings/by-hand", {
      params: { header: { "Idempotency-Key": crypto.randomUUID() } },
      body: { vehicleId, fbAccountId },
    }),
  );
  return await adopt(reserved.id, vehicleId, tabId);
}

/** Goes on with a posting that was begun in another tab, or in a browser that is gone. */
export async function adopt(postingId: string, vehicleId: string, tabId: number): Promise<Hand> {
  const hand: Hand = { postingId, vehicleId, tabId };
  await chrome.storage.session.remove(formOf(tabId));
  await keep(hand);
  return hand;
}

/** Fills the form in the hand's tab; the person presses Next and Publish. */
export async function fillIn(api: Api, hand: Hand): Promise<FillReport | undefined> {
  const plan = await body(api.GET("/v1/postings/{id}/form-plan", { params: { path: { id: hand.postingId } } }));
  const target = { tabId: hand.tabId };
  await chrome.scripting.executeScript({ target, files: ["fill.js"] });
  await chrome.scripting.executeScript({ target, files: ["fill-answer.js"], world: "MAIN" });
  for (const [place, photo] of plan.photos.entries()) {
    const base64 = await bytesOf(api, hand.vehicleId, photo.id);
    const type = photo.contentType;
    const name = `${String(place + 1).padStart(2, "0")}.${type.split("/")[1] ?? "jpeg"}`;
    await say<true>(hand.tabId, { fill: "photo", place, name, type, base64 });
  }
  const { fields, languages, counts } = plan;
  const answer = await say<FromForm>(hand.tabId, {
    fill: "start",
    plan: { fields, languages, counts },
    photos: plan.photos.length,
  });
  if ("error" in answer) throw new Error(answer.error);
  // Another panel has begun it; what becomes of it comes by storage.
  return "busy" in answer ? undefined : answer.filled;
}

const say = <T>(tabId: number, message: ToForm): Promise<T> => chrome.tabs.sendMessage<ToForm, T>(tabId, message);

async function bytesOf(api: Api, id: string, imageId: string): Promise<string> {
  const image = await body(
    api.GET("/v1/vehicles/{id}/images/{imageId}", { params: { path: { id, imageId } }, parseAs: "arrayBuffer" }),
  );
  const bytes = new Uint8Array(image as unknown as ArrayBuffer);
  let text = "";
  for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}

/** The person has not published, and the vehicle is free again. */
export async function giveUp(api: Api, hand: Hand): Promise<void> {
  await body(api.POST("/v1/postings/{id}/cancel", { params: { path: { id: hand.postingId } } }));
  await forget(hand);
}

/** Tells LotView of the listing. */
export async function report(api: Api, hand: Hand, listingUrl: string): Promise<void> {
  await keep({ ...hand, listingUrl });
  await body(
    api.POST("/v1/postings/{id}/listed", { params: { path: { id: hand.postingId } }, body: { listingUrl } }),
  );
  await keep({ ...hand, listingUrl, reported: true });
}
