/** The button in the pages of one site, which a person allowed. */
const idOf = (origin: string) => "button " + origin;

export async function hasButton(origin: string): Promise<boolean> {
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [idOf(origin)] });
  return registered.length > 0 && (await chrome.permissions.contains({ origins: [origin + "/*"] }));
}

/** To be called at once when the person presses: the browser asks for their consent. */
export async function addButton(origin: string): Promise<boolean> {
  if (!(await chrome.permissions.request({ origins: [origin + "/*"] }))) {
    return false;
  }
  await removeScript(origin);
  await chrome.scripting.registerContentScripts([
    { id: idOf(origin), matches: [origin + "/*"], js: ["site-button.js"], runAt: "document_idle" },
  ]);
  return true;
}

/** Takes the button away, and gives the permission back. */
export async function removeButton(origin: string): Promise<void> {
  await removeScript(origin);
  await chrome.permissions.remove({ origins: [origin + "/*"] });
}

async function removeScript(origin: string): Promise<void> {
  await chrome.scripting.unregisterContentScripts({ ids: [idOf(origin)] }).catch(() => undefined);
}
