import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Schemas, api, body } from "./client.ts";

export type StockFeed = Schemas["StockFeedAnswer"];
export type FeedRun = Schemas["StockFeedRunAnswer"];

const LOOK_AGAIN = 3_000;
const UNDER_WAY = ["FETCHING", "IMPORTING"];

export const isUnderWay = (run: Pick<FeedRun, "state">) => UNDER_WAY.includes(run.state);

/** The files that LotView fetches by itself. */
export const stockFeeds = () =>
  queryOptions({ queryKey: ["stock-feeds", "list"], queryFn: () => body(api.GET("/v1/vehicles/feeds")) });

export const feedRuns = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["stock-feeds", "runs", id],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/vehicles/feeds/{id}/runs", {
          params: { path: { id }, query: pageParam === "" ? {} : { before: pageParam } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    // No event tells how a run goes on.
    refetchInterval: (query) => (query.state.data?.pages[0]?.data.some(isUnderWay) === true ? LOOK_AGAIN : false),
  });
