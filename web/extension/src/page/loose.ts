import type { FactName } from "./seen.ts";

/** The names that platforms give to a fact, in small letters without other signs; the first that is there counts. */
const NAMES: Readonly<Record<FactName, readonly string[]>> = {
  stockNumber: ["stocknumber", "stocknum", "stockno", "stock"],
  year: ["modelyear", "year", "vehiclemodeldate"],
  make: ["make", "brand", "manufacturer"],
  model: ["model", "vehiclemodel"],
  trim: ["trim", "trimname", "vehicleconfiguration"],
  mileage: ["odometer", "mileage", "miles", "mileagefromodometer"],
  exteriorColor: ["exteriorcolor", "extcolor", "color"],
  interiorColor: ["interiorcolor", "intcolor", "vehicleinteriorcolor"],
  bodyStyle: ["bodystyle", "bodytype", "body"],
  drivetrain: ["drivetrain", "driveline", "drivewheelconfiguration"],
  transmission: ["transmission", "vehicletransmission"],
  engine: ["engine", "vehicleengine"],
  fuelType: ["fueltype", "fuel"],
  condition: ["condition", "neworused", "inventorytype", "itemcondition"],
  price: ["internetprice", "askingprice", "saleprice", "finalprice", "price"],
};

/** The values of a flat record, by the facts that they are. */
export function factsNamed(record: Readonly<Record<string, unknown>>): Partial<Record<FactName, unknown>> {
  const flat = new Map(Object.entries(record).map(([name, value]) => [plainName(name), value]));
  return Object.fromEntries(
    Object.entries(NAMES).flatMap(([fact, names]) => {
      const name = names.find((one) => filled(flat.get(one)));
      return name === undefined ? [] : [[fact, flat.get(name)]];
    }),
  );
}

/** The value of the first of the names that is there. */
export function named(record: Readonly<Record<string, unknown>>, ...names: string[]): unknown {
  return Object.entries(record).find(([name, value]) => names.includes(plainName(name)) && filled(value))?.[1];
}

const plainName = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");

const filled = (value: unknown) => ![undefined, null, "", "0", 0].includes(value as string);
