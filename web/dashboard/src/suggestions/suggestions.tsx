import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type Schemas, api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { nameOf } from "../postings/line.tsx";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Field, Panel } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { suggestionsWords } from "./words.ts";

type Suggestion = Schemas["SuggestionAnswer"];

const MOST = 20;

// Part of the vehicles: no event tells of a suggestion, but one that is taken is a new vehicle.
const openSuggestions = () =>
  queryOptions({
    queryKey: ["vehicles", "list", "suggestions"],
    queryFn: () => body(api.GET("/v1/vehicles/suggestions", { params: { query: { state: "OPEN", limit: MOST } } })),
    refetchOnWindowFocus: "always",
  });

/** Vehicles that salespersons suggested with the extension, for a manager to take or to decline. Nothing without them. */
export function Suggestions() {
  const { t } = useText(suggestionsWords);
  const { manager } = useRole();
  const list = useQuery({ ...openSuggestions(), enabled: manager });
  const open = list.data?.data ?? [];
  return open.length === 0 ? null : (
    <Panel title={t("suggestions.title")}>
      <p className="mb-2 text-soft">{t("suggestions.why")}</p>
      <ul className="divide-y divide-line">
        {open.map((one) => (
          <li key={one.id} className="py-2">
            <Line suggestion={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Line({ suggestion }: { suggestion: Suggestion }) {
  const { t, time, money } = useText(suggestionsWords);
  const say = useSay();
  const { act, busy, error } = useAct();
  const { vehicle, page, note } = suggestion;
  const path = { params: { path: { id: suggestion.id } } };
  const name = nameOf(vehicle);
  const [numbering, setNumbering] = useState(false);
  // The page of a dealer's site may lack it, and no vehicle goes without.
  const unnumbered = vehicle.stockNumber == null;
  const facts = [vehicle.stockNumber, vehicle.vin, vehicle.price == null ? undefined : money(vehicle.price)];

  async function add(more: { stockNumber?: string }) {
    let added: string | null = null;
    const done = await act(async () => {
      added = (await body(api.POST("/v1/vehicles/suggestions/{id}/accept", { ...path, body: more }))).vehicleId;
    });
    if (done) {
      say(
        t("suggestions.added", { name }),
        added !== null && (
          <Link to="/inventory/$id" params={{ id: added }} className="text-accent underline">
            {t("suggestions.open")}
          </Link>
        ),
      );
      await queries.invalidateQueries({ queryKey: ["vehicles"] });
    }
  }

  function number(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void add({ stockNumber: String(new FormData(event.currentTarget).get("stockNumber")).trim() });
  }

  async function decline() {
    if (await act(() => api.POST("/v1/vehicles/suggestions/{id}/decline", { ...path, body: {} }))) {
      say(t("suggestions.declined", { name }));
      await queries.invalidateQueries({ queryKey: ["vehicles", "list"] });
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div className="mr-auto min-w-0">
        <p className="break-words font-medium">{name}</p>
        <p className="break-words text-soft">
          {[...facts.filter((fact) => fact != null), time(suggestion.createdAt)].join(" · ")}
        </p>
        {note !== null && <p className="break-words">{note}</p>}
        {page !== null && /^https?:/.test(page) && (
          <a href={page} target="_blank" rel="noreferrer noopener" className="text-accent underline">
            {t("suggestions.page")}
          </a>
        )}
      </div>
      <Button disabled={busy} onClick={() => void decline()}>
        {t("suggestions.decline")}
      </Button>
      <Button kind="main" disabled={busy || numbering} onClick={() => (unnumbered ? setNumbering(true) : void add({}))}>
        {t("suggestions.add")}
      </Button>
      {numbering && (
        <form onSubmit={number} className="flex w-full flex-wrap items-end gap-2">
          <Field label={t("field.stockNumber")} name="stockNumber" required maxLength={100} autoFocus />
          <Button type="submit" kind="main" disabled={busy}>
            {t("ask.save")}
          </Button>
          <Button onClick={() => setNumbering(false)}>{t("ask.discard")}</Button>
        </form>
      )}
      {error !== undefined && (
        <div className="w-full">
          <Failure error={error} />
        </div>
      )}
    </div>
  );
}
