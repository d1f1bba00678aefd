import type { FactName, SeenVehicle } from "../page/seen.ts";
import { body } from "../session/api.ts";
import type { Place } from "./place.ts";

/** A vehicle as a person has confirmed it. */
export type Draft = Partial<Record<FactName | "vin", string | number>>;

/** Without these the inventory takes no vehicle. */
export const NEEDED = ["stockNumber", "year", "make", "model"] as const satisfies FactName[];

/** What was ticked of a page, and what was typed; nothing else. */
export function draftOf(seen: SeenVehicle, ticked: readonly string[], typed: Draft): Draft {
  const facts = seen.facts.filter((fact) => ticked.includes(fact.name)).map((fact) => [fact.name, fact.value]);
  const written = Object.entries(typed)
    .map(([name, value]) => [name, String(value).trim()] as const)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => [name, name === "year" ? Number(value) : value]);
  return { ...Object.fromEntries([...facts, ...written]), ...(ticked.includes("vin") ? { vin: seen.vin } : {}) };
}

/** Creates the vehicle. Its photos follow: the server fetches them from the page's addresses with its own guards. */
export async function create({ api }: Place, key: string, draft: Draft, photos: string[]): Promise<void> {
  const header = { "Idempotency-Key": key };
  const made = await body(api.POST("/v1/vehicles", { params: { header } as never, body: draft as never }));
  if (photos.length > 0) {
    const params = { path: { id: made.id } };
    await body(api.POST("/v1/vehicles/{id}/images/addresses", { params, body: { urls: photos } }));
  }
}

export async function suggest({ api }: Place, key: string, draft: Draft, page: string): Promise<void> {
  const params = { header: { "Idempotency-Key": key } } as never;
  await body(api.POST("/v1/vehicles/suggestions", { params, body: { vehicle: draft, page } as never }));
}
