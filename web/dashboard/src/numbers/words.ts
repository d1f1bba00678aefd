import { words } from "../text/words.ts";

export const numbersWords = words({ en: () => import("./numbers.en.ts"), es: () => import("./numbers.es.ts") });
