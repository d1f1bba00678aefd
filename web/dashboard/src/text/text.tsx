import { type ReactNode, createContext, use, useContext, useEffect, useMemo, useState } from "react";
import { shellWords } from "../shell/words.ts";
import { dateFormat, numberFormat } from "./formats.ts";
import { type KeyOf, type Language, type Words, changeLanguage, language as languageNow } from "./words.ts";

/** The keys of the shell, which are always there, and of the words `W`. */
export type TextKey<W = never> = KeyOf<typeof shellWords> | KeyOf<W>;

/** What stands before a key's first dot. */
type Area<K extends string> = K extends `${infer A}.${string}` ? A : never;

interface Spoken {
  language: Language;
  speak: (language: Language) => void;
  money: (cents: number | null | undefined, currency?: string | null) => string;
  number: (value: number) => string;
  /** In the dealership's zone. */
  time: (iso: string) => string;
  clock: (iso: string) => string;
}

interface Saying<K extends string> {
  /** The sentence, with its places filled. */
  t: (key: K, places?: Record<string, string | number>) => string;
  /** The sentence of a key that ends in a code of the API; `plain` if there is none. */
  named: (key: `${Area<K>}.${string}`, plain: string) => string;
}

const Text = createContext<Spoken | undefined>(undefined);

/** Says sentences of the shell and of the given words. */
export function useText<W extends Words<never>[]>(...words: W): Spoken & Saying<TextKey<W[number]>> {
  const spoken = useContext(Text);
  if (spoken === undefined) {
    throw new Error("outside of Spoken");
  }
  const { language } = spoken;
  const needed: Words<never>[] = [shellWords, ...words];
  const missing = needed.filter((one) => one.said(language) === undefined);
  // A page comes with its words; this waits for the shell's own, and for a page that came while the language changed.
  if (missing.length > 0) {
    // Once for all: React knows the promises of a component by their order.
    use(Promise.all(missing.map((one) => one.load(language))));
  }
  return useMemo(() => {
    const sentence = (key: string) => {
      for (const one of needed) {
        const found = (one.said(language) as Readonly<Record<string, string>> | undefined)?.[key];
        if (found !== undefined) {
          return found;
        }
      }
      return undefined;
    };
    return {
      ...spoken,
      t: (key, places) =>
        (sentence(key) ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(places?.[name] ?? whole)),
      named: (key, plain) => sentence(key) ?? plain,
    };
  }, [spoken, ...words]);
}

export function SpokenText({ zone, children }: { zone: string | undefined; children: ReactNode }) {
  const [language, setLanguage] = useState(languageNow);
  // Screen readers pronounce by it.
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo<Spoken>(() => {
    const locale = language === "es" ? "es-US" : "en-US";
    const inZone = zone === undefined ? {} : { timeZone: zone };
    return {
      language,
      speak: (other) =>
        void changeLanguage(other).then(
          () => setLanguage(other),
          () => undefined, // Out of reach: the language stays.
        ),
      money: (cents, currency) =>
        cents === null || cents === undefined
          ? "–"
          : numberFormat(locale, {
              style: "currency",
              currency: currency ?? "USD",
              maximumFractionDigits: cents % 100 === 0 ? 0 : 2,
            }).format(cents / 100),
      // Made when first used: a page without times is shown sooner.
      number: (value) => numberFormat(locale, {}).format(value),
      time: (iso) => dateFormat(locale, { dateStyle: "medium", timeStyle: "short", ...inZone }).format(new Date(iso)),
      clock: (iso) => dateFormat(locale, { timeStyle: "short", ...inZone }).format(new Date(iso)),
    };
  }, [language, zone]);
  return <Text value={spoken}>{children}</Text>;
}
