import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Schemas, api, body } from "./client.ts";
import { queries } from "./queries.ts";

export type Import = Schemas["ImportAnswer"];
export type ReportRow = Schemas["ImportsRow"];
export type ColumnUse = Schemas["ColumnUse"];

/** What a person wants of a file, besides its vehicles. */
export interface Wish {
  missing: "keep" | "archive";
  sold: "keep" | "relist";
}

const PART = 200;
const OVER = ["DONE", "REFUSED", "CANCELLED"];

export const isOver = (one: Pick<Import, "state">) => OVER.includes(one.state);

export const imports = () =>
  queryOptions({ queryKey: ["imports", "list"], queryFn: () => body(api.GET("/v1/vehicles/imports")) });

export const oneImport = (id: string) =>
  queryOptions({
    queryKey: ["imports", "one", id],
    queryFn: () => body(api.GET("/v1/vehicles/imports/{id}", { params: { path: { id } } })),
  });

/** The rows of a report; not all: only those of which something is to be said. */
export const report = (id: string, all: boolean) =>
  infiniteQueryOptions({
    queryKey: ["imports", "report", id, all],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/vehicles/imports/{id}/report", {
          params: { path: { id }, query: { all, after: pageParam, limit: PART } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const mappings = () =>
  queryOptions({ queryKey: ["imports", "mappings"], queryFn: () => body(api.GET("/v1/vehicles/import/mappings")) });

function form(parts: Record<string, string | File>): never {
  const data = new FormData();
  Object.entries(parts).forEach(([name, part]) => data.set(name, part));
  return data as never;
}

export async function sendFile(file: File, wish: Wish, dryRun: boolean): Promise<Import> {
  const begun = await body(
    api.POST("/v1/vehicles/import", { params: { query: { dryRun } }, body: form({ file, ...wish }) }),
  );
  void queries.invalidateQueries({ queryKey: ["imports", "list"] });
  return begun;
}

/** What each column of a file is taken for. */
export const preview = (file: File) =>
  body(api.POST("/v1/vehicles/import/preview", { body: form({ file }) })).then((answer) => answer.columns);

/** Remembers for the dealership what columns mean, besides what was remembered before. */
export async function remember(meanings: ReadonlyMap<string, string>): Promise<void> {
  await replaceMappings((before) => [...before, ...meanings]);
}

export async function forget(column: string): Promise<void> {
  await replaceMappings((before) => before.filter(([name]) => name !== column));
}

async function replaceMappings(how: (before: [string, string][]) => [string, string][]): Promise<void> {
  // Another person may have said something since.
  const known = await queries.fetchQuery({ ...mappings(), staleTime: 0 });
  const columns = how(Object.entries(known.columns)).map(([column, field]) => ({ column, field }));
  const now = await body(api.PUT("/v1/vehicles/import/mappings", { body: { columns } }));
  queries.setQueryData(mappings().queryKey, now);
}

export const stop = (id: string) => api.POST("/v1/vehicles/imports/{id}/cancel", { params: { path: { id } } });

export async function reportFile(id: string, all: boolean): Promise<Blob> {
  const answer = await api.GET("/v1/vehicles/imports/{id}/report.csv", {
    params: { path: { id }, query: { all } },
    parseAs: "blob",
  });
  return answer.data as unknown as Blob;
}

/** Shows what the socket told of an import, without a question for each frame. */
export function progressed(data: Record<string, unknown>): void {
  const id = String(data["importId"]);
  const next = (one: Import): Import => (one.importId === id ? { ...one, ...(data as Partial<Import>) } : one);
  queries.setQueryData(oneImport(id).queryKey, (before) => before && next(before));
  queries.setQueryData(imports().queryKey, (before) => before && { data: before.data.map(next) });
}
