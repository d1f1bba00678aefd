import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps, Outlet, useLocation } from "@tanstack/react-router";
import {
  Bell,
  CalendarDays,
  Car,
  ChartNoAxesColumn,
  FileUp,
  ListChecks,
  type LucideIcon,
  Moon,
  Settings,
  Store,
  Sun,
  Users,
} from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { unread } from "../api/notices.ts";
import { sendKept } from "../api/orders.ts";
import { me } from "../api/queries.ts";
import { signOut } from "../api/session.ts";
import { Habits } from "../habits/habits.tsx";
import { LineNow } from "../live/line.ts";
import type { Line } from "@lotview/shared/src/live-line.ts";
import { LiveEvents } from "../live/socket.ts";
import { SpokenText, type TextKey, useText } from "../text/text.tsx";
import { changeTheme } from "../ui/theme.ts";
import { Toasts } from "../ui/toast.tsx";
import { Failure, failed } from "../ui/parts.tsx";

/** `roles`: who may use the page, if not everybody. */
const PAGES: { to: NonNullable<LinkProps["to"]>; key: TextKey; icon: LucideIcon; roles?: readonly string[] }[] = [
  { to: "/", key: "nav.today", icon: Sun },
  { to: "/inventory", key: "nav.inventory", icon: Car },
  { to: "/import", key: "nav.import", icon: FileUp, roles: ["GM", "SALES_MANAGER"] },
  { to: "/postings", key: "nav.postings", icon: ListChecks },
  { to: "/schedule", key: "nav.schedule", icon: CalendarDays },
  { to: "/notices", key: "nav.notices", icon: Bell },
  { to: "/accounts", key: "nav.accounts", icon: Store },
  { to: "/numbers", key: "nav.numbers", icon: ChartNoAxesColumn, roles: ["GM", "SALES_MANAGER"] },
  { to: "/users", key: "nav.users", icon: Users, roles: ["GM"] },
  { to: "/settings", key: "nav.settings", icon: Settings },
];

/** What stands around every page of a person who is signed in. */
export function Shell() {
  const who = useQuery(me());
  const [line, setLine] = useState<Line>("connecting");
  useEffect(() => {
    const events = new LiveEvents(setLine);
    void sendKept();
    return () => events.end();
  }, []);
  return (
    <SpokenText zone={who.data?.dealership.timezone}>
      <Toasts>
        <LineNow value={line}>
          {failed(who) ? <Failure error={who.error} retry={() => void who.refetch()} /> : <Frame line={line} />}
        </LineNow>
      </Toasts>
    </SpokenText>
  );
}

function Frame({ line }: { line: Line }) {
  const { t } = useText();
  return (
    <div className="flex min-h-dvh flex-col sm:flex-row">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-panel focus:p-2">
        {t("nav.skip")}
      </a>
      <Navigation line={line} />
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 p-3 pb-20 sm:p-5">
        {line === "broken" && (
          <p role="status" className="mb-3 rounded border border-warn px-3 py-2">
            {t("line.broken")}
          </p>
        )}
        <Outlet />
      </main>
      <Habits pages={PAGES} />
    </div>
  );
}

function Navigation({ line }: { line: Line }) {
  const { t, language, number, speak } = useText();
  const who = useQuery(me()).data;
  // Not before the page's own questions.
  const news = useQuery({ ...unread(), enabled: line === "live" }).data ?? 0;
  const { pathname } = useLocation();
  const bar = useRef<HTMLElement>(null);
  // On a phone the bar is wider than the screen.
  useEffect(() => {
    bar.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname, who]);
  const pages = PAGES.filter(({ roles }) => roles === undefined || (who !== undefined && roles.includes(who.role)));
  return (
    <nav
      ref={bar}
      aria-label={t("app.name")}
      className="fixed inset-x-0 bottom-0 z-40 flex overflow-x-auto [scrollbar-width:none] border-t border-line bg-panel sm:sticky sm:top-0 sm:h-dvh sm:w-48 sm:flex-col sm:border-t-0 sm:border-r"
    >
      <div className="hidden px-4 py-4 sm:block">
        <p className="font-semibold">{t("app.name")}</p>
        <p className="truncate text-soft">{who?.dealership.name}</p>
      </div>
      {pages.map(({ to, key, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === "/" }}
          activeProps={{ className: "bg-hover font-semibold", "aria-current": "page" }}
          className="flex min-h-11 min-w-16 flex-1 flex-col items-center justify-center gap-1 px-2 text-xs hover:bg-hover sm:min-h-9 sm:flex-none sm:flex-row sm:justify-start sm:gap-2 sm:px-4 sm:text-sm"
        >
          <Icon size={16} aria-hidden />
          {t(key)}
          {to === "/notices" && news > 0 && (
            <span className="rounded-full bg-accent px-1.5 text-xs leading-5 text-on-accent sm:ml-auto">{number(news)}</span>
          )}
        </Link>
      ))}
      <div className="mt-auto hidden space-y-2 p-4 sm:block">
        <p className="flex items-center gap-2 text-soft">
          <span aria-hidden className={`size-2 rounded-full ${line === "live" ? "bg-good" : "bg-warn"}`} />
          {t(line === "live" ? "line.live" : "line.connecting")}
        </p>
        <p className="truncate">
          {who?.firstName} {who?.lastName}
        </p>
        <div className="flex gap-3">
          <button type="button" className="min-h-6 min-w-6" aria-label={t("nav.theme")} onClick={changeTheme}>
            <Moon size={16} aria-hidden />
          </button>
          <button
            type="button"
            className="min-h-6 underline"
            aria-label={`${t("nav.language")}: ${language === "en" ? "Español" : "English"}`}
            onClick={() => speak(language === "en" ? "es" : "en")}
          >
            {language === "en" ? "Español" : "English"}
          </button>
        </div>
        <button type="button" className="min-h-6 text-accent underline" onClick={() => void signOut()}>
          {t("nav.signOut")}
        </button>
      </div>
    </nav>
  );
}
