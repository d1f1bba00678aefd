import { words } from "../text/words.ts";

export const inventoryWords = words({ en: () => import("./inventory.en.ts"), es: () => import("./inventory.es.ts") });
