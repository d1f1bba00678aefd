declare const __LOTVIEW_SERVER__: string;

const KEY = "server";

/** The origin of LotView: by the administrator's policy, as typed once, or as built in. */
export async function server(): Promise<string | undefined> {
  // Without a policy some browsers have no such storage.
  const managed = await chrome.storage.managed.get<Record<string, unknown>>(KEY).catch(() => undefined);
  const typed = await chrome.storage.local.get<Record<string, unknown>>(KEY);
  return originOf(managed?.[KEY]) ?? originOf(typed[KEY]) ?? originOf(__LOTVIEW_SERVER__);
}

/** The origin of an address; without HTTPS on this machine only. */
export function originOf(address: unknown): string | undefined {
  try {
    const url = new URL(String(address));
    const local = url.hostname === "127.0.0.1" || url.hostname === "localhost";
    return url.protocol === "https:" || (url.protocol === "http:" && local) ? url.origin : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the person has allowed the extension to talk with that origin. */
export const allowed = (origin: string): Promise<boolean> => chrome.permissions.contains({ origins: [origin + "/*"] });

/** Asks the person, and keeps the address if they allow it. To be called at once when they press. */
export async function useServer(origin: string): Promise<boolean> {
  const granted = await chrome.permissions.request({ origins: [origin + "/*"] });
  if (granted) {
    await chrome.storage.local.set({ [KEY]: origin });
  }
  return granted;
}
