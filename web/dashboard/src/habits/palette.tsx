import { queryOptions, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useEffect, useState } from "react";
import { api, body } from "../api/client.ts";
import { nameOf } from "../postings/line.tsx";
import { useText } from "../text/text.tsx";
import { Failure } from "../ui/parts.tsx";
import type { Page } from "./habits.tsx";
import { habitsWords } from "./words.ts";

const PAUSE = 200;
const FOUND = 6;
const LEAST_LETTERS = 2;

const foundVehicles = (search: string) =>
  queryOptions({
    queryKey: ["vehicles", "list", "palette", search],
    queryFn: () => body(api.GET("/v1/vehicles", { params: { query: { search, limit: FOUND } } })),
    enabled: search.length >= LEAST_LETTERS,
  });

const foundPostings = (search: string) =>
  queryOptions({
    queryKey: ["postings", "list", "palette", search],
    queryFn: () => body(api.GET("/v1/postings", { params: { query: { search, limit: FOUND } } })),
    enabled: search.length >= LEAST_LETTERS,
  });

interface Choice {
  id: string;
  group: string;
  text: string;
  aside?: string;
  to: string;
}

/** Goes to a page, a vehicle or a posting by a few letters. */
export function Palette({ pages, close }: { pages: readonly Page[]; close: () => void }) {
  const { t } = useText(habitsWords);
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = window.setTimeout(() => setSearch(typed.trim()), PAUSE);
    return () => window.clearTimeout(timer);
  }, [typed]);
  const vehicles = useQuery(foundVehicles(search));
  const postings = useQuery(foundPostings(search));

  const choices: Choice[] = [
    ...pages
      .filter((page) => t(page.key).toLowerCase().includes(typed.trim().toLowerCase()))
      .map((page) => ({ id: page.to, group: t("palette.pages"), text: t(page.key), to: page.to })),
    ...(search === "" ? [] : (vehicles.data?.data ?? [])).map((vehicle) => ({
      id: vehicle.id,
      group: t("nav.inventory"),
      text: [nameOf(vehicle), vehicle.trim].filter(Boolean).join(" "),
      aside: vehicle.stockNumber,
      to: `/inventory/${vehicle.id}`,
    })),
    ...(search === "" ? [] : (postings.data?.data ?? [])).map((posting) => ({
      id: posting.id,
      group: t("nav.postings"),
      text: nameOf(posting.vehicle),
      aside: `${t(`status.${posting.status}`)} · ${posting.account.label}`,
      to: `/postings/${posting.id}`,
    })),
  ];
  const chosen = Math.min(at, choices.length - 1);
  const loading = vehicles.isFetching || postings.isFetching || typed.trim() !== search;

  function open(choice: Choice | undefined) {
    if (choice !== undefined) {
      close();
      void router.navigate({ to: choice.to });
    }
  }

  function keys(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && choices.length > 0) {
      event.preventDefault();
      const next = (chosen + by + choices.length) % choices.length;
      setAt(next);
      document.getElementById(`palette-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(choices[chosen]);
    }
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[10vh] left-1/2 z-50 flex max-h-[80vh] w-[36rem] max-w-[calc(100vw-24px)] -translate-x-1/2 flex-col rounded border border-line bg-panel"
        >
          <Dialog.Title className="sr-only">{t("palette.title")}</Dialog.Title>
          <input
            role="combobox"
            aria-label={t("palette.title")}
            aria-expanded
            aria-controls="palette"
            aria-autocomplete="list"
            aria-activedescendant={choices.length === 0 ? undefined : `palette-${chosen}`}
            placeholder={t("palette.hint")}
            maxLength={100}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={keys}
            className="min-h-11 rounded-t border-b border-line bg-panel px-3"
          />
          <div id="palette" role="listbox" aria-label={t("palette.title")} className="overflow-y-auto p-1">
            {choices.map((choice, index) => (
              <div
                key={choice.group + choice.id}
                id={`palette-${index}`}
                role="option"
                aria-selected={index === chosen}
                onClick={() => open(choice)}
                onMouseMove={() => setAt(index)}
                className={`flex min-h-9 cursor-pointer items-center gap-3 rounded px-2 ${index === chosen ? "bg-hover outline-1 outline-accent" : ""}`}
              >
                <span className="w-20 shrink-0 truncate text-xs text-soft">
                  {choice.group === choices[index - 1]?.group ? "" : choice.group}
                </span>
                <span className="min-w-0 flex-1 truncate">{choice.text}</span>
                <span className="max-w-[40%] truncate text-soft">{choice.aside}</span>
              </div>
            ))}
          </div>
          <p role="status" className={choices.length === 0 ? "p-3 text-soft" : "sr-only"}>
            {loading ? t("load.loading") : choices.length === 0 ? t("palette.nothing") : ""}
          </p>
          {vehicles.isError && <Failure error={vehicles.error} />}
          {postings.isError && !vehicles.isError && <Failure error={postings.error} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
