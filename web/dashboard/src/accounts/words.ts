import { words } from "../text/words.ts";

export const accountsWords = words({ en: () => import("./accounts.en.ts"), es: () => import("./accounts.es.ts") });
