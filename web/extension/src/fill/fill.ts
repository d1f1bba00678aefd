// The whole form. Fills, reads every field back, and says what was left and why. It never presses Next or Publish.
import { tasks } from "lotview:form";
import { agrees, enter, find, located, where, type Page } from "./field.ts";
import { press } from "./hands.ts";
import { PhotoBlock } from "./photos.ts";
import { inLanguage, type FormPlan, type Wanted } from "./plan.ts";
import type { FieldReport, FillReport, Why } from "./report.ts";
import { pause, until } from "./wait.ts";

const FORM_COMES = 10_000;
/** An unfinished listing may come back over what was filled: as often the fields are entered again. */
const REPAIRS = 3;
const SETTLES = 150;
const FOLDS = 3;

interface Entered {
  why: Why | null;
  replaced: string | null;
}

/**
 * Fills the form that is open.
 *
 * @param files the photos in their order
 */
export async function fill(plan: FormPlan, files: File[]): Promise<FillReport> {
  const language = tasks.language();
  const spoken = inLanguage(plan, language);
  if (spoken === null) return stopped(plan, language, "LANGUAGE");
  const { words, fields } = spoken;
  const page: Page = { words, field: (name) => fields.find((one) => one.name === name) };
  const type = page.field("vehicleType");
  if (type === undefined || (await until(FORM_COMES, () => find(page, type))) === null) {
    return stopped(plan, language, "NO_FORM");
  }
  const entered = new Map<string, Entered>();
  const photos = new PhotoBlock(words, files);
  // The type first, because it clears the rest; then the photos, because the first one draws the form anew.
  entered.set(type.name, await one(page, type));
  await photos.begin();
  const others = inTurn(page, fields).filter((field) => field !== type);
  // The first of those that a form may fold up.
  const folded = others.find((field) => field.optional && field.kind === "CHOICE");
  for (const field of others) {
    if (field === folded) await unfold(page, page.field("transmission") ?? field);
    entered.set(field.name, await one(page, field));
  }
  await repaired(page, fields, entered);
  const stored = await photos.finish();
  await repaired(page, fields, entered);
  return report(page, fields, entered, { wanted: files.length, stored });
}

/** The price stands above the make in some forms, and comes after it in others. */
function inTurn(page: Page, fields: Wanted[]): Wanted[] {
  const price = page.field("price");
  if (price === undefined || find(page, price) !== null) return fields;
  const others = fields.filter((field) => field !== price);
  const after = others.findIndex((field) => field.name === "mileage") + 1;
  return [...others.slice(0, after), price, ...others.slice(after)];
}

async function one(page: Page, field: Wanted): Promise<Entered> {
  // Without a value the field stays as it is; a form that lacks it is right.
  if (field.accepted.length === 0) return { why: find(page, field) === null ? null : "NOT_KNOWN", replaced: null };
  const seen = await located(page, field);
  const before = seen?.value ?? "";
  const why = seen === null ? "NO_FIELD" : await enter(page, field);
  const meant = field.kind === "TICK" ? before === "true" : before.trim() !== "";
  return { why, replaced: why === null && meant && !agrees(field, before) ? before : null };
}

/** Unfolds sections with optional fields; not needed where the form shows them. */
async function unfold(page: Page, below: Wanted): Promise<void> {
  for (let i = 0; i < FOLDS && find(page, below) === null; i++) {
    const section = tasks.folded(page.words.formNames);
    if (section === null) return;
    press(section.node);
    await until(1000, () => tasks.folded(page.words.formNames)?.node !== section.node);
  }
}

const asked = (page: Page, fields: Wanted[]) => fields.map((field) => ({ kind: where(page, field), names: field.labels }));

function read(page: Page, fields: Wanted[]): (string | null)[] {
  return tasks.read(page.words.formNames, asked(page, fields));
}

/** Enters what differs again, from top to bottom, because a field may clear those below it. */
async function repaired(page: Page, fields: Wanted[], entered: Map<string, Entered>): Promise<void> {
  const filled = fields.filter((field) => entered.get(field.name)?.why === null && field.accepted.length > 0);
  for (let i = 0; i < REPAIRS; i++) {
    await pause(SETTLES);
    const shown = read(page, filled);
    const wrong = filled.filter((field, at) => !agrees(field, shown[at] ?? ""));
    if (wrong.length === 0) return;
    for (const field of filled) {
      const now = find(page, field)?.value ?? "";
      if (agrees(field, now)) continue;
      const why = await enter(page, field);
      entered.set(field.name, { why, replaced: now.trim() === "" ? (entered.get(field.name)?.replaced ?? null) : now });
    }
  }
}

function report(
  page: Page,
  fields: Wanted[],
  entered: Map<string, Entered>,
  photos: FillReport["photos"],
): FillReport {
  const shown = read(page, fields);
  const all = fields.map((field, at): FieldReport => {
    const { why, replaced } = entered.get(field.name) ?? { why: "NO_FIELD", replaced: null };
    const found = shown[at] ?? "";
    const right = saysNothing(field, shown[at] ?? null) ||
      (why === null && (field.accepted.length === 0 || agrees(field, found)));
    return {
      field: field.name,
      filled: right && field.accepted.length > 0,
      wanted: field.accepted[0] ?? "",
      found,
      replaced,
      why: right ? null : (why ?? "NOT_TAKEN"),
    };
  });
  const missing = fields.some((field, at) => !field.optional && all[at]?.filled !== true);
  const untrue = fields.some((field, at) => saysOther(field, all[at]));
  return {
    complete: !missing && !untrue && photos.stored === photos.wanted,
    language: tasks.language(),
    fields: all,
    photos,
    stopped: null,
  };
}

/** A box that is to stay empty makes no statement where the form lacks it. */
const saysNothing = (field: Wanted, shown: string | null): boolean =>
  field.kind === "TICK" && field.accepted[0] === "false" && shown === null;

/** A field that could not be filled and shows another value would make a false statement. */
function saysOther(field: Wanted, said: FieldReport | undefined): boolean {
  if (said === undefined || said.filled || said.why === null) return false;
  return field.kind === "TICK" ? said.found === "true" && field.accepted[0] !== "true" : said.found.trim() !== "";
}

function stopped(plan: FormPlan, language: string, why: "NO_FORM" | "LANGUAGE"): FillReport {
  const fields = plan.fields.map(({ name, values }): FieldReport => ({
    field: name, filled: false, wanted: values[0] ?? "", found: "", replaced: null, why: "NO_FIELD",
  }));
  return { complete: false, language, fields, photos: { wanted: 0, stored: 0 }, stopped: why };
}
