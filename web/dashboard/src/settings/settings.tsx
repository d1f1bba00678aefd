import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { me } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { Rows } from "../ui/parts.tsx";
import { settingsWords } from "./words.ts";

const OWN = [
  { to: "/settings/me", key: "settings.me" },
  { to: "/settings/notices", key: "settings.notices" },
] as const;

const OF_THE_DEALERSHIP = [
  { to: "/settings/dealership", key: "settings.dealership" },
  { to: "/settings/texts", key: "settings.texts" },
  { to: "/settings/feeds-out", key: "settings.feedsOut" },
  { to: "/settings/keys", key: "settings.keys" },
  { to: "/settings/webhooks", key: "settings.webhooks" },
  { to: "/settings/audit", key: "settings.audit" },
] as const;

/** What stands around every page of the settings: the way to the others. */
export function Settings() {
  const { t } = useText(settingsWords);
  const who = useQuery(me()).data;
  const { pathname } = useLocation();
  const manager = who?.role === "GM";
  const pages = manager ? [...OWN, ...OF_THE_DEALERSHIP] : OWN;
  const own = OWN.some(({ to }) => pathname.endsWith(to));
  return (
    <div>
      <h1 className="mb-3 text-lg font-semibold">{t("settings.title")}</h1>
      <nav aria-label={t("settings.title")} className="mb-4">
        <ul className="flex flex-wrap gap-1.5">
          {pages.map(({ to, key }) => (
            <li key={to}>
              <Link
                to={to}
                className="inline-block rounded border px-2 py-1"
                activeProps={{ className: "border-accent font-semibold", "aria-current": "page" }}
                inactiveProps={{ className: "border-line" }}
              >
                {t(key)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {/* Until it is known who looks, a page asks for nothing that may be refused. */}
      {own || manager ? <Outlet /> : who === undefined ? <Rows count={4} /> : <p>{t("noRight")}</p>}
    </div>
  );
}
