// Builds the extension into a folder that a browser can load: `node build.mjs FOLDER`.
// LOTVIEW_SERVER: the address of LotView that is built in; empty: typed at the first start.
// LOTVIEW_STORE=yes: for a store, which refuses a `key`.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { FILL, buildFill } from "./fill.mjs";
import { manifest } from "./manifest.mjs";

const KB = 1024;
const PANEL_BUDGET = 75 * KB;

/**
 * Scripts that run in pages, each in one file with a budget of its own. The value of `result` is what the caller of
 * executeScript gets.
 */
const IN_PAGES = {
  "read-page": { source: "src/page/read.ts", name: "lotviewPage", result: "lotviewPage.read()", budget: 5 * KB },
  "site-button": {
    source: "src/site/button.ts",
    name: "lotviewSite",
    result: "lotviewSite.showButtons()",
    budget: 5 * KB,
  },
};

const root = fileURLToPath(new URL(".", import.meta.url));
const out = resolve(process.argv[2] ?? "dist");
const given = process.env["LOTVIEW_SERVER"] ?? "http://127.0.0.1:8080";
const server = given === "" ? "" : new URL(given).origin;
const { version } = JSON.parse(readFileSync(root + "package.json", "utf8"));

const shared = {
  configFile: false,
  root,
  logLevel: "warn",
  define: { __LOTVIEW_SERVER__: JSON.stringify(server) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};

await build({
  ...shared,
  base: "./",
  build: {
    outDir: out,
    emptyOutDir: true,
    target: "chrome123",
    modulePreload: false,
    rolldownOptions: {
      input: { panel: root + "panel.html", background: root + "src/background/background.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: chunkName, assetFileNames: "[name][extname]" },
    },
  },
});

for (const [file, { source, name, result }] of Object.entries(IN_PAGES)) {
  await build({
    ...shared,
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "chrome123",
      lib: { entry: root + source, formats: ["iife"], name, fileName: () => `${file}.js` },
      rolldownOptions: { output: { footer: result } },
    },
  });
}

await buildFill(out);

/** Browsers refuse an extension with a file whose name begins with an underscore. */
function chunkName({ name }) {
  return `${name.replace(/^_+/, "")}-[hash].js`;
}

const forStore = process.env["LOTVIEW_STORE"] === "yes";
writeFileSync(`${out}/manifest.json`, JSON.stringify(manifest({ version, server, forStore }), null, 2) + "\n");
checkSizes();

/** What runs in a page has its own budget; all else is the panel's. */
function checkSizes() {
  let panel = 0;
  for (const file of readdirSync(out).filter((name) => /\.(js|css|html)$/.test(name))) {
    const size = gzipSync(readFileSync(`${out}/${file}`), { level: 9 }).length;
    const inPage = { ...IN_PAGES, ...FILL }[file.replace(/\.js$/, "")];
    if (inPage === undefined) {
      panel += size;
    } else if (size > inPage.budget) {
      throw new Error(`${file} has ${size} bytes compressed, and ${inPage.budget} are allowed`);
    }
  }
  if (panel > PANEL_BUDGET) {
    throw new Error(`the panel has ${panel} bytes compressed, and ${PANEL_BUDGET} are allowed`);
  }
  console.log(`The panel has ${panel} of ${PANEL_BUDGET} bytes compressed.`);
}
