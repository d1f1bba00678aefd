import { originOf } from "../session/server.ts";
import { type SiteSession, sessionOf } from "./session.ts";

const KEY = "marketplace";
const FACEBOOK = "https://www.facebook.com";

/** The origin of the marketplace: Facebook, unless policy or a test set-up names another. Never by the server. */
export async function marketplace(): Promise<string> {
  const managed = await chrome.storage.managed.get<Record<string, unknown>>(KEY).catch(() => ({}) as Record<string, unknown>);
  const local = await chrome.storage.local.get<Record<string, unknown>>(KEY);
  return originOf(managed[KEY]) ?? originOf(local[KEY]) ?? FACEBOOK;
}

/** What is asked for: cookies, and of this site only. */
export function rightsFor(site: string): chrome.permissions.Permissions {
  return { permissions: ["cookies"], origins: [site === FACEBOOK ? "https://*.facebook.com/*" : anyPort(site)] };
}

// A pattern of hosts has no port unless it is wanted; cookies have none either.
function anyPort(site: string): string {
  const { protocol, hostname } = new URL(site);
  return `${protocol}//${hostname}/*`;
}

/** Asks the person. To be called at once when they press. */
export const allow = (site: string): Promise<boolean> => chrome.permissions.request(rightsFor(site));

/** Reads the session once, and gives back the right to read. */
export async function readSession(site: string): Promise<SiteSession | undefined> {
  try {
    return sessionOf(await chrome.cookies.getAll({ url: site + "/" }));
  } finally {
    // Of a local marketplace the host may be LotView's own, to which the extension keeps its right.
    const back = site === FACEBOOK ? rightsFor(site) : { permissions: ["cookies" as const] };
    await chrome.permissions.remove(back).catch(() => false);
  }
}
