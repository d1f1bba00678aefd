import type en from "./notices.en.ts";

export default {
  "inApp.none": "No hay avisos.",
  "inApp.noneHint": "Aquí se dice lo que necesita a una persona. Elija en los ajustes qué quiere saber.",
  "inApp.choose": "Elegir avisos",
  "inApp.readAll": "Marcar todo como leído",
  "inApp.new": "nuevo",
} satisfies Record<keyof typeof en, string>;
