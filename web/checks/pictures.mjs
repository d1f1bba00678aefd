// Pictures of every page of the dashboard, to be looked at.
// usage: node pictures.mjs URL EMAIL PASSWORD FOLDER
import { spawn } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { go, open, settled, show, signIn } from "./browser.mjs";
import { pagesOf } from "./pages.mjs";

const WIDTHS = [1366, 360];
const HIGHEST = 3_000;

const [url, email, password, folder] = process.argv.slice(2);
const only = process.env["LOTVIEW_PICTURES"];
const wanted = (page) => only === undefined || new RegExp(only).test(page.name);
const taken = [];

async function picture(page, name, look) {
  const file = `${name.replaceAll(" ", "-")}-${look.width}-${look.dark ? "dark" : "light"}.png`;
  const screen = page.viewport();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // A list shows the rows of its screen: so the screen is as high as the page.
  await page.setViewport({ ...screen, height: Math.min(Math.max(height, screen.height), HIGHEST) });
  await page.evaluate(() => new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn), 200)));
  await page.screenshot({ path: join(folder, file) });
  await page.setViewport(screen);
  taken.push({ name, file, ...look });
}

async function walk(page, app, pages) {
  for (const dark of [false, true]) {
    for (const width of WIDTHS) {
      await show(page, width, dark);
      for (const { name, path, act } of pages.filter(wanted)) {
        await go(page, app + path);
        if (act !== undefined) {
          await act(page);
          await settled(page);
        }
        await picture(page, name, { width, dark });
      }
    }
  }
}

/** The kit is in no built dashboard: Vite serves it from the sources. */
async function kit(page) {
  const port = await freePort();
  const vite = spawn(process.execPath, ["../node_modules/vite/bin/vite.js", "../dashboard", "--port", String(port), "--strictPort"], {
    cwd: import.meta.dirname,
    env: { ...process.env, LOTVIEW_API: url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await new Promise((ready, failed) => {
      vite.stdout.on("data", (text) => String(text).includes("Local") && ready());
      vite.on("exit", () => failed(new Error("Vite does not run")));
    });
    const app = `http://127.0.0.1:${port}/app/`;
    await signIn(page, app, { email, password });
    await walk(page, app, [{ name: "kit", path: "_kit" }]);
  } finally {
    vite.kill();
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((ready) => server.on("listening", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

function overview() {
  const names = [...new Set(taken.map(({ name }) => name))];
  const row = (name) =>
    `<h2>${name}</h2><p>${taken
      .filter((one) => one.name === name)
      .map(({ file, width }) => `<a href="${file}"><img src="${file}" alt="${file}" width="${width > 600 ? 480 : 160}"></a>`)
      .join("\n")}</p>`;
  return `<!doctype html><meta charset="utf-8"><title>Pictures of the dashboard</title>
<style>body{font:14px sans-serif;background:#888}p{display:flex;gap:8px;align-items:start}</style>
${names.map(row).join("\n")}\n`;
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const { browser, page } = await open();
try {
  const app = `${url}/app/`;
  await walk(page, app, [{ name: "sign in", path: "" }]);
  await signIn(page, app, { email, password });
  await walk(page, app, await pagesOf(url, { email, password }));
  if (wanted({ name: "kit" })) {
    await kit(page);
  }
} finally {
  await browser.close();
}
await writeFile(join(folder, "index.html"), overview());
console.log(`${taken.length} pictures: ${join(folder, "index.html")}`);
