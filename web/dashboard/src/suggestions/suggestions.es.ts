import type en from "./suggestions.en.ts";

export default {
  "suggestions.title": "Vehículos sugeridos",
  "suggestions.why": "Los vendedores los encontraron en una página y no están en el inventario.",
  "suggestions.page": "Dónde se encontró",
  "suggestions.add": "Agregar al inventario",
  "suggestions.decline": "Rechazar",
  "suggestions.added": "{name} está en el inventario.",
  "suggestions.declined": "{name}: rechazado.",
  "suggestions.open": "Abrirlo",
} satisfies Record<keyof typeof en, string>;
