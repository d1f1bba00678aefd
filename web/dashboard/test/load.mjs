import { readFileSync } from "node:fs";
import ts from "typescript";

/** A source file without imports of its own, as a module. */
export function load(path) {
  const source = readFileSync(new URL(`../src/${path}`, import.meta.url), "utf8");
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: "ES2022", module: "ESNext" } });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}
