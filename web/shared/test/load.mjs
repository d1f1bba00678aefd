import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** A source file with all that it imports, as a module. */
export async function load(address, plugins = []) {
  const bundle = await rolldown({ input: fileURLToPath(address), plugins });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
