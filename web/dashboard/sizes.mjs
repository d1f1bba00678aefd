// What a person's browser loads, compressed, from a built dashboard; ends with 1 where it is more than it may be.
// usage: node sizes.mjs FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const FIRST_LOAD_KB = 170;
const PAGE_KB = 60;
const LANGUAGE = ".en.ts";

const folder = process.argv[2];
const manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8"));

/** The files of these parts and of all that they import. */
function files(parts, found = new Set(), seen = new Set()) {
  for (const name of parts.filter((part) => !seen.has(part))) {
    seen.add(name);
    const part = manifest[name];
    [part.file, ...(part.css ?? [])].forEach((file) => found.add(file));
    files(part.imports ?? [], found, seen);
  }
  return found;
}

const kilobytes = (some) =>
  [...some].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;

const parts = Object.keys(manifest);
const words = (of) => parts.filter((part) => part.endsWith(LANGUAGE) && dirname(part) === of);
const first = files(["index.html", ...words("src/shell")]);
const pages = parts
  .filter((part) => manifest[part].isDynamicEntry && part.endsWith(".tsx"))
  // A folder's pages have their sentences in one place; what one page loads of them is less, never more.
  .map((part) => ({ page: part, files: [...files([part, ...words(dirname(part))])].filter((file) => !first.has(file)) }))
  .map(({ page, files }) => ({ page, kilobytes: kilobytes(files) }))
  .sort((one, other) => other.kilobytes - one.kilobytes);

if (pages.length === 0) {
  throw new Error(`${folder} has no pages: is it a built dashboard?`);
}
const sizes = {
  firstLoadKilobytes: kilobytes(first),
  firstLoadMost: FIRST_LOAD_KB,
  pages,
  pageMost: PAGE_KB,
};
writeFileSync(join(folder, ".sizes.json"), JSON.stringify(sizes));
const large = [
  ...(sizes.firstLoadKilobytes > FIRST_LOAD_KB ? [`the first load has ${sizes.firstLoadKilobytes} KB, ${FIRST_LOAD_KB} at most`] : []),
  ...pages.filter((one) => one.kilobytes > PAGE_KB).map((one) => `${one.page} loads ${one.kilobytes} KB, ${PAGE_KB} at most`),
];
large.forEach((line) => console.error(line));
process.exitCode = large.length === 0 ? 0 : 1;
