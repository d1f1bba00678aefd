import type en from "./notices.en.ts";

export default {
  "notices.hint": "Un correo espera un minuto. Lo que ya leyó en LotView no se envía.",
  "notices.what": "Qué pasa",
  "notices.inApp": "En LotView",
  "notices.mail": "Por correo",
  "notice.POSTING_FAILED": "Una publicación falló",
  "notice.REVIEW_NEEDED": "Una publicación necesita revisión",
  "notice.CHANGE_FAILED": "Falló un retiro o un precio nuevo",
  "notice.LOGIN_NEEDED": "Una cuenta debe entrar de nuevo",
  "notice.OWNER_WANTED": "Una publicación espera al dueño de la cuenta",
  "notice.REMOVALS_HELD": "Retiros de una importación esperan un sí",
  "notice.LISTING_REJECTED": "Facebook rechazó un anuncio",
  "notice.LISTING_REMOVED": "Un anuncio ya no está en Facebook",
  "notice.FLEET_AWAY": "No hay ningún trabajador para publicar",
  "notice.WEBHOOK_DISABLED": "Se desactivó un web hook",
  "notice.STOCK_FEED_TROUBLE": "Una fuente de inventario tiene problemas",
  "notice.STOCK_FEED_WELL": "Una fuente de inventario funciona otra vez",
} satisfies Record<keyof typeof en, string>;
