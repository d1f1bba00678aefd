import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Schemas, api, body } from "./client.ts";
import { queries } from "./queries.ts";

export type Notice = Schemas["Notice"];

const PART = 50;

/** How many the person has not read. */
export const unread = () =>
  queryOptions({
    queryKey: ["notices", "unread"],
    queryFn: () => body(api.GET("/v1/notices", { params: { query: { unread: true, limit: 1 } } })),
    select: (page) => page.unread,
  });

export const notices = () =>
  infiniteQueryOptions({
    queryKey: ["notices", "list"],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/notices", {
          params: { query: { limit: PART, ...(pageParam === "" ? {} : { before: pageParam }) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });

const again = () => queries.invalidateQueries({ queryKey: ["notices"] });

export async function read(notice: Notice): Promise<void> {
  await api.POST("/v1/notices/{id}/read", { params: { path: { id: notice.id } } });
  await again();
}

/** Marks all as read that are as old as this one, or older. */
export async function readUntil(notice: Notice): Promise<void> {
  await api.POST("/v1/notices/read", { body: { until: notice.createdAt } });
  await again();
}
