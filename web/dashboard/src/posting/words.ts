import { words } from "../text/words.ts";

export const postingWords = words({ en: () => import("./posting.en.ts"), es: () => import("./posting.es.ts") });
