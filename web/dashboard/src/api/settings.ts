import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Schemas, api, body } from "./client.ts";
import { ApiProblem } from "@lotview/shared/src/problem.ts";

export type Numbers = Schemas["NumbersResponse"];
export type NumbersLine = Schemas["NumbersLine"];
export type User = Schemas["User"];
export type Role = User["role"];
export type Dealership = Schemas["Dealership"];
export type Webhook = Schemas["Webhook"];
export type Delivery = Schemas["Delivery"];
export type AuditEntry = Schemas["NamedEntry"];

export const numbers = (month: string | undefined) =>
  queryOptions({
    queryKey: ["numbers", month],
    queryFn: () => body(api.GET("/v1/numbers", { params: { query: month === undefined ? {} : { month } } })),
  });

export interface UserFilter {
  search?: string | undefined;
  state?: User["state"] | undefined;
  role?: Role | undefined;
}

export const users = ({ search, state, role }: UserFilter) =>
  infiniteQueryOptions({
    queryKey: ["users", "list", { search, state, role }],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/users", {
          params: {
            query: {
              ...(search === undefined ? {} : { search }),
              ...(state === undefined ? {} : { state: [state] }),
              ...(role === undefined ? {} : { role }),
              page: pageParam,
              limit: 100,
            },
          },
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: ({ pagination }) => (pagination.page < pagination.totalPages ? pagination.page + 1 : undefined),
  });

/** The dealership with its version, which a change names. */
export const dealership = () =>
  queryOptions({
    queryKey: ["dealership"],
    queryFn: async () => {
      const { data, response } = await api.GET("/v1/dealership");
      if (data === undefined) {
        throw new ApiProblem(0, "NO_BODY", "The answer was empty");
      }
      return { dealership: data, version: response.headers.get("ETag") ?? undefined };
    },
  });

export const apiKeys = () =>
  queryOptions({ queryKey: ["api-keys"], queryFn: () => body(api.GET("/v1/dealership/api-keys")) });

export const webhooks = () => queryOptions({ queryKey: ["webhooks", "list"], queryFn: () => body(api.GET("/v1/webhooks")) });

const LOOK_AGAIN = 3_000;

export const deliveries = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["webhooks", "deliveries", id],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/webhooks/{id}/deliveries", {
          params: { path: { id }, query: pageParam === "" ? {} : { before: pageParam } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    // No event tells how a delivery went.
    refetchInterval: (query) =>
      query.state.data?.pages[0]?.data.some((delivery) => delivery.state === "PENDING") ? LOOK_AGAIN : false,
  });

export const noticePreferences = () =>
  queryOptions({ queryKey: ["notice-preferences"], queryFn: () => body(api.GET("/v1/me/notice-preferences")) });

export const sessions = () => queryOptions({ queryKey: ["sessions"], queryFn: () => body(api.GET("/v1/auth/sessions")) });

export const twoFactor = () =>
  queryOptions({ queryKey: ["two-factor"], queryFn: () => body(api.GET("/v1/auth/two-factor")) });

export interface AuditFilter {
  userId?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export const audit = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ["audit", filter],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/audit", {
          params: { query: { ...given(filter), ...(pageParam === "" ? {} : { before: pageParam }) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 0,
  });

export async function auditFile(filter: AuditFilter): Promise<string> {
  return await body(api.GET("/v1/audit/export", { params: { query: given(filter) }, parseAs: "text" }));
}

function given(filter: AuditFilter): { [name in keyof AuditFilter]?: string } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""));
}

export const feedsOut = () =>
  queryOptions({ queryKey: ["feeds-out"], queryFn: () => body(api.GET("/v1/dealership/feeds-out")) });

export const feedHealth = (format: "META" | "GOOGLE") =>
  queryOptions({
    queryKey: ["feeds-out", "health", format],
    queryFn: () => body(api.GET("/v1/dealership/feeds-out/health", { params: { query: { format } } })),
  });
