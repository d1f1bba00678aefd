// Packs a folder for a store: `node zip.mjs FOLDER FILE`. The same files make the same bytes.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { zipSync } from "fflate";

const [folder, file] = process.argv.slice(2);
const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(`${folder}/${name}`).isFile());
// The first day that a zip can name, in the zone of the machine as the format has it.
const mtime = new Date(1980, 0, 1);
const parts = Object.fromEntries(names.sort().map((name) => [name, new Uint8Array(readFileSync(`${folder}/${name}`))]));
writeFileSync(file, zipSync(parts, { level: 9, mtime }));
