import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./generated.js";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];

/** The API at an address, for the holder of an access token or an API key; without one, what is public. */
export function lotview(baseUrl: string, token?: string): Client<paths> {
  return createClient<paths>({
    baseUrl,
    ...(token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } }),
  });
}
