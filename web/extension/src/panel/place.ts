import type { Api, Schemas } from "../session/api.ts";

/** Where the panel works, and for whom. */
export interface Place {
  server: string;
  api: Api;
  me: Schemas["MeResponse"];
}

/** A page of the dashboard. */
export const dashboard = (place: Place, path: string): string => `${place.server}/app/${path}`;

export const isManager = ({ me }: Place): boolean => me.role === "GM" || me.role === "SALES_MANAGER";
