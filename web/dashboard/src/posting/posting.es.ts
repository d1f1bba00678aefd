import type en from "./posting.en.ts";

export default {
  "posting.open": "Abrir en Facebook",
  "posting.timeline": "Qué pasó",
  "posting.differences": "Lo que la página mostró distinto",
  "posting.wanted": "Ordenado",
  "posting.found": "Encontrado",
  "posting.text": "Texto",
  "posting.cancel": "Cancelar publicación",
  "posting.retry": "Intentar de nuevo",
  "posting.approve": "Aprobar",
  "posting.resolvePosted": "Está en Facebook",
  "posting.resolveNotPosted": "No está en Facebook",
  "posting.review": "LotView no pudo saber si este vehículo se publicó. Mire las capturas y diga cuál es.",
  "posting.remove": "Quitar de Facebook",
  "posting.removeSure": "¿Quitar este anuncio de Facebook? Los compradores ya no lo verán.",
  "posting.removeDo": "Quitarlo",
  "posting.attempt": "Intento {attempt}",
  "posting.expected": "Inicio previsto {time}",
} satisfies Record<keyof typeof en, string>;
