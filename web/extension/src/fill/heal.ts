// Finds a field whose label is missing, where a wrong field does no harm: its list has the words to choose, and the
// value is read back. By the fleet's rules (ADR 11, 18): price, make, model, year, place, type and title never.
import { key, tasks, type Control } from "lotview:form";
import { agrees, find, peek, type Page } from "./field.ts";
import { best, claimedBy, possible, type Candidate } from "./heal-score.ts";
import type { Wanted } from "./plan.ts";
import { mileageAmong } from "./units.ts";
import { until } from "./wait.ts";

const HARMLESS = [
  "bodyStyle", "exteriorColor", "interiorColor", "condition", "fuelType", "transmission", "description",
];
/** The fields of a form appear together: after this time a field is missing, not late. */
const COMES = 2000;
/** Some forms show the mileage some time after the make. */
const MILEAGE_COMES = 6000;
/** Most lists to open for one field. */
const MOST_READINGS = 6;

/** What became of the search for a missing label. */
export type Healed =
  | "FOUND" // it was not missing, or another control takes its place
  | "MISSING" // the form has no such field
  | "NOT_CLEAR" // several may be it, and they say nothing
  | "SAYS_OTHER"; // one that may be it shows another value

/** Looks for the field; if another control takes its place, the field is found by that from now on. */
export async function heal(page: Page, field: Wanted): Promise<Healed> {
  if (field.name === "mileage") return await mileage(page, field);
  if (!HARMLESS.includes(field.name)) return "FOUND";
  if ((await until(COMES, () => find(page, field))) !== null) return "FOUND";
  const form = controls(page);
  const candidates = (await read(page, strangers(page, field, form)))
    .filter((one) => possible(page.words, field.name, one));
  if (candidates.length === 0) return "MISSING";
  const chosen = best(page.words, field.name, form, candidates);
  if (chosen !== null) return take(field, chosen.candidate.control);
  const other = candidates.some(({ control }) => control.value.trim() !== "" && !agrees(field, control.value));
  return other ? "SAYS_OTHER" : "NOT_CLEAR";
}

/** Its own label has precedence. */
async function mileage(page: Page, field: Wanted): Promise<Healed> {
  const began = performance.now();
  const found = await until(MILEAGE_COMES, () => {
    if (find(page, field) !== null) return "own" as const;
    return performance.now() - began < COMES ? null : mileageAmong(page.words, strangers(page, field, controls(page)));
  });
  if (found === null) return "MISSING";
  return found === "own" ? "FOUND" : take(field, found);
}

function take(field: Wanted, control: Control): Healed {
  field.labels = [control.name === "" ? `nth:${control.place}` : control.name];
  field.healed = described(control);
  return "FOUND";
}

const described = ({ kind, name, place }: Control) =>
  name === "" ? `${kind} number ${place + 1}` : `${kind} named ${name}`;

const controls = (page: Page): Control[] => tasks.survey(page.words.formNames) ?? [];

/** Controls of the field's kind without a known label, that no other field has taken. */
function strangers(page: Page, field: Wanted, form: Control[]): Control[] {
  const kind = field.kind === "CHOICE" ? "choice" : "text";
  return form
    .filter((control) => control.kind === kind && control.enabled)
    .filter((control) => field.name !== "description" || control.area)
    .filter((control) => claimedBy(page.words, control) === null)
    .filter((control) => !page.fields.some((other) => other.healed === described(control)));
}

async function read(page: Page, strange: Control[]): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const control of strange.slice(0, MOST_READINGS)) {
    const options = control.kind === "choice" ? await peek(page, control.place) : [];
    candidates.push({ control: unnamed(control, options), options });
  }
  return candidates;
}

/** A dropdown without a label shows its value, one of its own options, in the label's place. */
function unnamed(control: Control, options: string[]): Control {
  const isValue = options.some((option) => key(option) === key(control.name));
  return isValue ? { ...control, name: "", value: control.name } : control;
}
