import { words } from "../text/words.ts";

export const feedsWords = words({ en: () => import("./feeds.en.ts"), es: () => import("./feeds.es.ts") });
