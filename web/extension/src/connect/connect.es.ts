export default {
  "connect.title": "Conectar mi cuenta de Facebook",
  "connect.what":
    "LotView lee una sola vez las cookies de {site} en este navegador. Se sellan aquí, de modo que solo los navegadores de publicación de LotView pueden abrirlas, y se envían a {server}. Con ellas LotView publica en su nombre hasta que desconecte la cuenta. Su contraseña no se lee.",
  "connect.label": "Nombre de la cuenta en LotView",
  "connect.do": "Permitir y conectar",
  "connect.again": "Intentar de nuevo",
  "connect.asking": "Su navegador le pide permiso.",
  "connect.reading": "Se lee la sesión.",
  "connect.sealing": "Se sella la sesión.",
  "connect.sending": "Se envía la sesión sellada.",
  "connect.checking": "LotView comprueba en el sitio si la sesión funciona. Puede cerrar este panel.",
  "connect.connected": "Conectada. LotView puede publicar con esta cuenta.",
  "connect.refused": "No conectada: no se leyó nada.",
  "connect.signedOut": "Nadie ha iniciado sesión en {site} en este navegador. Inicie sesión allí e intente de nuevo.",
  "connect.cannotSeal":
    "Este navegador es demasiado antiguo para sellar la sesión. Actualícelo o use la vista en vivo de LotView.",
  "connect.forbidden": "Solo un gerente general conecta cuentas.",
  "connect.known": "Esta cuenta de Facebook ya está conectada.",
  "connect.siteRefused": "El sitio no aceptó la sesión.",
  "connect.notChecked": "No se pudo comprobar la sesión. LotView lo intentará de nuevo.",
  "connect.unanswered": "LotView no responde. Intente de nuevo.",
  "connect.failed": "La cuenta no se conectó.",
} as const;
