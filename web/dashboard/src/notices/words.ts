import { words } from "../text/words.ts";

export const inAppWords = words({ en: () => import("./notices.en.ts"), es: () => import("./notices.es.ts") });
