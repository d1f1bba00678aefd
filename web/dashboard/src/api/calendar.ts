import { queryOptions } from "@tanstack/react-query";
import { type Posting, type PostingStatus, type Schemas, api, body } from "./client.ts";
import { queries } from "./queries.ts";

export type PlannedAccount = Schemas["CalendarPlannedAccount"];
export type PlannedDay = Schemas["AccountPlanDay"];
export type PlannedHour = Schemas["AccountPlanHour"];

const AHEAD: PostingStatus[] = [
  "AWAITING_APPROVAL",
  "QUEUED",
  "GENERATING",
  "READY",
  "NEEDS_LOGIN",
  "POSTING",
  "PUBLISHING",
];
const PART = 200;
const MOST_PARTS = 10;

/** The accounts' days, hours and free places. */
export const calendar = (from: string, to: string) =>
  queryOptions({
    queryKey: ["calendar", "plan", from, to],
    queryFn: () => body(api.GET("/v1/calendar", { params: { query: { from, to } } })),
    placeholderData: (before) => before,
  });

/** What is still to start and was ordered for a time before: late ones may start much later. */
export const planned = (before: string) =>
  queryOptions({
    queryKey: ["calendar", "postings", before],
    queryFn: () => plannedBefore(before),
    placeholderData: (last) => last,
  });

export interface Planned {
  postings: Posting[];
  /** There are more than a screen can show. */
  more: boolean;
}

async function plannedBefore(startsTo: string): Promise<Planned> {
  const postings: Posting[] = [];
  let cursor: string | null = null;
  for (let part = 0; part < MOST_PARTS; part++) {
    const page: Schemas["PostingPage"] = await body(
      api.GET("/v1/postings", {
        params: {
          query: { status: AHEAD, startsTo, sort: "startsAt", limit: PART, ...(cursor === null ? {} : { cursor }) },
        },
      }),
    );
    postings.push(...page.data);
    cursor = page.nextCursor;
    if (cursor === null) {
      return { postings, more: false };
    }
  }
  return { postings, more: true };
}

/** Orders a posting for another time; null: as soon as possible. The screen shows it at once. */
export async function reschedule(posting: Posting, scheduledFor: string | null): Promise<void> {
  const { expectedStart: _, ...rest } = posting;
  show({ ...rest, scheduledFor });
  try {
    await body(
      api.PATCH("/v1/postings/{id}", { params: { path: { id: posting.id } }, body: { scheduledFor } }),
    );
  } catch (problem) {
    show(posting);
    throw problem;
  } finally {
    void queries.invalidateQueries({ queryKey: ["calendar"] });
    void queries.invalidateQueries({ queryKey: ["postings"] });
  }
}

function show(posting: Posting): void {
  queries.setQueriesData<Planned>({ queryKey: ["calendar", "postings"] }, (before) =>
    before === undefined
      ? before
      : { ...before, postings: before.postings.map((one) => (one.id === posting.id ? posting : one)) },
  );
}
