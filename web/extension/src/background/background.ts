import { heard, reportAll } from "../fill/published.ts";
import { vinOf } from "../page/vin.ts";
import { pressed } from "../session/pressed.ts";

// Scripts in pages never see what is kept here: the token and the orders.
void chrome.storage.session.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });

// Without openPanelOnActionClick: that way the browser would not allow to read the page.
void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: false });

chrome.action.onClicked.addListener((tab) => {
  // At once: after an await it would no longer count as a person's click.
  void chrome.sidePanel.open({ windowId: tab.windowId });
  void pressed(tab);
});

// The button in the pages of the dealership's own site. A page cannot send this: only our own scripts can.
chrome.runtime.onMessage.addListener((message: unknown, sender) => {
  const { kind, vin } = (message ?? {}) as Record<string, unknown>;
  if (sender.id === chrome.runtime.id && sender.tab !== undefined && kind === "press") {
    void chrome.sidePanel.open({ windowId: sender.tab.windowId });
    void pressed(sender.tab, vinOf(vin));
  }
});

// A form that "Fill it here" has filled, and the person has published. The page asks again until it is kept.
chrome.runtime.onMessage.addListener((message, sender, answer: (kept: boolean) => void) => {
  heard(message, sender).then(answer, () => answer(false)).then(reportAll).catch(() => undefined);
  return true;
});

// What an earlier worker was stopped in.
void reportAll().catch(() => undefined);
