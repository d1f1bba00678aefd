import type english from "./connect.en.ts";

export type ConnectKey = keyof typeof english;
export type ConnectWords = Record<ConnectKey, string>;

/** The sentences in the browser's language, or in English. */
export async function connectWords(language: string): Promise<ConnectWords> {
  const words = language.startsWith("es") ? await import("./connect.es.ts") : await import("./connect.en.ts");
  return words.default;
}

export function said(words: ConnectWords, key: ConnectKey, places: Record<string, string> = {}): string {
  return words[key].replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);
}
