const VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  [..."0123456789", ..."ABCDEFGH", ..."JKLMN", "P", "R", ..."STUVWXYZ"].map((sign, place) => [
    sign,
    place < 10 ? place : place < 18 ? place - 9 : place < 23 ? place - 17 : sign === "P" ? 7 : sign === "R" ? 9 : place - 23,
  ]),
);
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const SHAPE = /^[A-HJ-NPR-Z0-9]{17}$/;

/** The VIN in upper case; undefined if it has not the shape of one. */
export function vinOf(value: unknown): string | undefined {
  const vin = typeof value === "string" ? value.trim().toUpperCase() : "";
  return SHAPE.test(vin) ? vin : undefined;
}

/** Whether the ninth sign is the check digit of the others, as every VIN of North America has it. */
export function checks(vin: string): boolean {
  const sum = [...vin].reduce((before, sign, place) => before + (VALUES[sign] ?? 0) * (WEIGHTS[place] ?? 0), 0) % 11;
  return vin[8] === (sum === 10 ? "X" : String(sum));
}
