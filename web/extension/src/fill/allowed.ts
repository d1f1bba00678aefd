// "Fill it here" is off until a person turns it on, and reads no page of the marketplace before.
import { marketplace } from "../connect/site.ts";

const KEY = "fillHere";
const FORM = "/marketplace/create/vehicle";

export async function isOn(): Promise<boolean> {
  return (await chrome.storage.local.get<Record<string, boolean>>(KEY))[KEY] === true;
}

export const turn = (on: boolean) => chrome.storage.local.set({ [KEY]: on });

/** Whether the address is that of the form of a new vehicle on the site. */
export function isFormOf(site: string, address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { origin, pathname } = new URL(address);
  return origin === site && pathname.replace(/\/$/, "") === FORM;
}

/** Opens the site's form in a tab of its own. */
export async function openForm(): Promise<void> {
  await chrome.tabs.create({ url: (await marketplace()) + FORM });
}

/** Whether the tab shows the form, as far as it may be seen. */
export async function showsForm(tabId: number): Promise<boolean> {
  return isFormOf(await marketplace(), (await chrome.tabs.get(tabId)).url);
}

/**
 * Makes sure that the tab shows the form and may be read: by the press of the button on it, or else by the person's
 * consent. To be called at once when a person presses.
 */
export async function mayFill(tabId: number): Promise<"yes" | "refused" | "noForm"> {
  const site = await marketplace();
  if ((await chrome.tabs.get(tabId)).url === undefined && !(await ask(site))) return "refused";
  return (await showsForm(tabId)) ? "yes" : "noForm";
}

/** The browser knows no permission for a single page. */
const ask = (site: string) => chrome.permissions.request({ origins: [`${site}/*`] });
