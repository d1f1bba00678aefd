import { words } from "../text/words.ts";

export const vehicleWords = words({ en: () => import("./vehicle.en.ts"), es: () => import("./vehicle.es.ts") });
