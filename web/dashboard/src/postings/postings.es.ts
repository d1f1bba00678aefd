import type en from "./postings.en.ts";

export default {
  "postings.title": "Publicaciones",
  "postings.search": "Buscar publicaciones",
  "postings.mine": "Mías",
  "postings.empty": "Aún no hay publicaciones.",
  "postings.emptyHint": "Elija vehículos en el inventario y publíquelos.",
  "postings.nothing": "Ninguna publicación coincide.",
  "postings.waits": "Espera {what}.",
  "waits.TIME": "su hora",
  "waits.ACCOUNT": "un lugar libre de la cuenta",
  "waits.BROWSER": "un navegador libre",
  "waits.FLEET": "un trabajador; ahora no hay ninguno",
  "postings.all": "Todas",
} satisfies Record<keyof typeof en, string>;
