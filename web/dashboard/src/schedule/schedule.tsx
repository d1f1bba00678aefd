import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { calendar, planned } from "../api/calendar.ts";
import type { Posting } from "../api/client.ts";
import { me } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { instantOf } from "@lotview/shared/src/zone.ts";
import { Button, Empty, Failure, Rows, failed } from "../ui/parts.tsx";
import { Agenda } from "./agenda.tsx";
import { type Placed, dayName, onDay, placeOf, plusDays, todayIn } from "./days.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { type Moving, MovingNow, useMove } from "./moving.tsx";
import { Week } from "./week.tsx";
import { scheduleWords } from "./words.ts";

const WEEK = 7;
const FARTHEST = 120;
const MINUTE = 60_000;

/** What is planned for the accounts, and where there is room. */
export function Schedule() {
  const { t } = useText(scheduleWords);
  const who = useQuery(me()).data;
  return (
    <div>
      <h1 className="mb-3 text-lg font-semibold">{t("schedule.title")}</h1>
      {who === undefined ? <Rows count={6} /> : <Calendar zone={who.dealership.timezone} />}
    </div>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), MINUTE);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}

function Calendar({ zone }: { zone: string }) {
  const { t, time } = useText(scheduleWords);
  const search = useSearch({ from: "/schedule" });
  const now = useNow();
  const today = todayIn(zone);
  const from = search.from === undefined || search.from < today ? today : search.from;
  const days = useMemo(() => Array.from({ length: WEEK }, (_, index) => plusDays(from, index)), [from]);
  const plan = useQuery(calendar(from, plusDays(from, WEEK - 1)));
  const postings = useQuery(planned(instantOf(`${plusDays(from, WEEK)}T00:00`, zone)));
  const move = useMove();
  const go = useNavigate();
  const [dragged, setDragged] = useState<Posting>();
  const [opened, setOpened] = useState<Placed>();
  const [error, setError] = useState<unknown>();

  const accounts = useMemo(
    () => (plan.data?.accounts ?? []).filter((one) => search.account === undefined || one.id === search.account),
    [plan.data, search.account],
  );
  const placed = useMemo(
    () =>
      (postings.data?.postings ?? [])
        .filter((one) => search.account === undefined || one.fbAccountId === search.account)
        .map((one) => placeOf(one, zone, now)),
    [postings.data, search.account, zone, now],
  );
  const moving = useMemo<Moving>(
    () => ({
      zone,
      now,
      dragged,
      drag: setDragged,
      drop: (day) => {
        setDragged(undefined);
        if (dragged !== undefined && placeOf(dragged, zone, Date.now()).day !== day) {
          const to = onDay(dragged, day, zone);
          if (Date.parse(to) <= Date.now()) {
            setError(t("schedule.past", { time: time(to) }));
          } else {
            setError(undefined);
            move(dragged, to).catch(setError);
          }
        }
      },
      open: setOpened,
      show: (posting) => void go({ to: "/postings/$id", params: { id: posting.id } }),
    }),
    [zone, now, dragged, move, go, t, time],
  );

  if (failed(plan) || failed(postings)) {
    return (
      <Failure
        error={plan.error ?? postings.error}
        retry={() => {
          void plan.refetch();
          void postings.refetch();
        }}
      />
    );
  }
  if (plan.data === undefined || postings.data === undefined) {
    return <Rows count={6} />;
  }
  if (plan.data.accounts.length === 0) {
    return (
      <Empty title={t("schedule.noAccount")} hint={t("schedule.noAccountHint")}>
        <Link to="/accounts" className="text-accent underline">
          {t("nav.accounts")}
        </Link>
      </Empty>
    );
  }
  const shown = placed.filter((one) => days.includes(one.day));
  return (
    <MovingNow value={moving}>
      <Head zone={zone} from={from} today={today} accounts={plan.data.accounts} />
      {error !== undefined && (
        <div className="mb-3">
          <Failure error={error} />
        </div>
      )}
      {postings.data.more && <p className="mb-3 text-warn">{t("schedule.more")}</p>}
      {shown.length === 0 && (
        <p className="mb-3">
          {t("schedule.empty")}{" "}
          <Link to="/inventory" search={{ posting: "NEVER" }} className="text-accent underline">
            {t("schedule.postSome")}
          </Link>
        </p>
      )}
      {search.view === "agenda" ? (
        <Agenda accounts={accounts} days={days} placed={shown} />
      ) : (
        <div className="space-y-3">
          {accounts.map((account) => (
            <Week
              key={account.id}
              account={account}
              days={days}
              placed={shown.filter((one) => one.posting.fbAccountId === account.id)}
            />
          ))}
        </div>
      )}
      {opened !== undefined && (
        <MoveDialog
          placed={opened}
          account={plan.data.accounts.find((one) => one.id === opened.posting.fbAccountId)}
          close={() => setOpened(undefined)}
        />
      )}
    </MovingNow>
  );
}

function Head({
  zone,
  from,
  today,
  accounts,
}: {
  zone: string;
  from: string;
  today: string;
  accounts: { id: string; label: string }[];
}) {
  const { t, language } = useText(scheduleWords);
  const search = useSearch({ from: "/schedule" });
  const go = useNavigate({ from: "/schedule" });
  const turn = (day: string) => void go({ search: { ...search, from: day <= today ? undefined : day } });
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Button aria-label={t("schedule.before")} disabled={from <= today} onClick={() => turn(plusDays(from, -WEEK))}>
        <ChevronLeft size={16} aria-hidden />
      </Button>
      <Button disabled={from <= today} onClick={() => turn(today)}>
        {t("nav.today")}
      </Button>
      <Button
        aria-label={t("schedule.after")}
        disabled={plusDays(from, WEEK) > plusDays(today, FARTHEST)}
        onClick={() => turn(plusDays(from, WEEK))}
      >
        <ChevronRight size={16} aria-hidden />
      </Button>
      <h2 aria-live="polite" className="font-semibold">
        {dayName(from, language)} – {dayName(plusDays(from, WEEK - 1), language)}
      </h2>
      <span className="mr-auto text-soft">{t("schedule.zone", { zone })}</span>
      {accounts.length > 1 && (
        <select
          aria-label={t("schedule.account")}
          value={search.account ?? ""}
          onChange={(event) => void go({ search: { ...search, account: event.target.value || undefined } })}
          className="min-h-8 max-w-full rounded border border-line bg-panel px-2"
        >
          <option value="">{t("schedule.allAccounts")}</option>
          {accounts.map((account) => (
            <option key={account.id} value={account.id}>
              {account.label}
            </option>
          ))}
        </select>
      )}
      {([undefined, "agenda"] as const).map((view) => (
        <Link
          key={view ?? "week"}
          to="/schedule"
          search={{ ...search, view }}
          aria-current={search.view === view}
          className={`inline-block rounded border px-2 py-1 ${search.view === view ? "border-accent font-semibold" : "border-line"}`}
        >
          {t(view === undefined ? "schedule.week" : "schedule.agenda")}
        </Link>
      ))}
    </div>
  );
}
