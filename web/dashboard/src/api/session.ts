import type { components } from "@lotview/client/src/generated.js";
import { ApiProblem, problemOf } from "@lotview/shared/src/problem.ts";

type SessionResponse = components["schemas"]["SessionResponse"];
export type Challenge = components["schemas"]["LoginAnswersChallengeResponse"];

/**
 * The access token of this tab. It is in memory only: never in storage, page or address. The
 * refresh token is a cookie that scripts cannot read.
 */
let token: string | undefined;
const listeners = new Set<(signedIn: boolean) => void>();
const tabs = new BroadcastChannel("lotview-session");

tabs.onmessage = (message) => {
  if (message.data === "signed-out") {
    forget();
  }
};

export function onSession(listener: (signedIn: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Says that there may be a cookie, so that a stranger's first view asks for nothing.
const SIGNED_IN = "lotview-signed-in";

/** Whether somebody signed in with this browser and did not sign out. */
export function mayBeSignedIn(): boolean {
  return localStorage.getItem(SIGNED_IN) !== null;
}

function keep(session: SessionResponse): void {
  token = session.accessToken;
  localStorage.setItem(SIGNED_IN, "yes");
  listeners.forEach((listener) => listener(true));
}

function forget(): void {
  token = undefined;
  localStorage.removeItem(SIGNED_IN);
  listeners.forEach((listener) => listener(false));
}

export function accessToken(): string | undefined {
  return token;
}

async function post(path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new ApiProblem(0, "NO_ANSWER", "LotView does not answer");
  }
}

/** What follows a sign-in: nothing, or the challenge that a second factor must meet. */
async function entered(answer: Response): Promise<Challenge | undefined> {
  if (answer.status === 202) {
    return (await answer.json()) as Challenge;
  }
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  keep((await answer.json()) as SessionResponse);
  return undefined;
}

/** Signs in, or answers the challenge that a second factor must meet. */
export async function signIn(email: string, password: string): Promise<Challenge | undefined> {
  return await entered(await post("/v1/auth/login", { email, password }));
}

/** Takes an invitation or a registration by the token of its mail, and signs in. */
export async function signInByMail(path: MailPath, token: string, password: string): Promise<Challenge | undefined> {
  return await entered(await post(path, { token, password }));
}

export type MailPath = "/v1/auth/invitation" | "/v1/auth/registration/confirmation";

/** Chooses a new password by the token of a mail. All sessions end. */
export async function resetPassword(token: string, password: string): Promise<void> {
  const answer = await post("/v1/auth/password/reset", { token, password });
  if (!answer.ok) {
    throw await problemOf(answer);
  }
}

/** A new secret for the app of a person whose dealership requires one. */
export async function enrol(challenge: string): Promise<components["schemas"]["Enrolment"]> {
  const answer = await post("/v1/auth/login/enrolment", { challenge });
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  return (await answer.json()) as components["schemas"]["Enrolment"];
}

/**
 * Meets the challenge. Recovery codes are made at the first time and shown only once: the session
 * begins when the person has them.
 */
export async function signInByCode(challenge: string, code: string): Promise<{ codes: string[]; enter: () => void }> {
  const answer = await post("/v1/auth/login/code", { challenge, code });
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  const session = (await answer.json()) as components["schemas"]["CodeLoginResponse"];
  return { codes: session.recoveryCodes ?? [], enter: () => keep(session) };
}

let running: Promise<boolean> | undefined;

/** A new access token by the cookie; one request at a time, in all tabs together. */
export function refresh(): Promise<boolean> {
  running ??= inTurn().finally(() => {
    running = undefined;
  });
  return running;
}

async function inTurn(): Promise<boolean> {
  return await navigator.locks.request("lotview-refresh", renew);
}

async function renew(): Promise<boolean> {
  const answer = await post("/v1/auth/refresh", {});
  if (answer.ok) {
    keep((await answer.json()) as SessionResponse);
    return true;
  }
  if (answer.status === 401) {
    forget();
    return false;
  }
  throw await problemOf(answer);
}

/** Ends the session in all tabs, also when the server does not hear of it. */
export async function signOut(): Promise<void> {
  const bearer = token;
  forget();
  tabs.postMessage("signed-out");
  await fetch("/v1/auth/logout", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(bearer === undefined ? {} : { Authorization: "Bearer " + bearer }),
    },
    body: "{}",
  }).catch(() => undefined);
}
