const USER = /^[0-9]{5,20}$/;
const MAX_COOKIES = 100;

/** A cookie in the form in which sessions are sealed. */
export interface SiteCookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  /** Seconds since 1970; -1 until the browser ends. */
  expires: number;
  httpOnly: boolean;
  secure: boolean;
  sameSite: "Strict" | "Lax" | "None" | null;
}

/** A signed-in session. */
export interface SiteSession {
  /** The account's number; it stays in this browser. */
  user: string;
  cookies: SiteCookie[];
}

/** The session among the site's cookies; undefined if nobody is signed in. */
export function sessionOf(all: chrome.cookies.Cookie[]): SiteSession | undefined {
  const only = (name: string) => {
    const found = all.filter((cookie) => cookie.name === name);
    return found.length === 1 ? found[0]?.value : undefined;
  };
  const user = only("c_user");
  return user !== undefined && USER.test(user) && only("xs") && all.length <= MAX_COOKIES
    ? { user, cookies: all.map(siteCookie) }
    : undefined;
}

const SAME_SITE = { strict: "Strict", lax: "Lax", no_restriction: "None", unspecified: null } as const;

function siteCookie(cookie: chrome.cookies.Cookie): SiteCookie {
  const { name, value, domain, path, httpOnly, secure, sameSite, expirationDate } = cookie;
  const expires = expirationDate === undefined ? -1 : Math.floor(expirationDate);
  return { name, value, domain, path, expires, httpOnly, secure, sameSite: SAME_SITE[sameSite] };
}
