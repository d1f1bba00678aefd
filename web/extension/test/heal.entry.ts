export { best, possible } from "../src/fill/heal-score.ts";
export { isIn, mayBeIn, tellsMileage } from "../src/fill/units.ts";
