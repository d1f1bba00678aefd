import { words } from "../text/words.ts";

export const heldWords = words({ en: () => import("./held.en.ts"), es: () => import("./held.es.ts") });
