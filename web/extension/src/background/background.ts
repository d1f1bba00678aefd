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
