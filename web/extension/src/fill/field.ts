// One field: found anew for each use, because the page replaces its elements; filled, and read back.
import { key as plain, tasks, type Found, type Rows, type Where } from "lotview:form";
import { key, leave, press, write } from "./hands.ts";
import type { FormWords, Wanted } from "./plan.ts";
import type { Why } from "./report.ts";
import { pause, until } from "./wait.ts";

const TRIES = 4;
const OPENS = 400;
const FILLS = 6000;
const GROWS = 2500;
const CLOSES = 2000;
const SETTLES = 2000;
const COMMITS = 400;
const SUGGESTS = 900;
/** A field of the form appears with the others, a required one may be late. */
const OPTIONAL_COMES = 2000;
const REQUIRED_COMES = 8000;
/** The page may replace the make's text box by a list, about a second after the year. */
const MAKE_SETTLES = 1500;

export interface Page {
  words: FormWords;
  /** In the order of filling. */
  fields: Wanted[];
  field(name: string): Wanted | undefined;
}

type Box = HTMLInputElement | HTMLTextAreaElement;

const spaces = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
const lines = (text: string) => text.replace(/\r\n?/g, "\n").trim();

/** The whole units of a number as a page shows it; the text itself if it has cents, which are never entered. */
export function digits(shown: string): string {
  const text = shown.trim();
  const cents = /^(.*)[.,](\d{2})$/s.exec(text);
  if (cents === null) return text.replace(/\D/g, "");
  return cents[2] === "00" ? (cents[1] ?? "").replace(/\D/g, "") : text;
}

/** Whether the form shows the wanted value. */
export function agrees(field: Wanted, shown: string): boolean {
  const [best = ""] = field.accepted;
  switch (field.kind) {
    case "CHOICE":
    case "MAKE":
    case "PLACE":
      return field.accepted.some((text) => plain(text) === plain(shown));
    case "TEXT":
    case "ENTRY":
      return spaces(best) === spaces(shown);
    case "DIGITS":
      return best === digits(shown);
    case "LINES":
      return lines(best) === lines(shown);
    case "TICK":
      return best === shown;
  }
}

export const WHERE: Record<Exclude<Wanted["kind"], "MAKE">, Where> = {
  CHOICE: "choice", TEXT: "text", ENTRY: "entry", DIGITS: "text", LINES: "text", PLACE: "place", TICK: "tick",
};

/** As which kind of control the form has the field; the make is a list in most countries, a box in some. */
export function where(page: Page, field: Wanted): Where {
  if (field.kind !== "MAKE") return WHERE[field.kind];
  return tasks.field(page.words.formNames, "choice", field.labels) === null ? "entry" : "choice";
}

export const find = (page: Page, field: Wanted): Found | null =>
  tasks.field(page.words.formNames, where(page, field), field.labels);

/** Waits for the field. */
export async function located(page: Page, field: Wanted): Promise<Found | null> {
  const millis = field.optional ? OPTIONAL_COMES : REQUIRED_COMES;
  const found = await until(millis, () => {
    const seen = find(page, field);
    return seen !== null && !seen.disabled ? seen : null;
  });
  if (found === null || field.kind !== "MAKE" || where(page, field) === "choice") return found;
  await until(MAKE_SETTLES, () => where(page, field) === "choice");
  return find(page, field);
}

/** Empties a box of text whose value would be false. */
export function emptied(page: Page, field: Wanted): void {
  const seen = find(page, field);
  if (seen === null) return;
  write(seen.node as Box, "");
  leave(seen.node);
}

/** Enters the value until the field shows it; null if it does. */
export async function enter(page: Page, field: Wanted): Promise<Why | null> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const seen = await located(page, field);
    if (seen === null) return "NO_FIELD";
    if (agrees(field, seen.value) && !seen.expanded) return null;
    const refused = await attempted(page, field, seen, attempt);
    if (refused !== null) return refused;
    if (await holds(page, field, SETTLES)) return null;
  }
  return "NOT_TAKEN";
}

async function attempted(page: Page, field: Wanted, seen: Found, attempt: number): Promise<Why | null> {
  switch (where(page, field)) {
    case "choice":
      return choose(page, field, seen);
    case "place":
      await place(page, field, seen, attempt);
      return null;
    case "tick":
      press(seen.node);
      return null;
    case "entry":
      await entry(page, field, seen, attempt);
      return null;
    case "text":
      write(seen.node as Box, field.accepted[0] ?? "");
      leave(seen.node);
      return null;
  }
}

async function holds(page: Page, field: Wanted, millis: number): Promise<boolean> {
  const seen = await until(millis, () => {
    const now = find(page, field);
    return now !== null && !now.expanded && agrees(field, now.value);
  });
  return seen === true;
}

const rows = (page: Page, field: Wanted): Rows | null =>
  tasks.options(page.words.formNames, field.labels, field.accepted);

/** Opens the list at a place among the lists, reads its texts and closes it. */
export async function peek(page: Page, place: number): Promise<string[]> {
  const list = listAt(place);
  const seen = find(page, list);
  if (seen === null || (await opened(page, list, seen)) === null) return [];
  const filled = await until(FILLS, () => {
    const now = rows(page, list);
    return now !== null && now.count > 0 ? now : null;
  });
  await closed(page, list);
  return filled?.texts ?? [];
}

const listAt = (place: number): Wanted => ({
  name: "", kind: "CHOICE", labels: [`nth:${place}`], accepted: [], optional: true, place: null, healed: null,
});

async function opened(page: Page, field: Wanted, first: Found): Promise<Rows | null> {
  let seen: Found | null = first;
  for (let i = 0; i < TRIES && seen !== null; i++) {
    if (!seen.expanded) {
      if (seen.another) key(null, "Escape");
      press(seen.node);
    }
    const list = await until(OPENS, () => {
      const now = rows(page, field);
      return now?.expanded === true ? now : null;
    });
    if (list !== null) return list;
    seen = find(page, field);
  }
  return null;
}

async function choose(page: Page, field: Wanted, seen: Found): Promise<Why | null> {
  if ((await opened(page, field, seen)) === null) return null;
  const list = await until(FILLS, () => {
    const now = rows(page, field);
    return now !== null && (now.count > 0 || !now.expanded) ? now : null;
  });
  if (list === null || !list.expanded) return null;
  const found = list.match !== null ? list : await until(GROWS, () => {
    tasks.further(page.words.formNames, field.labels);
    const now = rows(page, field);
    return now !== null && (now.match !== null || !now.expanded) ? now : null;
  });
  if (found === null) return refused(page, field, "NO_OPTION");
  if (found.match === null) return null;
  if (field.place !== null && (field.place.index !== found.place || field.place.of !== found.count)) {
    return refused(page, field, "UNPROVEN");
  }
  press(found.match, found.spot ?? undefined);
  await until(CLOSES, () => rows(page, field)?.expanded !== true);
  return null;
}

async function refused(page: Page, field: Wanted, why: Why): Promise<Why> {
  await closed(page, field);
  return why;
}

async function closed(page: Page, field: Wanted): Promise<void> {
  key(null, "Escape");
  if ((await until(OPENS, () => rows(page, field)?.expanded !== true)) === null) {
    const node = find(page, field)?.node;
    if (node !== undefined) press(node);
    await until(OPENS, () => rows(page, field)?.expanded !== true);
  }
}

/** A box that may suggest: takes the exact row, or leaves it by Tab, which keeps the text. */
async function entry(page: Page, field: Wanted, seen: Found, attempt: number): Promise<void> {
  const [wanted = ""] = field.accepted;
  write(seen.node as Box, wanted);
  const match = seen.suggests && attempt !== 2
    ? await until(SUGGESTS, () => tasks.suggestions(page.words.formNames, field.labels, wanted)?.match)
    : null;
  if (match !== null) press(match);
  else {
    const node = find(page, field)?.node ?? seen.node;
    if (attempt === 1) key(node, "Escape");
    leave(node);
  }
  await pause(COMMITS);
}

/** Only the row with this city and state counts; each answer of the site draws the rows anew and may lose a press. */
async function place(page: Page, field: Wanted, seen: Found, attempt: number): Promise<void> {
  const [best = ""] = field.accepted;
  const texts = [best, field.accepted.at(-1) ?? best, best.split(",")[0] ?? best];
  write(seen.node as Box, (texts[attempt % texts.length] ?? best).replaceAll(",", ""));
  let patience = 4000;
  for (let i = 0; i < 6; i++) {
    const row = await until(patience, () =>
      tasks.places(page.words.formNames, field.labels, field.accepted, page.words.cityKinds)?.match);
    if (row === null) return;
    press(row);
    if (await holds(page, field, 700)) return;
    patience = 1500;
  }
}
