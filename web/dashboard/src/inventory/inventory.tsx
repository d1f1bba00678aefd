import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import type { Vehicle } from "../api/client.ts";
import { vehiclesPart } from "../api/queries.ts";
import { useRole } from "../session/role.ts";
import { type TextKey, useText } from "../text/text.tsx";
import { useLongAnswer } from "../ui/long-answer.ts";
import { LongList } from "../ui/long-list.tsx";
import { Button, Empty, Failure, Rows } from "../ui/parts.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { PostDialog } from "./post-dialog.tsx";
import type { InventorySearch } from "../shell/router.tsx";
import { Export } from "./export.tsx";
import { Filters, Sort } from "./filters.tsx";
import { VehicleLine } from "./line.tsx";
import { SavedViews } from "../views/saved-views.tsx";
import { inventoryWords } from "./words.ts";

type View = Pick<InventorySearch, "posting" | "postable" | "status">;

const VIEWS: { key: TextKey<typeof inventoryWords>; search: View }[] = [
  { key: "inventory.all", search: {} },
  { key: "inventory.never", search: { posting: "NEVER" } },
  { key: "inventory.underWay", search: { posting: "UNDER_WAY" } },
  { key: "inventory.live", search: { posting: "LIVE" } },
  { key: "inventory.needsPerson", search: { posting: "NEEDS_PERSON" } },
  { key: "inventory.notPostable", search: { postable: false } },
  { key: "inventory.archived", search: { status: "ARCHIVED" } },
];

/** Find vehicles, choose some, post them. */
export function Inventory() {
  const { t, number } = useText(inventoryWords);
  const { manager } = useRole();
  const search = useSearch({ from: "/inventory" });
  const go = useNavigate({ from: "/inventory" });
  const list = useLongAnswer(vehiclesPart(search));
  const { total } = list;
  const [chosen, setChosen] = useState<ReadonlyMap<string, Vehicle>>(new Map());
  const [allMatching, setAllMatching] = useState(false);
  const [posting, setPosting] = useState<Vehicle[] | "all">();

  const find = useCallback(
    (text: string) => void go({ search: (before) => ({ ...before, search: text || undefined }), replace: true }),
    [go],
  );
  const { row } = list;
  const shown = useRef(row);
  shown.current = row;
  const last = useRef<number>(undefined);
  const choose = useCallback((vehicle: Vehicle, on: boolean, place: number, range: boolean) => {
    setAllMatching(false);
    const from = range ? (last.current ?? place) : place;
    last.current = place;
    setChosen((before) => {
      const after = new Map(before);
      for (let i = Math.min(from, place); i <= Math.max(from, place); i++) {
        // Between two that are on the screen all are loaded.
        const one = i === place ? vehicle : shown.current(i);
        if (one !== undefined) {
          on ? after.set(one.id, one) : after.delete(one.id);
        }
      }
      return after;
    });
  }, []);
  const postOne = useCallback((vehicle: Vehicle) => setPosting([vehicle]), []);
  const unselect = () => {
    setChosen(new Map());
    setAllMatching(false);
  };
  const { sort: _, ...filters } = search;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const count = allMatching ? (total ?? 0) : chosen.size;

  return (
    <div>
      <header className="mb-3 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-lg font-semibold">
          {t("inventory.title")}{" "}
          <span className="font-normal text-soft">
            {total === undefined ? "" : t("inventory.count", { count: number(total) })}
          </span>
        </h1>
        <SearchBox
          label={t("inventory.search")}
          hint={t("inventory.searchHint")}
          value={search.search ?? ""}
          change={find}
        />
        <Sort search={search} />
        <Export search={search} />
        {manager && (
          <Link
            to="/inventory/new"
            className="inline-flex min-h-8 items-center rounded border border-line bg-panel px-3 py-1 font-medium hover:bg-hover"
          >
            {t("inventory.add")}
          </Link>
        )}
      </header>
      <ul className="mb-3 flex flex-wrap gap-1.5">
        {VIEWS.map((view) => {
          const shown = (["posting", "postable", "status"] as const).every((name) => search[name] === view.search[name]);
          return (
            <li key={view.key}>
              <Link
                to="/inventory"
                search={{ ...search, posting: undefined, postable: undefined, status: undefined, ...view.search }}
                aria-current={shown}
                className={`inline-block rounded border px-2 py-1 ${shown ? "border-accent font-semibold" : "border-line"}`}
              >
                {t(view.key)}
              </Link>
            </li>
          );
        })}
      </ul>
      <div className="mb-3 flex flex-wrap items-center gap-1.5">
        <Filters search={search} />
        <SavedViews page="/inventory" search={search} />
      </div>
      {count > 0 && (
        <div className="sticky top-0 z-30 mb-2 flex flex-wrap items-center gap-2 rounded border border-accent bg-panel px-3 py-2">
          <strong>{t("inventory.selected", { count: number(count) })}</strong>
          {!allMatching && total !== undefined && total > chosen.size && (
            <Button onClick={() => setAllMatching(true)}>{t("inventory.selectAll", { count: number(total) })}</Button>
          )}
          <Button onClick={unselect}>{t("inventory.unselect")}</Button>
          <Button
            kind="main"
            className="ml-auto"
            onClick={() => setPosting(allMatching ? "all" : [...chosen.values()])}
          >
            {t("inventory.postMany", { count: number(count) })}
          </Button>
        </div>
      )}
      {list.isPending && <Rows count={10} />}
      {list.error && <Failure error={list.error} retry={list.refetch} />}
      {total === 0 && (
        <Empty
          title={filtered ? t("inventory.nothing") : t("inventory.empty")}
          {...(filtered ? {} : { hint: t("inventory.emptyHint") })}
        >
          {filtered && (
            <Link to="/inventory" search={{}} className="text-accent underline">
              {t("ask.clear")}
            </Link>
          )}
          {!filtered && manager && (
            <p className="space-x-4">
              <Link to="/import" className="text-accent underline">
                {t("inventory.toImport")}
              </Link>
              <Link to="/inventory/new" className="text-accent underline">
                {t("inventory.add")}
              </Link>
            </p>
          )}
        </Empty>
      )}
      <div className="border-t border-line bg-panel">
        <LongList count={total ?? 0} row={list.row} see={list.see} height={64} label={t("inventory.title")}>
          {(vehicle, place) => (
            <VehicleLine
              vehicle={vehicle}
              place={place}
              chosen={allMatching || chosen.has(vehicle.id)}
              choose={manager ? choose : undefined}
              post={postOne}
            />
          )}
        </LongList>
      </div>
      {posting !== undefined && (
        <PostDialog
          vehicles={posting}
          filter={search}
          count={posting === "all" ? (total ?? 0) : posting.length}
          close={(ordered) => {
            setPosting(undefined);
            if (ordered) {
              unselect();
            }
          }}
        />
      )}
    </div>
  );
}
