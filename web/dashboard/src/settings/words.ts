import { words } from "../text/words.ts";

export const settingsWords = words({ en: () => import("./settings.en.ts"), es: () => import("./settings.es.ts") });
export const meWords = words({ en: () => import("./me.en.ts"), es: () => import("./me.es.ts") });
export const noticesWords = words({ en: () => import("./notices.en.ts"), es: () => import("./notices.es.ts") });
export const dealershipWords = words({ en: () => import("./dealership.en.ts"), es: () => import("./dealership.es.ts") });
export const textsWords = words({ en: () => import("./texts.en.ts"), es: () => import("./texts.es.ts") });
export const keysWords = words({ en: () => import("./keys.en.ts"), es: () => import("./keys.es.ts") });
export const webhooksWords = words({ en: () => import("./webhooks.en.ts"), es: () => import("./webhooks.es.ts") });
export const auditWords = words({ en: () => import("./audit.en.ts"), es: () => import("./audit.es.ts") });
export const feedsOutWords = words({ en: () => import("./feeds-out.en.ts"), es: () => import("./feeds-out.es.ts") });
