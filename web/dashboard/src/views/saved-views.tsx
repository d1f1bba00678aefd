import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { me } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { Button } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { Undo } from "../ui/undo.tsx";
import { viewsWords } from "./words.ts";

type Search = object;

interface View {
  name: string;
  search: Search;
}

/** A page whose filters are in its address. */
type Page = "/inventory" | "/postings";

const LONGEST_NAME = 40;

/** The person's own views of a list, a name for a filter; kept in this browser. */
export function SavedViews({ page, search }: { page: Page; search: Search }) {
  const who = useQuery(me()).data?.id;
  // The inventory was the first to have them.
  const kept = `lotview-views-${who}${page === "/inventory" ? "" : page}`;
  return who === undefined ? null : <Views key={kept} kept={kept} page={page} search={search} />;
}

function Views({ kept, page, search }: { kept: string; page: Page; search: Search }) {
  const { t } = useText(viewsWords);
  const say = useSay();
  const [views, setViews] = useState(() => JSON.parse(localStorage.getItem(kept) ?? "[]") as View[]);
  const [naming, setNaming] = useState(false);
  const shown = (view: View) => same(view.search, search);
  const filtered = !same(search, {});

  function change(after: View[]) {
    localStorage.setItem(kept, JSON.stringify(after));
    setViews(after);
  }

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    if (name !== "") {
      change([...views.filter((view) => view.name !== name), { name, search }]);
      setNaming(false);
    }
  }

  function remove(view: View) {
    change(views.filter((other) => other !== view));
    say(t("views.removed", { name: view.name }), <Undo undo={() => change(views)} />);
  }

  return views.length === 0 && !filtered ? null : (
    <ul aria-label={t("views.title")} className="flex flex-wrap items-center gap-1.5">
      {views.map((view) => (
        <li
          key={view.name}
          className={`inline-flex items-center rounded border ${shown(view) ? "border-accent font-semibold" : "border-line"}`}
        >
          <Link to={page} search={view.search as NonNullable<LinkProps["search"]>} aria-current={shown(view)} className="px-2 py-1">
            {view.name}
          </Link>
          <button
            type="button"
            className="grid size-7 place-items-center hover:bg-hover"
            aria-label={t("views.remove", { name: view.name })}
            onClick={() => remove(view)}
          >
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
      {filtered && !views.some(shown) && (
        <li>
          {naming ? (
            <form
              onSubmit={save}
              onKeyDown={(event) => event.key === "Escape" && setNaming(false)}
              className="flex flex-wrap gap-1.5"
            >
              <input
                name="name"
                required
                maxLength={LONGEST_NAME}
                autoFocus
                aria-label={t("views.name")}
                placeholder={t("views.name")}
                className="min-h-8 rounded border border-line bg-panel px-2"
              />
              <Button type="submit" kind="main">
                {t("ask.save")}
              </Button>
              <Button onClick={() => setNaming(false)}>{t("ask.discard")}</Button>
            </form>
          ) : (
            <button type="button" className="min-h-8 px-1 text-accent underline" onClick={() => setNaming(true)}>
              {t("views.save")}
            </button>
          )}
        </li>
      )}
    </ul>
  );
}

function same(one: Search, other: Search): boolean {
  const plain = (search: Search) =>
    JSON.stringify(
      Object.entries(search)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  return plain(one) === plain(other);
}
