import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { isOn, showsForm } from "../fill/allowed.ts";
import { recognise } from "../page/recognise.ts";
import type { Recognition } from "../page/seen.ts";
import { snapshotOf } from "../page/snapshot.ts";
import { checks } from "../page/vin.ts";
import { type Press, lastPress, onPress } from "../session/pressed.ts";

/** What the panel of a window shows. It is kept, so that a panel that was closed shows the same when it opens. */
export interface View {
  /** The press of the button by which it came. */
  at: number;
  tabId: number;
  address: string;
  page: Recognition | { kind: "unread" };
  /** The person's answer where the page was not sure. */
  vin?: string;
  /** A vehicle of the inventory that the person searched for. */
  vehicleId?: string | undefined;
  /** The tab shows something else by now. */
  moved: boolean;
}

const keyOf = (windowId: number) => `view-${windowId}`;

/** What the page is about on which the button was pressed last, and how to change what is shown. */
export function usePage(): [View | undefined, (change: Partial<View>) => void] {
  const [view, setView] = useState<View>();
  const windowId = useRef(0);
  const last = useRef<View | undefined>(undefined);
  const show = useCallback((next: View) => {
    setView(next);
    last.current = next;
    void chrome.storage.session.set({ [keyOf(windowId.current)]: next });
  }, []);
  useEffect(() => {
    const ends: (() => void)[] = [];
    void chrome.windows.getCurrent().then(async ({ id }) => {
      windowId.current = id ?? 0;
      ends.push(onPress(windowId.current, (press) => void look(press, last.current).then(show)));
      const press = await lastPress(windowId.current);
      const key = keyOf(windowId.current);
      const kept = (await chrome.storage.session.get<Record<string, View>>(key))[key];
      if (kept !== undefined && kept.at === press?.at) {
        setView(kept);
        last.current = kept;
      } else if (press !== undefined) {
        show(await look(press, kept));
      }
    });
    return () => ends.forEach((end) => end());
  }, []);
  useEffect(() => {
    if (view === undefined || view.moved) {
      return;
    }
    const { tabId, address } = view;
    return onMove(tabId, address, () => show({ ...view, moved: true }));
  }, [view]);
  return [view, useCallback((change) => view !== undefined && show({ ...view, ...change }), [view])];
}

async function look(press: Press, before: View | undefined): Promise<View> {
  const target = { tabId: press.tabId };
  const base = { at: press.at, tabId: press.tabId, moved: false };
  try {
    // On the marketplace's form the vehicle is the one that was chosen before.
    if (before !== undefined && (await isOn()) && (await showsForm(press.tabId))) {
      return { ...before, ...base, address: (await chrome.tabs.get(press.tabId)).url ?? "" };
    }
    const [frame] = await chrome.scripting.executeScript({ target, files: ["read-page.js"] });
    const snapshot = snapshotOf(frame?.result);
    // The page's own world: a script of the page may have filled it from elsewhere.
    const [world] = await chrome.scripting.executeScript({ target, world: "MAIN", func: dealersData });
    const dataLayer = snapshotOf({ dataLayer: world?.result }).dataLayer ?? snapshot.dataLayer;
    const page = recognise({ ...snapshot, dataLayer });
    return { ...base, address: snapshot.address, page: press.vin === undefined ? page : ofCard(page, press.vin) };
  } catch {
    return { ...base, address: "", page: { kind: "unread" } };
  }
}

/** The card on which the button was pressed, whatever else the page shows. */
function ofCard(page: Recognition, vin: string): Recognition {
  const seen = page.kind === "several" ? page.vehicles : page.kind === "vehicle" ? [page.vehicle] : [];
  const vehicle = seen.find((one) => one.vin === vin) ?? { vin, source: "attributes" as const, facts: [], photos: [] };
  return checks(vin) ? { kind: "vehicle", vehicle } : { kind: "several", vehicles: [vehicle] };
}

/** Runs in the page and knows nothing of this file. */
function dealersData(): string | undefined {
  try {
    const layer = (window as unknown as { DDC?: { dataLayer?: { vehicles?: unknown } } }).DDC?.dataLayer?.vehicles;
    const text = Array.isArray(layer) ? JSON.stringify(layer) : undefined;
    return text === undefined || text.length > 400_000 ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Calls back once when the tab shows another address; the result ends it. */
function onMove(tabId: number, address: string, then: () => void): () => void {
  const plain = (one: string) => one.replace(/#.*$/, "");
  const listener = (tab: number, change: { url?: string; status?: string }, { url }: chrome.tabs.Tab) => {
    // Without the right to see the address, the tab is at another site.
    if (tab === tabId && (url === undefined ? change.status === "loading" : plain(url) !== plain(address))) {
      then();
    }
  };
  chrome.tabs.onUpdated.addListener(listener);
  return () => chrome.tabs.onUpdated.removeListener(listener);
}
