import type en from "./today.en.ts";

export default {
  "today.title": "Hoy",
  "today.needsYou": "Necesita a una persona",
  "today.quiet": "Nada requiere su atención. ",
  "today.running": "En curso",
  "today.noneRunning": "Ninguna publicación en curso.",
  "today.next": "Siguientes",
  "today.noneNext": "Nada planeado.",
  "today.live": "Publicados",
  "today.postSome": "Elegir vehículos para publicar",
} satisfies Record<keyof typeof en, string>;
