import type en from "./settings.en.ts";

export default {
  "settings.title": "Ajustes",
  "settings.me": "Mi cuenta",
  "settings.notices": "Avisos",
  "settings.dealership": "Concesionario",
  "settings.texts": "Textos de anuncios",
  "settings.feedsOut": "Datos para Meta y Google",
  "settings.keys": "Claves de API",
  "settings.webhooks": "Web hooks",
  "settings.audit": "Auditoría",
  "ticks.all": "Elegir todos",
  "ticks.none": "No elegir ninguno",
} satisfies Record<keyof typeof en, string>;
