/** What the form is filled with, as LotView's server plans it (`GET /v1/postings/{id}/form-plan`). */
export type Kind = "CHOICE" | "TEXT" | "ENTRY" | "MAKE" | "DIGITS" | "LINES" | "PLACE" | "TICK";

export interface FieldWords {
  labels: string[];
  accepted: string[];
  /** Where the option must be if its word is a guess. */
  place?: { index: number; of: number } | null;
}

export interface FormWords {
  language: string;
  formNames: string[];
  removePhoto: string[];
  loading: string[];
  cityKinds: string[];
  fields: Record<string, FieldWords>;
  /** Every field that the form may have, from top to bottom. */
  known: KnownField[];
  units: { miles: string[]; kilometres: string[]; fillers: string[] };
}

/** By its words a label that has changed is recognized, and what is another field is left alone. */
export interface KnownField {
  name: string;
  labels: string[];
  hints: string[];
  /** The words of each of its options. */
  options: string[][];
}

export interface FormPlan {
  fields: { name: string; kind: Kind; values: string[]; optional: boolean }[];
  languages: FormWords[];
  /** What price and mileage count, and the signs of the currency. */
  counts: { currency: string; signs: string[]; distanceUnit: "MI" | "KM" } | null;
}

/** A field in the words of one language. */
export interface Wanted {
  name: string;
  kind: Kind;
  labels: string[];
  /** Texts that count as the value, best first; none if the value is not known. */
  accepted: string[];
  optional: boolean;
  place: { index: number; of: number } | null;
  /** The control that takes its place, if the form has no field with its label. */
  healed: string | null;
}

/** The plan in the words of a page's language; null if LotView does not know the language. */
export function inLanguage(plan: FormPlan, language: string): { words: FormWords; fields: Wanted[] } | null {
  const primary = language.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const words = plan.languages.find((one) => one.language === primary);
  if (words === undefined) return null;
  const fields = plan.fields.flatMap(({ name, kind, values, optional }) => {
    const own = words.fields[name];
    if (own === undefined) return [];
    const accepted = values.length > 0 ? values : own.accepted;
    return [{ name, kind, labels: own.labels, accepted, optional, place: own.place ?? null, healed: null }];
  });
  return { words, fields };
}
