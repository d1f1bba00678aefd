import type { components } from "@lotview/client/src/generated.js";
import { ApiProblem, problemOf } from "@lotview/shared/src/problem.ts";

type SessionResponse = components["schemas"]["SessionResponse"];

const KEY = "token";

/** The access token. It is where scripts of pages cannot read, and gone when the browser ends. */
export async function accessToken(): Promise<string | undefined> {
  return (await chrome.storage.session.get<Record<string, string>>(KEY))[KEY];
}

/**
 * A new access token by the dashboard's cookie, which the browser adds and no script reads. One request at a time in
 * panels and worker together.
 *
 * @param ended the token that was refused
 */
export async function refresh(server: string, ended: string | undefined): Promise<boolean> {
  return await navigator.locks.request("lotview-refresh", async () => {
    const now = await accessToken();
    // Another one has renewed it meanwhile.
    return now !== undefined && now !== ended ? true : await renew(server);
  });
}

async function renew(server: string): Promise<boolean> {
  const answer = await fetch(server + "/v1/auth/refresh", {
    method: "POST",
    credentials: "include",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  }).catch(() => {
    throw new ApiProblem(0, "NO_ANSWER", "LotView does not answer");
  });
  if (answer.ok) {
    const { accessToken: token } = (await answer.json()) as SessionResponse;
    await chrome.storage.session.set({ [KEY]: token });
    return true;
  }
  if (answer.status === 401) {
    await chrome.storage.session.remove(KEY);
    return false;
  }
  throw await problemOf(answer);
}

/** Calls back when there is another token; the result ends it. */
export function onToken(then: () => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
    if (area === "session" && changes[KEY] !== undefined) {
      then();
    }
  };
  chrome.storage.onChanged.addListener(listener);
  return () => chrome.storage.onChanged.removeListener(listener);
}
