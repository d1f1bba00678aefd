import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { me } from "../api/queries.ts";
import { type Numbers, numbers } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { Failure, Rows } from "../ui/parts.tsx";
import { monthFrom, monthName, monthNow } from "./month.ts";
import { NeverPosted } from "./never-posted.tsx";
import { Who, failedOf } from "./who.tsx";
import { Why } from "./why.tsx";
import { numbersWords } from "./words.ts";

/** The numbers of a month, for managers. */
export function NumbersPage() {
  const { t } = useText();
  const who = useQuery(me()).data;
  if (who === undefined) {
    return <Rows count={8} />;
  }
  return who.role === "SALESPERSON" ? <p>{t("noRight")}</p> : <Month />;
}

/** What was posted, by whom, how fast, what failed, what was not posted. */
function Month() {
  const { t } = useText(numbersWords);
  const search = useSearch({ from: "/numbers" });
  const zone = useQuery(me()).data?.dealership.timezone;
  // Where it is the first of a month already, it may not be so at the dealership.
  const month = search.month ?? (zone === undefined ? undefined : monthNow(zone));
  const shown = useQuery({ ...numbers(month), enabled: month !== undefined });
  return (
    <div className="space-y-4">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1 className="text-lg font-semibold">{t("numbers.title")}</h1>
        {shown.data !== undefined && <Months month={shown.data.month} zone={shown.data.timezone} />}
      </header>
      {shown.isPending && <Rows count={8} />}
      {shown.isError && <Failure error={shown.error} retry={() => void shown.refetch()} />}
      {shown.data !== undefined && <Shown numbers={shown.data} />}
    </div>
  );
}

function Months({ month, zone }: { month: string; zone: string }) {
  const { t, language } = useText(numbersWords);
  const look = "grid size-8 place-items-center rounded border border-line bg-panel hover:bg-hover";
  return (
    <nav aria-label={t("numbers.month")} className="flex items-center gap-2">
      <Link to="/numbers" search={{ month: monthFrom(month, -1) }} aria-label={t("numbers.before")} className={look}>
        <ChevronLeft size={16} aria-hidden />
      </Link>
      <strong aria-live="polite" className="min-w-36 text-center">
        {monthName(month, language)}
      </strong>
      {month < monthNow(zone) && (
        <Link to="/numbers" search={{ month: monthFrom(month, 1) }} aria-label={t("numbers.after")} className={look}>
          <ChevronRight size={16} aria-hidden />
        </Link>
      )}
    </nav>
  );
}

function Shown({ numbers }: { numbers: Numbers }) {
  const { t, number } = useText(numbersWords);
  const posted = numbers.byPerson.reduce((sum, line) => sum + line.posted, 0);
  const failed = numbers.byPerson.reduce((sum, line) => sum + failedOf(line), 0);
  const cars = numbers.byVehicle.filter((line) => line.posted > 0).length;
  const never = numbers.neverPosted;
  const file = (part: string) => `lotview-${numbers.month}-${part}.csv`;
  return (
    <>
      <dl className="grid grid-cols-2 gap-2 lg:grid-cols-4">
        <Figure name={t("numbers.posted")} value={number(posted)} more={t("numbers.cars", { count: number(cars) })} />
        <Figure name={t("numbers.failed")} value={number(failed)} more={t("numbers.notRetried")} />
        <Figure
          name={t("numbers.neverShort")}
          value={never === null ? "–" : number(never.count)}
          more={t("numbers.onLotNow")}
        />
        <Figure
          name={t("numbers.neverDays")}
          value={never?.medianDaysOnLot == null ? "–" : number(never.medianDaysOnLot)}
          more={never?.medianDaysOnLot == null ? t("numbers.noDays") : t("numbers.half")}
        />
      </dl>
      <Who title={t("numbers.byPerson")} first={t("numbers.person")} lines={numbers.byPerson} file={file("people")} />
      <Who
        title={t("numbers.byAccount")}
        first={t("numbers.account")}
        lines={numbers.byAccount}
        file={file("accounts")}
      />
      <Why lines={numbers.byPerson} file={file("failures")} />
      <NeverPosted never={never} file={file("never-posted")} />
      <p className="max-w-prose text-xs text-soft">{t("numbers.explained", { zone: numbers.timezone })}</p>
    </>
  );
}

function Figure({ name, value, more }: { name: string; value: string; more: string }) {
  return (
    <div className="rounded border border-line bg-panel p-3">
      <dt className="text-soft">{name}</dt>
      <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
      <dd className="text-xs text-soft">{more}</dd>
    </div>
  );
}
