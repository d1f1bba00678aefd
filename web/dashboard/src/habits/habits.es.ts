import type en from "./habits.en.ts";

export default {
  "palette.title": "Ir a una página, un vehículo o una publicación",
  "palette.hint": "Página, marca, número de stock, VIN",
  "palette.pages": "Páginas",
  "palette.nothing": "No se encontró nada.",
  "help.title": "Teclas",
  "help.palette": "Ir a una página, un vehículo o una publicación",
  "help.search": "Buscar en esta lista",
  "help.next": "Fila siguiente",
  "help.before": "Fila anterior",
  "help.open": "Abrir la fila",
  "help.select": "Elegir la fila",
  "help.selectRange": "Elegir todas las filas desde la última",
  "help.post": "Publicar el vehículo de la fila",
  "help.correct": "Corregir los datos del vehículo",
  "help.close": "Cerrar",
  "help.help": "Estas teclas",
} satisfies Record<keyof typeof en, string>;
