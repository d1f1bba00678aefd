import { words } from "../text/words.ts";

export const usersWords = words({ en: () => import("./users.en.ts"), es: () => import("./users.es.ts") });
