import { words } from "../text/words.ts";

export const scheduleWords = words({ en: () => import("./schedule.en.ts"), es: () => import("./schedule.es.ts") });
