import type { Why } from "./report.ts";

/** What a person reads of "Fill it here". */
interface Texts {
  fillHere: string;
  turnOn: string;
  about: string;
  filling: string;
  ready: string;
  notReady: string;
  leftAsItIs: string;
  replaced: (before: string) => string;
  healed: string;
  photos: (stored: number, wanted: number) => string;
  youPublish: string;
  posted: string;
  notPublished: string;
  address: string;
  report: string;
  noForm: string;
  openForm: string;
  language: string;
  why: Record<Why, string>;
  fields: Record<string, string>;
}

const en: Texts = {
  fillHere: "Fill it here",
  turnOn: "I want to press Publish on Facebook myself",
  about: "LotView fills Facebook's form in this tab. You check it and press Next and Publish yourself.",
  filling: "Filling the form. Please leave the page alone for a moment.",
  ready: "The form is filled. Check it, then press Next and Publish.",
  notReady: "Some fields still need you before you publish.",
  leftAsItIs: "Left as it is",
  replaced: (before) => `replaced “${before}”`,
  healed: "filled in a field with another label; please look at it",
  photos: (stored, wanted) => `${stored} of ${wanted} photos`,
  youPublish: "LotView waits for the listing. Nobody else can post this vehicle meanwhile.",
  posted: "Posted by hand",
  notPublished: "I did not publish it",
  address: "Address of the listing",
  report: "I published it",
  noForm: "This tab does not show Facebook's form for a new vehicle. Open it, then press again.",
  openForm: "Open Facebook's form",
  language: "LotView does not know the language of this page.",
  why: {
    NO_FIELD: "the form has no such field",
    NO_OPTION: "the list has no such entry",
    NOT_TAKEN: "the form shows something else",
    NOT_KNOWN: "LotView does not know it",
    UNPROVEN: "the list does not confirm the word",
    NOT_CLEAR: "several fields may be it",
    OTHER_UNIT: "this form counts in another currency or unit",
  },
  fields: {
    vehicleType: "Vehicle type", location: "Location", year: "Year", make: "Make", model: "Model", trim: "Trim",
    vin: "VIN", mileage: "Mileage", price: "Price", bodyStyle: "Body style", exteriorColor: "Exterior colour",
    interiorColor: "Interior colour", cleanTitle: "Clean title", condition: "Condition", fuelType: "Fuel",
    transmission: "Transmission", description: "Description",
  },
};

const es: Texts = {
  fillHere: "Rellenar aquí",
  turnOn: "Quiero pulsar Publicar en Facebook yo mismo",
  about: "LotView rellena el formulario de Facebook en esta pestaña. Usted lo revisa y pulsa Siguiente y Publicar.",
  filling: "Rellenando el formulario. No toque la página por un momento.",
  ready: "El formulario está listo. Revíselo y pulse Siguiente y Publicar.",
  notReady: "Faltan campos que usted debe completar antes de publicar.",
  leftAsItIs: "Sin cambios",
  replaced: (before) => `sustituye “${before}”`,
  healed: "se rellenó en un campo con otra etiqueta; revíselo, por favor",
  photos: (stored, wanted) => `${stored} de ${wanted} fotos`,
  youPublish: "LotView espera el anuncio. Mientras tanto nadie más puede publicar este vehículo.",
  posted: "Publicado a mano",
  notPublished: "No lo publiqué",
  address: "Dirección del anuncio",
  report: "Lo publiqué",
  noForm: "Esta pestaña no muestra el formulario de Facebook para un vehículo nuevo. Ábralo y pulse otra vez.",
  openForm: "Abrir el formulario de Facebook",
  language: "LotView no conoce el idioma de esta página.",
  why: {
    NO_FIELD: "el formulario no tiene este campo",
    NO_OPTION: "la lista no tiene esta opción",
    NOT_TAKEN: "el formulario muestra otra cosa",
    NOT_KNOWN: "LotView no lo sabe",
    UNPROVEN: "la lista no confirma la palabra",
    NOT_CLEAR: "puede ser más de un campo",
    OTHER_UNIT: "este formulario usa otra moneda u otra unidad",
  },
  fields: {
    vehicleType: "Tipo de vehículo", location: "Ubicación", year: "Año", make: "Marca", model: "Modelo",
    trim: "Versión", vin: "VIN", mileage: "Kilometraje", price: "Precio", bodyStyle: "Carrocería",
    exteriorColor: "Color exterior", interiorColor: "Color interior", cleanTitle: "Título limpio",
    condition: "Estado", fuelType: "Combustible", transmission: "Transmisión", description: "Descripción",
  },
};

export const fillTexts = (language: string): Texts => (language.toLowerCase().startsWith("es") ? es : en);
