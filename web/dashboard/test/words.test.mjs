import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";
import { load } from "./load.mjs";

const SRC = new URL("../src/", import.meta.url);
const read = (path) => readFileSync(new URL(path, SRC), "utf8");
const catalogues = readdirSync(SRC, { recursive: true }).filter((path) => path.endsWith(".en.ts"));
const both = async (path) => [(await load(path)).default, (await load(path.replace(".en.ts", ".es.ts"))).default];
const places = (sentence) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();

test("a sentence has the same places in both languages", async () => {
  assert.ok(catalogues.length > 20);
  for (const path of catalogues) {
    const [en, es] = await both(path);
    assert.deepEqual(Object.keys(es), Object.keys(en), path);
    for (const key of Object.keys(en)) {
      assert.deepEqual(places(es[key]), places(en[key]), key);
    }
  }
});

test("a key is in one catalogue only", async () => {
  const seen = new Map();
  for (const path of catalogues) {
    for (const key of Object.keys((await load(path)).default)) {
      assert.equal(seen.get(key), undefined, key);
      seen.set(key, path);
    }
  }
});

/** What a source file imports at once, without types: the path, and the names. */
function imports(path) {
  return [...read(path).matchAll(/^import (?!type )([^;"]*)from "(\.[^"]+)";$/gm)]
    .map(([, names, from]) => ({ names, path: posix.join(posix.dirname(path), from) }))
    .filter((one) => existsSync(new URL(one.path, SRC)));
}

/** The words that a file and all that it imports say. */
function said(path, seen = new Set()) {
  seen.add(path);
  return imports(path).flatMap((one) => {
    if (one.path.endsWith("/words.ts")) {
      return one.names.match(/\w+Words\b/g) ?? [];
    }
    // Only components and hooks say something.
    const speaks = /\b(use)?[A-Z]\w*/.test(one.names);
    return seen.has(one.path) || !speaks ? [] : said(one.path, seen);
  });
}

// Without its words in the list a page would still come, but a round trip later.
test("what is loaded later brings the words that it says, and no others", () => {
  const late = [];
  for (const path of ["main.tsx", "habits/habits.tsx", "shell/router.tsx"]) {
    for (const [, file, words] of read(path).matchAll(/import\("([^"]+)"\)[^"]*(?:"\w+")?((?:, \w+Words)+)/g)) {
      late.push({ file: posix.join(posix.dirname(path), file), words: words.match(/\w+/g) });
    }
  }
  assert.ok(late.length > 20);
  for (const { file, words } of late) {
    // The settings stand around their pages, and every page is in the shell.
    const there = file.startsWith("settings/") && file !== "settings/settings.tsx" ? ["settingsWords"] : [];
    const needed = new Set(said(file).filter((one) => one !== "shellWords" && !there.includes(one)));
    assert.deepEqual(words.toSorted(), [...needed].sort(), file);
  }
});
