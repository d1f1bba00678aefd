// Builds the extension into a folder that a browser can load: `node build.mjs FOLDER`.
// LOTVIEW_SERVER: the address of LotView that is built in; empty: typed at the first start.
// LOTVIEW_STORE: for a store, which refuses a `key`.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { manifest } from "./manifest.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const out = resolve(process.argv[2] ?? "dist");
const given = process.env["LOTVIEW_SERVER"] ?? "http://127.0.0.1:8080";
const server = given === "" ? "" : new URL(given).origin;
const { version } = JSON.parse(readFileSync(root + "package.json", "utf8"));

/** Scripts that run in pages, each in one file. The value of the last expression is what the caller gets. */
const IN_PAGES = {
  "read-page": { source: "src/page/read.ts", result: "lotviewPage.read()" },
};

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
    target: "chrome120",
    modulePreload: false,
    rolldownOptions: {
      input: { panel: root + "panel.html", background: root + "src/background/background.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", assetFileNames: "[name][extname]" },
    },
  },
});

for (const [name, { source, result }] of Object.entries(IN_PAGES)) {
  await build({
    ...shared,
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "chrome120",
      lib: { entry: root + source, formats: ["iife"], name: "lotviewPage", fileName: () => `${name}.js` },
      rolldownOptions: { output: { footer: result } },
    },
  });
}

writeFileSync(
  `${out}/manifest.json`,
  JSON.stringify(manifest({ version, server, forStore: process.env["LOTVIEW_STORE"] === "yes" }), null, 2) + "\n",
);
