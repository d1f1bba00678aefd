import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { PostingStatus } from "../api/client.ts";
import { accounts, counts, postingsPart } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { useLongAnswer } from "../ui/long-answer.ts";
import { LongList } from "../ui/long-list.tsx";
import { Empty, Failure, Rows } from "../ui/parts.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { SavedViews } from "../views/saved-views.tsx";
import { Export } from "./export.tsx";
import { PostingLine } from "./line.tsx";
import { postingsWords } from "./words.ts";

const GROUPS: PostingStatus[][] = [
  ["NEEDS_REVIEW", "NEEDS_LOGIN", "AWAITING_APPROVAL"],
  ["FAILED"],
  ["POSTING", "PUBLISHING", "GENERATING"],
  ["QUEUED", "READY"],
  ["POSTED"],
  ["CANCELLED", "DELETED"],
];

/** All postings; what is chosen is in the address. */
export function Postings() {
  const { t, number } = useText(postingsWords);
  const search = useSearch({ from: "/postings" });
  const go = useNavigate({ from: "/postings" });
  const list = useLongAnswer(postingsPart(search));
  const total = useQuery(counts());
  const find = useCallback(
    (text: string) => void go({ search: (before) => ({ ...before, search: text || undefined }), replace: true }),
    [go],
  );
  const owners = useQuery(accounts()).data?.data ?? [];
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <div>
      <header className="mb-3 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-lg font-semibold">{t("postings.title")}</h1>
        <SearchBox label={t("postings.search")} hint={t("postings.search")} value={search.search ?? ""} change={find} />
        <label className="flex min-h-8 items-center gap-1.5">
          <input
            type="checkbox"
            checked={search.mine === true}
            onChange={(event) => void go({ search: { ...search, mine: event.target.checked || undefined } })}
          />
          {t("postings.mine")}
        </label>
        {(owners.length > 1 || search.fbAccountId !== undefined) && (
          <select
            aria-label={t("postings.account")}
            value={search.fbAccountId ?? ""}
            onChange={(event) => void go({ search: { ...search, fbAccountId: event.target.value || undefined } })}
            className="min-h-8 max-w-full rounded border border-line bg-panel px-2"
          >
            <option value="">{t("postings.allAccounts")}</option>
            {owners.map((account) => (
              <option key={account.id} value={account.id}>
                {account.label}
              </option>
            ))}
          </select>
        )}
        <Export filter={search} />
      </header>
      <ul className="mb-3 flex flex-wrap gap-1.5">
        <li>
          <Link
            to="/postings"
            search={{ ...search, status: undefined }}
            aria-current={search.status === undefined}
            className={`inline-block rounded border px-2 py-1 ${search.status === undefined ? "border-accent font-semibold" : "border-line"}`}
          >
            {t("postings.all")}
          </Link>
        </li>
        {GROUPS.map((status) => {
          const chosen = search.status?.join() === status.join();
          const count = status.reduce((sum, one) => sum + (total.data?.counts[one] ?? 0), 0);
          return (
            <li key={status.join()}>
              <Link
                to="/postings"
                search={{ ...search, status: chosen ? undefined : status }}
                aria-current={chosen}
                className={`inline-block rounded border px-2 py-1 ${chosen ? "border-accent font-semibold" : "border-line"}`}
              >
                {status.map((one) => t(`status.${one}`)).join(", ")}{" "}
                <span className="text-soft">{number(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <div className="mb-3">
        <SavedViews page="/postings" search={search} />
      </div>
      {list.isPending && <Rows count={8} />}
      {list.error && <Failure error={list.error} retry={list.refetch} />}
      {list.total === 0 &&
        (filtered ? (
          <Empty title={t("postings.nothing")}>
            <Link to="/postings" search={{}} className="text-accent underline">
              {t("ask.clear")}
            </Link>
          </Empty>
        ) : (
          <Empty title={t("postings.empty")} hint={t("postings.emptyHint")}>
            <Link to="/inventory" className="text-accent underline">
              {t("nav.inventory")}
            </Link>
          </Empty>
        ))}
      <div className="border-t border-line bg-panel">
        <LongList count={list.total ?? 0} row={list.row} see={list.see} height={52} label={t("postings.title")}>
          {(posting) => <PostingLine posting={posting} />}
        </LongList>
      </div>
    </div>
  );
}
