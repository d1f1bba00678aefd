import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Schemas, type Vehicle, api, body } from "../api/client.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Panel, Rows } from "../ui/parts.tsx";
import { shownPerson } from "../ui/person.ts";
import { vehicleWords } from "./words.ts";

type Change = Schemas["HistoryChangeAnswer"];

const PART = 20;
const FIELDS = ["", "price", "status", "images"] as const;

const history = (id: string, field: string) =>
  infiniteQueryOptions({
    queryKey: ["vehicles", "one", id, "history", field],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/vehicles/{id}/history", {
          params: {
            path: { id },
            query: { limit: PART, ...(field === "" ? {} : { field }), ...(pageParam === "" ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** Who changed what, when and why; the latest first. */
export function History({ vehicle }: { vehicle: Vehicle }) {
  const { t } = useText(vehicleWords);
  const [field, setField] = useState("");
  const list = useInfiniteQuery(history(vehicle.id, field));
  const changes = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Panel
      title={t("history.title")}
      aside={
        <select
          aria-label={t("history.of")}
          value={field}
          onChange={(event) => setField(event.target.value)}
          className="min-h-8 rounded border border-line bg-panel px-2"
        >
          {FIELDS.map((one) => (
            <option key={one} value={one}>
              {one === "" ? t("history.all") : t(`field.${one}`)}
            </option>
          ))}
        </select>
      }
    >
      {list.isPending && <Rows count={3} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && changes.length === 0 && <p className="text-soft">{t("history.none")}</p>}
      <ol>
        {changes.map((change) => (
          <Line key={change.id} change={change} currency={vehicle.priceCurrency} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button className="mt-2" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("history.more")}
        </Button>
      )}
    </Panel>
  );
}

function Line({ change, currency }: { change: Change; currency: string | null | undefined }) {
  const { t, named, time, money, number } = useText(vehicleWords);
  const value = (field: string, given: unknown) => {
    if (given === null || given === undefined || given === "") {
      return "–";
    }
    if ((field === "price" || field === "costBasis") && typeof given === "number") {
      return money(given, currency);
    }
    if (typeof given === "number") {
      return field === "year" ? String(given) : number(given);
    }
    return typeof given === "object"
      ? JSON.stringify(given)
      : named(`${field === "posting" ? "posted" : "value"}.${String(given)}`, String(given));
  };
  return (
    <li className="grid gap-x-3 border-b border-line py-1.5 last:border-b-0 sm:grid-cols-[11rem_1fr]">
      <span className="text-soft">
        <time dateTime={change.at}>{time(change.at)}</time>
        <span className="block text-xs">{change.by.name ? shownPerson(change.by.name, t) : t(`by.${change.by.kind}`)}</span>
      </span>
      <span className="min-w-0 break-words">
        {change.changes.map((one) => (
          <span key={one.field} className="block">
            <span className="text-soft">{named(`field.${one.field}`, one.field)}:</span>{" "}
            {one.from !== null && one.from !== undefined && (
              <>
                <s className="text-soft">{value(one.field, one.from)}</s> →{" "}
              </>
            )}
            <strong className="font-medium">
              {one.field === "images" ? t("history.photos") : value(one.field, one.to)}
            </strong>
          </span>
        ))}
        {change.why !== null && (
          <span className="block text-xs text-soft">
            {named(`why.${change.why}`, named(`status.${change.why}`, change.why))}
          </span>
        )}
      </span>
    </li>
  );
}
