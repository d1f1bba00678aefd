// Lighthouse on every page of the dashboard: accessibility and best practices have 100 of 100, or it ends with 1.
// usage: node lighthouse.mjs URL EMAIL PASSWORD FOLDER
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { open, signIn } from "./browser.mjs";
import { pagesOf } from "./pages.mjs";

const CATEGORIES = ["accessibility", "best-practices"];

const [url, email, password, folder] = process.argv.slice(2);
const only = process.env["LOTVIEW_PICTURES"];

async function judge(page, path) {
  const result = await lighthouse(
    `${url}/app/${path}`,
    // What a person has signed in with stays.
    { onlyCategories: CATEGORIES, disableStorageReset: true, output: "json", logLevel: "error" },
    undefined,
    page,
  );
  const { categories, audits, runtimeError, finalDisplayedUrl } = result.lhr;
  if (runtimeError !== undefined) {
    throw new Error(`${path}: ${runtimeError.message}`);
  }
  if (new URL(finalDisplayedUrl).pathname !== new URL(`${url}/app/${path}`).pathname) {
    throw new Error(`${path} led to ${finalDisplayedUrl}`);
  }
  const lost = CATEGORIES.flatMap((name) => categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${id}: ${audits[id].title} ${JSON.stringify(audits[id].details?.items?.slice(0, 3) ?? [])}`);
  return { path, scores: CATEGORIES.map((name) => Math.round(categories[name].score * 100)), lost };
}

await mkdir(folder, { recursive: true });
const { browser, page } = await open();
const results = [];
try {
  if (only === undefined) {
    results.push({ ...(await judge(page, "")), path: "(sign in)" });
  }
  await signIn(page, `${url}/app/`, { email, password });
  const pages = (await pagesOf(url, { email, password })).filter(({ act }) => act === undefined);
  for (const { path } of pages.filter(({ name }) => only === undefined || new RegExp(only).test(name))) {
    const result = await judge(page, path);
    results.push(result);
    result.lost.forEach((line) => console.log(`${path}: ${line}`));
  }
} finally {
  await browser.close();
}
console.log("| page | accessibility | best practices |\n|---|---|---|");
results.forEach(({ path, scores }) => console.log(`| ${path || "today"} | ${scores.join(" | ")} |`));
await writeFile(join(folder, "lighthouse.json"), JSON.stringify(results, undefined, 2));
process.exitCode = results.length > 0 && results.every(({ scores }) => scores.every((score) => score === 100)) ? 0 : 1;
