import { words } from "../text/words.ts";

export const habitsWords = words({ en: () => import("./habits.en.ts"), es: () => import("./habits.es.ts") });
