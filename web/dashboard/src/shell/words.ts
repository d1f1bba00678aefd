import { words } from "../text/words.ts";

export const shellWords = words({ en: () => import("./shell.en.ts"), es: () => import("./shell.es.ts") });
