import type en from "./held.en.ts";

export default {
  "held.title": "Retiros en espera",
  "held.why": "Una importación del {time} habría quitado {held} de {live} anuncios de Facebook. Es más de la mitad; por eso LotView pregunta antes.",
  "held.show": "Mostrar los {count} anuncios",
  "held.remove": "Quitarlos de Facebook",
  "held.keep": "Dejarlos",
  "held.sure": "¿Quitar {count} anuncios de Facebook? Los compradores ya no los verán.",
  "held.sureDo": "Quitar {count}",
  "held.removed": "Se están quitando {count} anuncios.",
  "held.kept": "{count} anuncios siguen en Facebook.",
  "held.untitled": "Anuncio",
} satisfies Record<keyof typeof en, string>;
