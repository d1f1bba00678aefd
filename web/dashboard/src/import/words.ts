import { words } from "../text/words.ts";

export const importWords = words({ en: () => import("./import.en.ts"), es: () => import("./import.es.ts") });
