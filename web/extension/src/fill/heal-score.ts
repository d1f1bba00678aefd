// How well a control of the right kind fits a field whose label is missing: as the fleet's HealScore of the
// browser-worker, answer by answer (heal-cases.json binds both).
import { key, plain, type Control } from "lotview:form";
import type { FormWords, KnownField } from "./plan.ts";

const OPTIONS_WEIGHT = 0.6;
const LABEL_WEIGHT = 0.2;
const POSITION_WEIGHT = 0.2;
const MIN_SCORE = 0.7;
const MIN_LEAD = 0.15;
/** Least overlap of a list with our options. */
const MIN_SHARE = 0.6;
/** A list with less is unrelated. */
const SOME_SHARE = 0.25;
/** A list without foreign words and with this overlap has exactly the field's choices. */
const SAME_SHARE = 0.85;
/** Labels with less are alike by accident. */
const MIN_LIKENESS = 0.75;
/** Fields whose choices no other list of a vehicle form has. */
const KNOWN_BY_OPTIONS = ["bodyStyle", "fuelType", "transmission"];

/** A control without a known label, and the options of its list. */
export interface Candidate {
  control: Control;
  options: string[];
}

export interface Scored {
  candidate: Candidate;
  score: number;
}

export const same = (one: Control, other: Control): boolean => one.kind === other.kind && one.place === other.place;

/** Our name of the field that the control's label names. */
export function claimedBy(words: FormWords, control: Control): string | null {
  if (control.kind === "tick" && control.neutral === "title_status") return "cleanTitle";
  const own = plain(control.name);
  return words.known.find((field) => field.labels.some((label) => plain(label) === own))?.name ?? null;
}

/** The candidate that clearly fits best; null if none fits well, or two fit alike. */
export function best(words: FormWords, name: string, form: Control[], candidates: Candidate[]): Scored | null {
  const field = known(words, name);
  const ranked = candidates
    .map((candidate) => ({ candidate, score: score(words, field, form, candidate) }))
    .sort((one, other) => other.score - one.score);
  const exact = ranked.filter((one) => isExactly(words, field, one.candidate));
  if (exact.length === 1) return exact[0] ?? null;
  const [first, second] = ranked;
  if (first === undefined || first.score < MIN_SCORE) return null;
  return second === undefined || first.score - second.score >= MIN_LEAD ? first : null;
}

/** Whether the control can be the field: a readable list with other words is not. */
export function possible(words: FormWords, name: string, { control, options }: Candidate): boolean {
  const field = known(words, name);
  return field.options.length === 0 || options.length === 0 || overlap(field, { control, options }) >= SOME_SHARE;
}

function known(words: FormWords, name: string): KnownField {
  return words.known.find((field) => field.name === name) ?? { name, labels: [], hints: [], options: [] };
}

/** Whether the list alone identifies the field, wherever it stands. */
function isExactly(words: FormWords, field: KnownField, candidate: Candidate): boolean {
  const { name } = candidate.control;
  const own = hinted(words, field, name);
  return KNOWN_BY_OPTIONS.includes(field.name) &&
    strange(field, candidate.options) === 0 &&
    overlap(field, candidate) >= SAME_SHARE &&
    !words.known.some((other) => other !== field && hinted(words, other, name) > own);
}

function score(words: FormWords, field: KnownField, form: Control[], candidate: Candidate): number {
  const options = overlap(field, candidate);
  return options < MIN_SHARE
    ? 0
    : OPTIONS_WEIGHT * options +
      LABEL_WEIGHT * label(words, field, candidate.control.name) +
      POSITION_WEIGHT * position(words, field, form, candidate.control);
}

/** The form has only one field with several lines. */
function overlap(field: KnownField, { control, options }: Candidate): number {
  if (field.options.length === 0) return control.area ? 1 : 0;
  if (options.length === 0) return 0;
  const there = options.map(key);
  const found = field.options.filter((own) => own.some((word) => there.includes(key(word)))).length;
  return ((options.length - strange(field, options)) / options.length + found / field.options.length) / 2;
}

/** How many texts of the list are no word of our options. */
function strange(field: KnownField, options: string[]): number {
  const own = field.options.flat().map(key);
  return options.filter((text) => !own.includes(key(text))).length;
}

/** Share of words of the field minus words of other fields, from 0 to 1. */
function label(words: FormWords, field: KnownField, name: string): number {
  if (name.trim() === "") return 0;
  const own = likeTo(field, name);
  const others = Math.max(0, ...words.known.filter((other) => other !== field).map((other) => likeTo(other, name)));
  return Math.max(own >= MIN_LIKENESS && own > others ? own : 0, hinted(words, field, name));
}

function hinted(words: FormWords, field: KnownField, name: string): number {
  const said = tokens(name);
  const mine = field.hints.map(plain);
  const foreign = words.known.flatMap((other) => other.hints.map(plain)).filter((hint) => !mine.includes(hint));
  const own = said.filter((word) => mine.includes(word)).length;
  const other = said.filter((word) => foreign.includes(word)).length;
  return said.length === 0 ? 0 : Math.min(1, Math.max(0, (own - other) / said.length));
}

const likeTo = (field: KnownField, name: string): number =>
  Math.max(0, ...field.labels.map((one) => likeness(plain(one), plain(name))));

/** Half for the right known field above, half for the right one below. */
function position(words: FormWords, field: KnownField, form: Control[], control: Control): number {
  const at = form.findIndex((one) => same(one, control));
  const place = (name: string) => words.known.findIndex((one) => one.name === name);
  const neighbour = (controls: Control[]) => {
    const name = controls.map((one) => claimedBy(words, one)).find((one) => one !== null);
    return name == null ? null : place(name);
  };
  const above = neighbour(form.slice(0, at).reverse());
  const below = neighbour(form.slice(at + 1));
  const own = place(field.name);
  return (above !== null && above < own ? 0.5 : 0) + (below !== null && below > own ? 0.5 : 0);
}

/** A name's words. */
export const tokens = (name: string): string[] => plain(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");

/** 1 minus Levenshtein's distance relative to the longer text. */
function likeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (longest === 0) return 0;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row[other.length] ?? 0) / longest;
}
