import { usePage } from "./page.ts";

export function Panel() {
  const page = usePage();
  return <p>{page?.kind === "vehicle" ? page.vehicle.vin : page?.kind}</p>;
}
