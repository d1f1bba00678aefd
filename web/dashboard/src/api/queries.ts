import { QueryClient, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type PostingStatus, type Vehicle, api, body } from "./client.ts";
import { passes } from "@lotview/shared/src/problem.ts";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The socket tells what has changed.
      staleTime: 60_000,
      retry: (failures, error) => failures < 2 && passes(error),
    },
  },
});

export interface VehicleFilter {
  search?: string | undefined;
  status?: string | undefined;
  make?: string | undefined;
  minPrice?: number | undefined;
  maxPrice?: number | undefined;
  minDaysOnLot?: number | undefined;
  maxPhotos?: number | undefined;
  posting?: string | undefined;
  postable?: boolean | undefined;
  sort?: string | undefined;
}

export interface PostingFilter {
  status?: PostingStatus[] | undefined;
  search?: string | undefined;
  mine?: boolean | undefined;
  sort?: "startsAt" | undefined;
  vehicleId?: string | undefined;
  fbAccountId?: string | undefined;
}

export const PART = 100;

/** Only what is set: an empty filter is none. */
export function set<T extends object>(filter: T): T {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== "")) as T;
}

export const me = () => queryOptions({ queryKey: ["me"], queryFn: () => body(api.GET("/v1/auth/me")) });

export const vehicles = (filter: VehicleFilter) =>
  infiniteQueryOptions({
    queryKey: ["vehicles", "list", filter],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/vehicles", {
          params: { query: { ...set(filter), limit: PART, ...(pageParam === "" ? {} : { cursor: pageParam }) } as never },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** One part of the same, by its number. */
export const vehiclesPart = (filter: VehicleFilter) => (page: number) => ({
  queryKey: ["vehicles", "list", "part", set(filter), page],
  queryFn: () => body(api.GET("/v1/vehicles", { params: { query: { ...set(filter), page, limit: PART } as never } })),
});

export const vehicle = (id: string) =>
  queryOptions({
    queryKey: ["vehicles", "one", id],
    queryFn: () => body(api.GET("/v1/vehicles/{id}", { params: { path: { id } } })),
  });

interface Listed {
  data: Vehicle[];
}

/**
 * Shows a vehicle that has changed where lists have it, before they are asked for again: one vehicle is answered much
 * sooner than a hundred. Lists that lack it stay as they are; whether it is still in its place, they say themselves.
 */
export async function showVehicle(id: string): Promise<void> {
  const filter = { queryKey: ["vehicles", "list"], type: "active" } as const;
  const here = (list: Listed | undefined) => Array.isArray(list?.data) && list.data.some((one) => one.id === id);
  if (!queries.getQueriesData<Listed>(filter).some(([, list]) => here(list))) {
    return;
  }
  const now = await queries.fetchQuery({ ...vehicle(id), staleTime: 0 });
  queries.setQueriesData<Listed>(filter, (list) =>
    list === undefined || !here(list)
      ? list
      : // A list has only the first of its photos.
        { ...list, data: list.data.map((one) => (one.id === id ? { ...now, images: now.images.slice(0, 1) } : one)) },
  );
}

export const postings = (filter: PostingFilter) =>
  infiniteQueryOptions({
    queryKey: ["postings", "list", filter],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/postings", {
          params: { query: { ...set(filter), limit: PART, ...(pageParam === "" ? {} : { cursor: pageParam }) } as never },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** One part of the same, by its number. */
export const postingsPart = (filter: PostingFilter) => (page: number) => ({
  queryKey: ["postings", "list", "part", set(filter), page],
  queryFn: () => body(api.GET("/v1/postings", { params: { query: { ...set(filter), page, limit: PART } as never } })),
});

export const counts = () =>
  queryOptions({ queryKey: ["postings", "counts"], queryFn: () => body(api.GET("/v1/postings/counts")) });

export const posting = (id: string) =>
  queryOptions({
    queryKey: ["postings", "one", id],
    queryFn: () => body(api.GET("/v1/postings/{id}", { params: { path: { id } } })),
  });

export const accounts = () =>
  queryOptions({ queryKey: ["accounts"], queryFn: () => body(api.GET("/v1/fb-accounts")) });
