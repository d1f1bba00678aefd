import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { accounts, me } from "../api/queries.ts";
import { type User, audit, auditFile, users } from "../api/settings.ts";
import type { AuditSearch } from "../shell/router.tsx";
import { type TextKey, useText } from "../text/text.tsx";
import { endOfDay, startOfDay } from "@lotview/shared/src/zone.ts";
import { nameOfUser } from "../users/line.tsx";
import { useAct } from "../ui/act.ts";
import { Choice } from "../ui/choice.tsx";
import { save } from "../ui/csv.ts";
import { Button, Empty, Failure, Field, Panel, Rows } from "../ui/parts.tsx";
import { AuditLine } from "./audit-line.tsx";
import { auditWords, settingsWords } from "./words.ts";

// The beginnings of actions, and what they are about.
const AREAS: { action: string; key: TextKey<typeof auditWords> }[] = [
  { action: "", key: "audit.everything" },
  { action: "posting", key: "audit.area.posting" },
  { action: "bulk", key: "audit.area.bulk" },
  { action: "vehicle", key: "audit.area.vehicle" },
  { action: "photos", key: "audit.area.photos" },
  { action: "suggestion", key: "audit.area.suggestion" },
  { action: "stock-feed", key: "audit.area.stock-feed" },
  { action: "fb-account", key: "audit.area.fb-account" },
  { action: "user", key: "audit.area.user" },
  { action: "session", key: "audit.area.session" },
  { action: "login", key: "audit.area.login" },
  { action: "password", key: "audit.area.password" },
  { action: "two-factor", key: "audit.area.two-factor" },
  { action: "dealership", key: "audit.area.dealership" },
  { action: "api-key", key: "audit.area.api-key" },
  { action: "webhook", key: "audit.area.webhook" },
  { action: "feeds-out", key: "audit.area.feeds-out" },
];

/** Who did what, and when; what is chosen is in the address. */
export function Audit() {
  const { t } = useText(auditWords, settingsWords);
  const search = useSearch({ from: "/settings/audit" });
  const go = useNavigate({ from: "/settings/audit" });
  const zone = useQuery(me()).data?.dealership.timezone ?? "UTC";
  const filter = {
    userId: search.userId,
    action: search.action,
    subject: search.subject,
    from: search.from === undefined ? undefined : startOfDay(search.from, zone),
    to: search.to === undefined ? undefined : endOfDay(search.to, zone),
  };
  const list = useInfiniteQuery(audit(filter));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const people = useInfiniteQuery(users({})).data?.pages.flatMap((page) => page.data) ?? [];
  const owned = useQuery(accounts()).data?.data ?? [];
  const names = new Map([
    ...people.map((user) => [`user/${user.id}`, nameOfUser(user)] as const),
    ...owned.map((account) => [`fb-account/${account.id}`, account.label] as const),
  ]);
  const { act, busy, error } = useAct();
  const filtered = Object.values(search).some((value) => value !== undefined);
  const set = useCallback(
    (name: keyof AuditSearch, value: string) =>
      void go({ search: (before) => ({ ...before, [name]: value || undefined }), replace: true }),
    [go],
  );
  return (
    <Panel
      title={t("settings.audit")}
      aside={
        <Button
          disabled={busy || rows.length === 0}
          onClick={() => void act(async () => save("lotview-audit.csv", await auditFile(filter)))}
        >
          {t("audit.csv")}
        </Button>
      }
    >
      <Filters search={search} people={people} names={names} set={set} />
      {error !== undefined && <Failure error={error} />}
      {list.isPending && <Rows count={8} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <Empty title={t("audit.nothing")}>
          {filtered && <Button onClick={() => void go({ search: {} })}>{t("ask.clear")}</Button>}
        </Empty>
      )}
      <ul>
        {rows.map((entry) => (
          <AuditLine key={entry.id} entry={entry} names={names} about={(subject) => set("subject", subject)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-3" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("ask.more")}
        </Button>
      )}
    </Panel>
  );
}

function Filters({
  search,
  people,
  names,
  set,
}: {
  search: AuditSearch;
  people: User[];
  names: ReadonlyMap<string, string>;
  set: (name: keyof AuditSearch, value: string) => void;
}) {
  const { t } = useText(auditWords);
  return (
    <div role="search" className="mb-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
      <Choice
        label={t("audit.who")}
        value={search.userId ?? ""}
        onChange={(event) => set("userId", event.target.value)}
        options={[
          { value: "", label: t("audit.everybody") },
          ...people.map((user) => ({ value: user.id, label: nameOfUser(user) })),
        ]}
      />
      <Choice
        label={t("audit.what")}
        value={search.action ?? ""}
        onChange={(event) => set("action", event.target.value)}
        options={AREAS.map(({ action, key }) => ({ value: action, label: t(key) }))}
      />
      <Field
        label={t("audit.from")}
        type="date"
        value={search.from ?? ""}
        max={search.to}
        onChange={(event) => set("from", event.target.value)}
      />
      <Field
        label={t("audit.to")}
        type="date"
        value={search.to ?? ""}
        min={search.from}
        onChange={(event) => set("to", event.target.value)}
      />
      {search.subject !== undefined && (
        <div>
          <span className="mb-1 block text-soft">{t("audit.about")}</span>
          <Button className="max-w-full" onClick={() => set("subject", "")}>
            <span className="truncate">{names.get(search.subject) ?? search.subject}</span> <span aria-hidden>×</span>
            <span className="sr-only">{t("ask.clear")}</span>
          </Button>
        </div>
      )}
    </div>
  );
}
