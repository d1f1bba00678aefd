import { words } from "../text/words.ts";

export const postingsWords = words({ en: () => import("./postings.en.ts"), es: () => import("./postings.es.ts") });
