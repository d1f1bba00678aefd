// Seals as the extension does, for a test of the system: reads {dealershipId, key, context, cookies} and writes
// {owner, sealedSession}. The cookies are as a browser has them; without key and context it writes the owner only.
import { readFileSync } from "node:fs";
import { load } from "../../shared/test/load.mjs";

const { seal } = await load(new URL("../src/connect/seal.ts", import.meta.url));
const { ownerOf } = await load(new URL("../src/connect/owner.ts", import.meta.url));
const { sessionOf } = await load(new URL("../src/connect/session.ts", import.meta.url));

const { dealershipId, key, context, cookies } = JSON.parse(readFileSync(0, "utf8"));
const session = sessionOf(cookies);
const content = new TextEncoder().encode(JSON.stringify(session.cookies));
const sealedSession = key === undefined ? null : await seal(key, context, content);
console.log(JSON.stringify({ owner: await ownerOf(dealershipId, session.user), sealedSession }));
