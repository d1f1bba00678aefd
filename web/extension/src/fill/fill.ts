// The whole form. Fills, reads every field back, and says what was left and why. It never presses Next or Publish.
import { tasks } from "lotview:form";
import { agrees, emptied, enter, find, located, where, WHERE, type Page } from "./field.ts";
import { press } from "./hands.ts";
import { heal } from "./heal.ts";
import { PhotoBlock } from "./photos.ts";
import { inLanguage, type FormPlan, type Wanted } from "./plan.ts";
import type { FieldReport, FillReport, Why } from "./report.ts";
import { countsOtherwise, mayBeIn } from "./units.ts";
import { pause, until } from "./wait.ts";

const FORM_COMES = 10_000;
/** An unfinished listing may come back over what was filled: as often the fields are entered again. */
const REPAIRS = 3;
const SETTLES = 150;
const FOLDS = 3;

interface Entered {
  why: Why | null;
  replaced: string | null;
  /** A control that may be the field shows something else. */
  untrue?: boolean;
}

/** What the form shows now, against what it was filled with; null while it is not there. Scrolls nothing. */
export type Look = () => FillReport | null;

/**
 * Fills the form that is open.
 *
 * @param files the photos in their order
 * @param filled gets a way to look again later
 */
export async function fill(plan: FormPlan, files: File[], filled?: (look: Look) => void): Promise<FillReport> {
  const language = tasks.language();
  const spoken = inLanguage(plan, language);
  if (spoken === null) return stopped(plan, language, "LANGUAGE");
  const { words, fields } = spoken;
  const page: Page = { words, fields, field: (name) => fields.find((one) => one.name === name) };
  const type = page.field("vehicleType");
  if (type === undefined || (await until(FORM_COMES, () => find(page, type))) === null) {
    return stopped(plan, language, "NO_FORM");
  }
  const entered = new Map<string, Entered>();
  const photos = new PhotoBlock(words, files);
  // The type first, because it clears the rest; then the photos, because the first one draws the form anew.
  entered.set(type.name, await one(page, type));
  await photos.begin();
  await enterOthers(page, type, entered);
  insistOnUnits(page, plan, entered);
  await repaired(page, fields, entered);
  await photos.finish();
  await repaired(page, fields, entered);
  insistOnUnits(page, plan, entered);
  const told = (shown: (string | null)[], later: boolean) =>
    report(page, shown, entered, { wanted: files.length, stored: photos.stored() }, later);
  filled?.(() => {
    const shown = seen(page);
    return shown.every((value) => value === null) ? null : told(shown, true);
  });
  return told(read(page, fields), false);
}

async function enterOthers(page: Page, type: Wanted, entered: Map<string, Entered>): Promise<void> {
  const others = inTurn(page, page.fields).filter((field) => field !== type);
  // The first of those that a form may fold up.
  const folded = others.find((field) => field.optional && field.kind === "CHOICE");
  for (const field of others) {
    if (field === folded) await unfold(page, page.field("transmission") ?? field);
    entered.set(field.name, await one(page, field));
  }
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
  const healed = await heal(page, field);
  if (healed === "NOT_CLEAR" || healed === "SAYS_OTHER") {
    return { why: "NOT_CLEAR", replaced: null, untrue: healed === "SAYS_OTHER" };
  }
  const seen = healed === "MISSING" && field.optional ? null : await located(page, field);
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

/** Takes numbers out again that would mean something else on this form; nothing is converted. */
function insistOnUnits(page: Page, { counts }: FormPlan, entered: Map<string, Entered>): void {
  if (counts === null) return;
  const refuse = (field: Wanted) => {
    emptied(page, field);
    entered.set(field.name, { why: "OTHER_UNIT", replaced: null });
  };
  const [price, mileage] = [page.field("price"), page.field("mileage")];
  if (price !== undefined && !mayBeIn(counts, find(page, price)?.value ?? "")) refuse(price);
  const digits = mileage?.accepted[0] ?? "";
  if (mileage === undefined || find(page, mileage) === null) return;
  if (countsOtherwise(counts, page.words, mileage.labels, digits)) refuse(mileage);
}

const asked = (page: Page, fields: Wanted[]) =>
  fields.map((field) => ({ kind: where(page, field), names: field.labels }));

function read(page: Page, fields: Wanted[]): (string | null)[] {
  return tasks.read(page.words.formNames, asked(page, fields));
}

/** The same without looking for the make's kind, which would scroll. */
function seen(page: Page): (string | null)[] {
  const names = page.words.formNames;
  return page.fields.map(({ kind, labels }) => {
    const kinds = kind === "MAKE" ? (["choice", "entry"] as const) : [WHERE[kind]];
    const values = tasks.read(names, kinds.map((one) => ({ kind: one, names: labels })));
    return values.find((value) => value !== null) ?? null;
  });
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
  shown: (string | null)[],
  entered: Map<string, Entered>,
  photos: FillReport["photos"],
  later: boolean,
): FillReport {
  const { fields } = page;
  const all = fields.map((field, at) => said(field, shown[at] ?? null, entered.get(field.name), later));
  const lacks = (one: FieldReport | undefined) => (later ? one?.why !== null : one?.filled !== true);
  const missing = fields.some((field, at) => !field.optional && lacks(all[at]));
  const untrue = fields.some((field, at) => entered.get(field.name)?.untrue === true || saysOther(field, all[at]));
  return {
    complete: !missing && !untrue && photos.stored === photos.wanted,
    language: tasks.language(),
    fields: all,
    photos,
    stopped: null,
  };
}

/** What became of a field. What LotView left and the person has filled since is the person's. */
function said(field: Wanted, shown: string | null, entered: Entered | undefined, later: boolean): FieldReport {
  const { why, replaced } = entered ?? { why: "NO_FIELD" as const, replaced: null };
  const found = shown ?? "";
  const known = field.accepted.length > 0;
  const right = saysNothing(field, shown) || (why === null && !known) ||
    (known && why !== "OTHER_UNIT" && agrees(field, found));
  const decided = later && why !== null && found.trim() !== "" && why !== "OTHER_UNIT";
  return {
    field: field.name,
    filled: right && known,
    wanted: field.accepted[0] ?? "",
    found,
    replaced,
    why: right || decided ? null : (why ?? "NOT_TAKEN"),
    healed: field.healed,
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
    healed: null,
  }));
  return { complete: false, language, fields, photos: { wanted: 0, stored: 0 }, stopped: why };
}
