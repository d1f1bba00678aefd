// "Fill it here" is off until a person turns it on, and reads no page of the marketplace before.
const KEY = "fillHere";
const SITE = "https://www.facebook.com/*";
const FORM = /^\/marketplace\/create\/vehicle\/?$/;

export async function isOn(): Promise<boolean> {
  return (await chrome.storage.local.get<Record<string, boolean>>(KEY))[KEY] === true;
}

export const turn = (on: boolean) => chrome.storage.local.set({ [KEY]: on });

/** Whether the address is that of the form of a new vehicle. */
export const isForm = (address: string): boolean => URL.canParse(address) && FORM.test(new URL(address).pathname);

/** Asks for the site; the browser knows no permission for a single page. To be called at once when a person presses. */
export const ask = () => chrome.permissions.request({ origins: [SITE] });
