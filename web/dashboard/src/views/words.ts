import { words } from "../text/words.ts";

export const viewsWords = words({ en: () => import("./views.en.ts"), es: () => import("./views.es.ts") });
