import { words } from "../text/words.ts";

export const todayWords = words({ en: () => import("./today.en.ts"), es: () => import("./today.es.ts") });
