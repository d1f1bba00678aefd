import { readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";

const WORKSPACES = new URL("../../", import.meta.url);
const SHARED = "@lotview/shared/";

/** A source file of the dashboard as a module, with the files that it imports. */
export const load = (path) => import(moduleOf(`dashboard/src/${path}`));

function moduleOf(path) {
  const source = readFileSync(new URL(path, WORKSPACES), "utf8");
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: "ES2022", module: "ESNext" } });
  const whole = outputText.replace(
    /from "(\.[^"]+|@lotview\/shared\/[^"]+)"/g,
    (_, other) => `from "${moduleOf(fileOf(other, posix.dirname(path)))}"`,
  );
  return `data:text/javascript,${encodeURIComponent(whole)}`;
}

const fileOf = (name, folder) =>
  name.startsWith(SHARED) ? `shared/${name.slice(SHARED.length)}` : posix.join(folder, name);
