import type en from "./views.en.ts";

export default {
  "views.title": "Vistas guardadas",
  "views.save": "Guardar esta vista",
  "views.name": "Nombre de la vista",
  "views.remove": "Quitar la vista {name}",
  "views.removed": "Vista {name} quitada.",
} satisfies Record<keyof typeof en, string>;
