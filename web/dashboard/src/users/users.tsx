import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { me } from "../api/queries.ts";
import { type User, users } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useGrowing } from "../ui/long-answer.ts";
import { LongList } from "../ui/long-list.tsx";
import { Button, Empty, Failure, Rows } from "../ui/parts.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { ChangeUser } from "./change.tsx";
import { InviteUser } from "./invite.tsx";
import { UserLine } from "./line.tsx";
import { usersWords } from "./words.ts";

const STATES: User["state"][] = ["ACTIVE", "INVITED", "DEACTIVATED"];

/** The people of the dealership, for who may manage them. */
export function Users() {
  const { t } = useText();
  const who = useQuery(me()).data;
  if (who === undefined) {
    return <Rows count={4} />;
  }
  return who.role === "GM" ? <People /> : <p>{t("noRight")}</p>;
}

/** Who they are, and what each may do. */
function People() {
  const { t, number } = useText(usersWords);
  const search = useSearch({ from: "/users" });
  const go = useNavigate({ from: "/users" });
  const list = useInfiniteQuery(users(search));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const total = list.data?.pages[0]?.pagination.total;
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<User>();
  const find = useCallback(
    (text: string) => void go({ search: (before) => ({ ...before, search: text || undefined }), replace: true }),
    [go],
  );
  const more = useCallback(() => void list.fetchNextPage(), [list.fetchNextPage]);
  const growing = useGrowing(rows, list.hasNextPage ? more : undefined);
  return (
    <div>
      <header className="mb-3 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-lg font-semibold">
          {t("users.title")} <span className="font-normal text-soft">{total === undefined ? "" : number(total)}</span>
        </h1>
        <SearchBox label={t("users.search")} hint={t("users.searchHint")} value={search.search ?? ""} change={find} />
        <Button kind="main" onClick={() => setInviting(true)}>
          {t("users.invite")}
        </Button>
      </header>
      <ul className="mb-3 flex flex-wrap gap-1.5">
        {[undefined, ...STATES].map((state) => (
          <li key={state ?? "all"}>
            <Link
              to="/users"
              search={{ ...search, state }}
              aria-current={search.state === state}
              className={`inline-block rounded border px-2 py-1 ${search.state === state ? "border-accent font-semibold" : "border-line"}`}
            >
              {t(state === undefined ? "users.all" : `users.state.${state}`)}
            </Link>
          </li>
        ))}
      </ul>
      {list.isPending && <Rows count={4} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <Empty title={t("users.nothing")}>
          <Link to="/users" search={{}} className="text-accent underline">
            {t("ask.clear")}
          </Link>
        </Empty>
      )}
      <div className="border-t border-line bg-panel">
        <LongList {...growing} height={64} label={t("users.title")}>
          {(user) => <UserLine user={user} change={setChanging} />}
        </LongList>
      </div>
      {inviting && <InviteUser close={() => setInviting(false)} />}
      {changing !== undefined && <ChangeUser user={changing} close={() => setChanging(undefined)} />}
    </div>
  );
}
