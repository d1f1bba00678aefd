import { readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";

/** A source file as a module, with the files that it imports. */
export const load = (path) => import(moduleOf(path));

function moduleOf(path) {
  const source = readFileSync(new URL(`../src/${path}`, import.meta.url), "utf8");
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: "ES2022", module: "ESNext" } });
  const whole = outputText.replace(
    /from "(\.[^"]+)"/g,
    (_, other) => `from "${moduleOf(posix.join(posix.dirname(path), other))}"`,
  );
  return `data:text/javascript,${encodeURIComponent(whole)}`;
}
