// Builds the scripts that fill the marketplace's form: `node fill.mjs FOLDER`. build.mjs does it for the extension;
// alone, for the measurement `./lotview bench forms --by-hand`.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));
const fleet = root + "../../vehicle-form/src/main/resources/vehicle-form/";

/** The scripts by which the fleet reads the form, as a module: there is one way to find a field. */
export const form = {
  name: "lotview-form",
  resolveId: (id) => (id === "lotview:form" ? "\0lotview:form.js" : null),
  load: (id) =>
    id === "\0lotview:form.js"
      ? readFileSync(fleet + "page.js", "utf8") + readFileSync(fleet + "form.js", "utf8") + "\nexport { tasks, key, plain };\n"
      : null,
};

/**
 * One in the extension's world of the page, most of it the fleet's own scripts; one in the page's own world, where
 * alone the site's answers can be read. Both only on a page on which a person pressed "Fill it here".
 */
export const FILL = {
  fill: { source: "src/fill/run.ts", budget: 14 * 1024 },
  "fill-answer": { source: "src/fill/listen.ts", budget: 1024 },
};

export async function buildFill(out) {
  for (const [name, { source }] of Object.entries(FILL)) {
    await build({
      configFile: false,
      root,
      logLevel: "warn",
      publicDir: false,
      plugins: [form],
      build: {
        outDir: out,
        emptyOutDir: false,
        target: "chrome120",
        lib: { entry: root + source, formats: ["iife"], name: "lotviewFill", fileName: () => `${name}.js` },
      },
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildFill(resolve(process.argv[2] ?? "dist"));
