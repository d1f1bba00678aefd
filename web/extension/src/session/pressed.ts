/** The page on which the button was pressed last, in a window. */
export interface Press {
  tabId: number;
  windowId: number;
  at: number;
  /** Of the card on which it was pressed, in a list of the dealership's own site. */
  vin?: string;
}

const keyOf = (windowId: number) => `press-${windowId}`;

export async function pressed(tab: chrome.tabs.Tab, vin?: string): Promise<void> {
  if (tab.id !== undefined) {
    const card = vin === undefined ? {} : { vin };
    const press: Press = { tabId: tab.id, windowId: tab.windowId, at: Date.now(), ...card };
    await chrome.storage.session.set({ [keyOf(tab.windowId)]: press });
  }
}

export async function lastPress(windowId: number): Promise<Press | undefined> {
  const key = keyOf(windowId);
  return (await chrome.storage.session.get<Record<string, Press>>(key))[key];
}

/** Calls back for each further press in the window; the result ends it. */
export function onPress(windowId: number, then: (press: Press) => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
    const press = changes[keyOf(windowId)]?.newValue as Press | undefined;
    if (area === "session" && press !== undefined) {
      then(press);
    }
  };
  chrome.storage.onChanged.addListener(listener);
  return () => chrome.storage.onChanged.removeListener(listener);
}
