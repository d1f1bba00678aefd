export type Language = "en" | "es";

type Sentences<K extends string> = Readonly<Record<K, string>>;
type Source<K extends string> = () => Promise<{ default: Sentences<K> }>;

/** The sentences of a page or of a few that belong together. Only the language in use is loaded. */
export interface Words<K extends string> {
  /** Undefined until they are loaded. */
  readonly said: (language: Language) => Sentences<K> | undefined;
  readonly load: (language: Language) => Promise<void>;
}

/** The keys of some words. */
export type KeyOf<W> = W extends Words<infer K> ? K : never;

const KEPT = "lotview-language";
const all: Words<never>[] = [];
let now = first();

function first(): Language {
  const kept = localStorage.getItem(KEPT);
  return kept === "en" || kept === "es" ? kept : navigator.language.startsWith("es") ? "es" : "en";
}

/** The language in use. */
export const language = () => now;

/** Words with the same keys in both languages. */
export function words<K extends string>(sources: { en: Source<K>; es: Source<NoInfer<K>> }): Words<K> {
  const loaded: Partial<Record<Language, Sentences<K>>> = {};
  const coming: Partial<Record<Language, Promise<void>>> = {};
  const made: Words<K> = {
    said: (language) => loaded[language],
    load: (language) =>
      (coming[language] ??= sources[language]().then(
        (part) => void (loaded[language] = part.default),
        (problem: unknown) => {
          // The next one who needs them tries again.
          delete coming[language];
          throw problem;
        },
      )),
  };
  all.push(made);
  return made;
}

/** Loads a part of the dashboard and, at the same time, the words that it says. */
export function withWords<T>(part: () => Promise<T>, ...needed: Words<never>[]): () => Promise<T> {
  return async () => {
    const [loaded] = await Promise.all([part(), ...needed.map((words) => words.load(now))]);
    return loaded;
  };
}

/** Changes the language when all that was said so far can be said in it, so that nothing on the screen is missing. */
export async function changeLanguage(other: Language): Promise<void> {
  localStorage.setItem(KEPT, other);
  await Promise.all(all.filter((words) => words.said(now) !== undefined).map((words) => words.load(other)));
  now = other;
}
