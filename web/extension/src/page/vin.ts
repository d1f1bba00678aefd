const SHAPE = /^[A-HJ-NPR-Z0-9]{17}$/;
const LETTERS = "ABCDEFGH.JKLMN.P.R..STUVWXYZ";
const LETTER_VALUES = "12345678.12345.7.9..23456789";
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** The VIN in upper case; undefined if it has not the shape of one. */
export function vinOf(value: unknown): string | undefined {
  const vin = typeof value === "string" ? value.trim().toUpperCase() : "";
  return SHAPE.test(vin) && /\d/.test(vin) ? vin : undefined;
}

/** Whether the ninth sign is the check digit of the others, as every VIN of North America has it. */
export function checks(vin: string): boolean {
  const sum = [...vin].reduce((before, sign, place) => before + numberOf(sign) * (WEIGHTS[place] ?? 0), 0) % 11;
  return vin[8] === (sum === 10 ? "X" : String(sum));
}

const numberOf = (sign: string): number => Number(/\d/.test(sign) ? sign : LETTER_VALUES[LETTERS.indexOf(sign)]);

/** The VINs with a right check digit that stand alone in a text. */
export function vinsIn(text: string): string[] {
  const found = text.toUpperCase().match(/(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])/g) ?? [];
  return [...new Set(found.filter((vin) => vinOf(vin) !== undefined && checks(vin)))];
}
