import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { InventorySearch } from "../shell/router.tsx";
import { type TextKey, useText } from "../text/text.tsx";
import { Button, Field } from "../ui/parts.tsx";
import { inventoryWords } from "./words.ts";

type Words = TextKey<typeof inventoryWords>;

const SORTS: { value: string; key: Words }[] = [
  { value: "", key: "sort.newest" },
  { value: "-daysOnLot", key: "sort.longest" },
  { value: "price", key: "sort.cheapest" },
  { value: "-price", key: "sort.dearest" },
  { value: "-year", key: "sort.youngest" },
  { value: "mileage", key: "sort.leastDriven" },
  { value: "stockNumber", key: "sort.stockNumber" },
];

/** The order of the list; it is in the address. */
export function Sort({ search }: { search: InventorySearch }) {
  const { t } = useText(inventoryWords);
  const go = useNavigate({ from: "/inventory" });
  return (
    <select
      aria-label={t("sort.title")}
      value={search.sort ?? ""}
      onChange={(event) => void go({ search: { ...search, sort: event.target.value || undefined }, replace: true })}
      className="min-h-8 max-w-full rounded border border-line bg-panel px-2"
    >
      {SORTS.map(({ value, key }) => (
        <option key={value} value={value}>
          {t(key)}
        </option>
      ))}
    </select>
  );
}

type Narrow = "make" | "minPrice" | "maxPrice" | "minDaysOnLot" | "maxPhotos";

const FIELDS: { name: Narrow; key: Words; money?: true }[] = [
  { name: "make", key: "field.make" },
  { name: "minPrice", key: "filter.minPrice", money: true },
  { name: "maxPrice", key: "filter.maxPrice", money: true },
  { name: "minDaysOnLot", key: "filter.minDaysOnLot" },
  { name: "maxPhotos", key: "filter.maxPhotos" },
];

/** How many of the narrower filters are set. */
export const narrowed = (search: InventorySearch) => FIELDS.filter(({ name }) => search[name] !== undefined).length;

/** The filters that a person needs less often; they are in the address. */
export function Filters({ search }: { search: InventorySearch }) {
  const { t } = useText(inventoryWords);
  const go = useNavigate({ from: "/inventory" });
  const [open, setOpen] = useState(false);
  const set = narrowed(search);

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = Object.fromEntries(
      FIELDS.map(({ name, money }) => {
        const typed = String(form.get(name)).trim();
        const value = typed === "" ? undefined : name === "make" ? typed : Math.round(Number(typed) * (money ? 100 : 1));
        return [name, value];
      }),
    );
    setOpen(false);
    void go({ search: { ...search, ...chosen } });
  }

  const none = Object.fromEntries(FIELDS.map(({ name }) => [name, undefined]));
  return (
    <div className="contents">
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {set === 0 ? t("filter.title") : t("filter.set", { count: set })}
      </Button>
      {open && (
        <form
          // Another address fills it anew.
          key={JSON.stringify(search)}
          onSubmit={apply}
          onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
          className="w-full space-y-3 rounded border border-line bg-panel p-3"
        >
          <div className="grid gap-3 sm:grid-cols-3 lg:grid-cols-5">
            {FIELDS.map(({ name, key, money }, index) => {
              const value = search[name];
              return (
                <Field
                  key={name}
                  label={t(key)}
                  name={name}
                  autoFocus={index === 0}
                  maxLength={100}
                  {...(name === "make" ? {} : { type: "number", min: 0, step: 1 })}
                  defaultValue={money === true && typeof value === "number" ? value / 100 : value}
                />
              );
            })}
          </div>
          <div className="flex gap-2">
            <Button type="submit" kind="main">
              {t("filter.do")}
            </Button>
            {set > 0 && (
              <Button
                onClick={() => {
                  setOpen(false);
                  void go({ search: { ...search, ...none } });
                }}
              >
                {t("filter.none")}
              </Button>
            )}
          </div>
        </form>
      )}
    </div>
  );
}
