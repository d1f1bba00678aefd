import { words } from "../text/words.ts";

export const suggestionsWords = words({
  en: () => import("./suggestions.en.ts"),
  es: () => import("./suggestions.es.ts"),
});
