import { ApiProblem } from "@lotview/shared/src/problem.ts";
import type { Schemas } from "../session/api.ts";
import { type Owner, ownerOf } from "./owner.ts";
import { CannotSeal, type SealKey } from "./seal.ts";
import type { SiteSession } from "./session.ts";

export type Account = Schemas["FbAccountResponse"];
export type Sealing = Schemas["SealingResponse"];

/** How far it is. Nothing of the session is in it. */
export type Progress =
  | { step: "idle" }
  | { step: "asking" | "reading" | "sealing" | "sending" }
  | { step: "checking"; accountId: string }
  | { step: "connected"; accountId: string }
  | { step: "stopped"; why: Why; reason?: string };

export type Why =
  | "refused"
  | "signedOut"
  | "cannotSeal"
  | "forbidden"
  | "known"
  | "siteRefused"
  | "notChecked"
  | "unanswered"
  | "failed";

/** What connecting needs of browser and server. */
export interface Ports {
  dealershipId: string;
  allow(): Promise<boolean>;
  read(): Promise<SiteSession | undefined>;
  seal(key: SealKey, context: string, content: Uint8Array<ArrayBuffer>): Promise<string>;
  key(): Promise<SealKey>;
  begin(label: string, owner: Owner): Promise<Sealing>;
  deliver(sealingId: string, keyId: number, sealedSession: string): Promise<Account>;
  account(id: string): Promise<Account>;
  pause(): Promise<void>;
}

/** Whether the person may connect at all, before anything is asked for or read; what stands against it if not. */
export async function barrier(ports: Ports): Promise<Progress | undefined> {
  try {
    await ports.key();
    return undefined;
  } catch (problem) {
    return stopped(problem);
  }
}

/**
 * Connects the account that is signed in here. To be called at once when the person presses, because the browser asks
 * for the right to read only then.
 */
export async function connect(ports: Ports, label: string, tell: (progress: Progress) => void): Promise<void> {
  const granted = ports.allow();
  tell({ step: "asking" });
  try {
    if (!(await granted)) {
      tell({ step: "stopped", why: "refused" });
      return;
    }
    tell({ step: "reading" });
    const session = await ports.read();
    if (session === undefined) {
      tell({ step: "stopped", why: "signedOut" });
      return;
    }
    await follow(ports, await delivered(ports, label, session, tell), tell);
  } catch (problem) {
    tell(stopped(problem));
  }
}

/** Waits for what the site says of an account's session. Also for a panel that is opened again. */
export async function follow(ports: Ports, accountId: string, tell: (progress: Progress) => void): Promise<void> {
  tell({ step: "checking", accountId });
  try {
    for (;;) {
      const { state, check } = await ports.account(accountId);
      if (state === "VALID" || state === "RESTING") {
        tell({ step: "connected", accountId });
        return;
      }
      if (check != null && check.state !== "CHECKING") {
        const why = check.state === "NEEDS_LOGIN" ? "siteRefused" : "notChecked";
        tell({ step: "stopped", why, ...(check.error == null ? {} : { reason: check.error }) });
        return;
      }
      await ports.pause();
    }
  } catch (problem) {
    tell(stopped(problem));
  }
}

async function delivered(
  ports: Ports,
  label: string,
  session: SiteSession,
  tell: (progress: Progress) => void,
): Promise<string> {
  tell({ step: "sealing" });
  const owner = await ownerOf(ports.dealershipId, session.user);
  const sealing = await ports.begin(label, owner);
  const content = new TextEncoder().encode(JSON.stringify(session.cookies));
  try {
    return await sent(ports, sealing, content, tell).catch((problem: unknown) => {
      // The fleet has another key since it was read.
      if (problem instanceof ApiProblem && problem.code === "SEAL_KEY_RETIRED") {
        return sent(ports, sealing, content, tell);
      }
      throw problem;
    });
  } finally {
    content.fill(0);
  }
}

async function sent(
  ports: Ports,
  sealing: Sealing,
  content: Uint8Array<ArrayBuffer>,
  tell: (progress: Progress) => void,
): Promise<string> {
  const key = await ports.key();
  const sealed = await ports.seal(key, sealing.context, content);
  tell({ step: "sending" });
  return (await ports.deliver(sealing.id, key.keyId, sealed)).id;
}

function stopped(problem: unknown): Progress {
  if (problem instanceof CannotSeal) {
    return { step: "stopped", why: "cannotSeal" };
  }
  if (!(problem instanceof ApiProblem)) {
    return { step: "stopped", why: "failed" };
  }
  if (problem.code === "FB_ACCOUNT_ALREADY_CONNECTED") {
    return { step: "stopped", why: "known", reason: problem.message };
  }
  if (problem.unanswered) {
    return { step: "stopped", why: "unanswered" };
  }
  return { step: "stopped", why: problem.status === 403 ? "forbidden" : "failed", reason: problem.message };
}
