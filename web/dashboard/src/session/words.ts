import { words } from "../text/words.ts";

export const sessionWords = words({ en: () => import("./session.en.ts"), es: () => import("./session.es.ts") });
