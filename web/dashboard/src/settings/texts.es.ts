import type en from "./texts.en.ts";

export default {
  "texts.hint": "LotView escribe el texto de cada anuncio. Estas partes se agregan. Deje vacía la que no quiera.",
  "texts.language": "Idioma de los textos",
  "texts.ofAccount": "El idioma de la cuenta de Facebook",
  "texts.opening": "Apertura, antes del texto",
  "texts.closing": "Cierre, antes de la invitación",
  "texts.disclaimer": "Aviso al final (cargos, número de licencia)",
  "texts.template": "Orden de las partes",
  "texts.templateHint": "Debe tener {text}. Puede tener {opening} {closing} {call} {disclaimer} {year} {make} {model} {trim} {mileage} {color} {dealership} {city} {state} {phone}. Vacío: el orden usual.",
} satisfies Record<keyof typeof en, string>;
