import { type ReactNode, createContext, useContext, useMemo, useState } from "react";
import { type Catalogue, type TextKey, en } from "./en.ts";
import { es } from "./es.ts";

const CATALOGUES: Record<Language, Catalogue> = { en, es };
export type Language = "en" | "es";
const KEPT = "lotview-language";

interface Spoken {
  language: Language;
  speak: (language: Language) => void;
  /** The sentence, with its places filled. */
  t: (key: TextKey, places?: Record<string, string | number>) => string;
  money: (cents: number | null | undefined, currency?: string | null) => string;
  number: (value: number) => string;
  /** In the dealership's zone. */
  time: (iso: string) => string;
  clock: (iso: string) => string;
}

const Text = createContext<Spoken | undefined>(undefined);

export function useText(): Spoken {
  const spoken = useContext(Text);
  if (spoken === undefined) {
    throw new Error("outside of Spoken");
  }
  return spoken;
}

function first(): Language {
  const kept = localStorage.getItem(KEPT);
  return kept === "en" || kept === "es" ? kept : navigator.language.startsWith("es") ? "es" : "en";
}

export function SpokenText({ zone, children }: { zone: string | undefined; children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(first);
  const spoken = useMemo<Spoken>(() => {
    const locale = language === "es" ? "es-US" : "en-US";
    const inZone = zone === undefined ? {} : { timeZone: zone };
    const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", ...inZone });
    const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", ...inZone });
    const number = new Intl.NumberFormat(locale);
    return {
      language,
      speak: (other) => {
        localStorage.setItem(KEPT, other);
        document.documentElement.lang = other;
        setLanguage(other);
      },
      t: (key, places) =>
        CATALOGUES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(places?.[name] ?? whole)),
      money: (cents, currency) =>
        cents === null || cents === undefined
          ? "–"
          : new Intl.NumberFormat(locale, {
              style: "currency",
              currency: currency ?? "USD",
              maximumFractionDigits: cents % 100 === 0 ? 0 : 2,
            }).format(cents / 100),
      number: (value) => number.format(value),
      time: (iso) => time.format(new Date(iso)),
      clock: (iso) => clock.format(new Date(iso)),
    };
  }, [language, zone]);
  return <Text value={spoken}>{children}</Text>;
}
