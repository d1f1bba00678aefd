// What the numbers of a form count. As the fleet does: nothing is converted, and no number is entered where it would
// mean something else.
import { tasks, type Control } from "lotview:form";
import type { FormPlan, FormWords } from "./plan.ts";
import { tokens } from "./heal-score.ts";

export type Counts = NonNullable<FormPlan["counts"]>;
type Unit = Counts["distanceUnit"];

/** Whether a price that is shown like this may be in the currency, by the sign beside its digits. */
export function mayBeIn(counts: Counts, shown: string): boolean {
  const sign = shown.replace(/(?<=\d)[.,'\u2019](?=\d)/g, "").replace(/[\d\s.\u00a0\u202f]/g, "").toUpperCase();
  return sign === "" || counts.signs.includes(sign);
}

/** Whether the form counts the mileage in the other unit, by its label or by the preview of it. */
export function countsOtherwise(counts: Counts, words: FormWords, labels: string[], digits: string): boolean {
  const other: Unit = counts.distanceUnit === "MI" ? "KM" : "MI";
  const named = labels.filter((label) => isIn(other, words, label));
  return (named.length > 0 && tasks.field(words.formNames, "text", named) !== null) ||
    tasks.unit(digits, words.units.miles, words.units.kilometres) === other.toLowerCase();
}

/** Whether the label itself names this unit, and not the other too. */
export function isIn(unit: Unit, words: FormWords, label: string): boolean {
  const said = tokens(label);
  const has = (names: string[]) => names.flatMap(tokens).some((word) => said.includes(word));
  const kilometres = has(words.units.kilometres);
  return unit === "KM" ? kilometres : has(words.units.miles) && !kilometres;
}

/**
 * The only text box whose label is made of words of a mileage, in any order; null if there is none, or more than one.
 * "Current odometer reading (km)" is the mileage, "Kilometres per litre" is not.
 */
export function mileageAmong(words: FormWords, form: Control[]): Control | null {
  const found = form.filter((control) => !control.area && tellsMileage(words, control.name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

export function tellsMileage(words: FormWords, label: string): boolean {
  const { fillers, miles, kilometres } = words.units;
  const telling = (words.known.find((field) => field.name === "mileage")?.hints ?? []).flatMap(tokens);
  const filling = [...fillers, ...miles, ...kilometres].flatMap(tokens);
  const said = tokens(label);
  return said.some((word) => telling.includes(word)) &&
    said.every((word) => telling.includes(word) || filling.includes(word));
}
