import { useQuery } from "@tanstack/react-query";
import { me } from "../api/queries.ts";

/** What the signed-in person may do; nothing until it is known. */
export function useRole(): { manager: boolean; general: boolean } {
  const role = useQuery(me()).data?.role;
  return { manager: role === "GM" || role === "SALES_MANAGER", general: role === "GM" };
}
