import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { accountsWords } from "../accounts/words.ts";
import type { PostingStatus } from "../api/client.ts";
import { feedsWords } from "../feeds/words.ts";
import { heldWords } from "../held/words.ts";
import { importWords } from "../import/words.ts";
import { inventoryWords } from "../inventory/words.ts";
import { inAppWords } from "../notices/words.ts";
import { numbersWords } from "../numbers/words.ts";
import { postingWords } from "../posting/words.ts";
import { postingsWords } from "../postings/words.ts";
import { scheduleWords } from "../schedule/words.ts";
import { sessionWords } from "../session/words.ts";
import {
  auditWords,
  dealershipWords,
  feedsOutWords,
  keysWords,
  meWords,
  noticesWords,
  settingsWords,
  textsWords,
  webhooksWords,
} from "../settings/words.ts";
import { suggestionsWords } from "../suggestions/words.ts";
import { type Words, withWords } from "../text/words.ts";
import { todayWords } from "../today/words.ts";
import { Rows } from "../ui/parts.tsx";
import { usersWords } from "../users/words.ts";
import { vehicleWords } from "../vehicle/words.ts";
import { viewsWords } from "../views/words.ts";
import { Shell } from "./shell.tsx";

/** A page that is loaded when it is first opened, together with what it says. */
function page<T extends Record<string, unknown>, N extends keyof T & string>(load: () => Promise<T>, name: N, ...words: Words<never>[]) {
  return { component: lazyRouteComponent(withWords(load, ...words), name), pendingComponent: Loading };
}

// Shown only when a page is long in coming; until then the page before stays.
const Loading = () => <Rows count={6} />;

const root = createRootRoute({ component: Shell });

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const today = createRoute({
  getParentRoute: () => root,
  path: "/",
  ...page(() => import("../today/today.tsx"), "Today", todayWords, postingsWords, heldWords, suggestionsWords),
});

export interface InventorySearch {
  search?: string | undefined;
  posting?: string | undefined;
  postable?: boolean | undefined;
  status?: "ARCHIVED" | undefined;
  make?: string | undefined;
  /** In cents. */
  minPrice?: number | undefined;
  maxPrice?: number | undefined;
  minDaysOnLot?: number | undefined;
  maxPhotos?: number | undefined;
  sort?: string | undefined;
}

const count = (value: unknown) => (typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined);

const inventory = createRoute({
  getParentRoute: () => root,
  path: "/inventory",
  validateSearch: (given: Record<string, unknown>): InventorySearch => ({
    search: text(given["search"]),
    posting: text(given["posting"]),
    postable: given["postable"] === false ? false : undefined,
    status: given["status"] === "ARCHIVED" ? "ARCHIVED" : undefined,
    make: text(given["make"]),
    minPrice: count(given["minPrice"]),
    maxPrice: count(given["maxPrice"]),
    minDaysOnLot: count(given["minDaysOnLot"]),
    maxPhotos: count(given["maxPhotos"]),
    sort: text(given["sort"]),
  }),
  ...page(() => import("../inventory/inventory.tsx"), "Inventory", inventoryWords, viewsWords),
});

const vehicle = createRoute({
  getParentRoute: () => root,
  path: "/inventory/$id",
  ...page(() => import("../vehicle/vehicle.tsx"), "VehiclePage", inventoryWords, postingsWords, vehicleWords),
});

const newVehicle = createRoute({
  getParentRoute: () => root,
  path: "/inventory/new",
  ...page(() => import("../vehicle/add.tsx"), "AddVehicle", vehicleWords),
});

export interface PostingsSearch {
  search?: string | undefined;
  status?: PostingStatus[] | undefined;
  mine?: boolean | undefined;
  fbAccountId?: string | undefined;
}

const postings = createRoute({
  getParentRoute: () => root,
  path: "/postings",
  validateSearch: (given: Record<string, unknown>): PostingsSearch => ({
    search: text(given["search"]),
    status: Array.isArray(given["status"]) ? (given["status"] as PostingStatus[]) : undefined,
    mine: given["mine"] === true ? true : undefined,
    fbAccountId: text(given["fbAccountId"]),
  }),
  ...page(() => import("../postings/postings.tsx"), "Postings", postingsWords, viewsWords),
});

const posting = createRoute({
  getParentRoute: () => root,
  path: "/postings/$id",
  ...page(() => import("../posting/posting.tsx"), "PostingPage", postingWords, postingsWords),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: "/import",
  ...page(() => import("../import/imports.tsx"), "Imports", importWords, feedsWords, heldWords),
});

export interface ReportSearch {
  all?: boolean | undefined;
}

const oneImport = createRoute({
  getParentRoute: () => root,
  path: "/import/$id",
  validateSearch: (given: Record<string, unknown>): ReportSearch => ({ all: given["all"] === true ? true : undefined }),
  ...page(() => import("../import/import.tsx"), "ImportPage", importWords, heldWords),
});

const feedRuns = createRoute({
  getParentRoute: () => root,
  path: "/import/feeds/$id",
  ...page(() => import("../feeds/runs.tsx"), "FeedRuns", feedsWords),
});

export interface ScheduleSearch {
  from?: string | undefined;
  view?: "agenda" | undefined;
  account?: string | undefined;
}

const schedule = createRoute({
  getParentRoute: () => root,
  path: "/schedule",
  validateSearch: (given: Record<string, unknown>): ScheduleSearch => ({
    from: /^\d{4}-\d\d-\d\d$/.exec(text(given["from"]) ?? "")?.[0],
    view: given["view"] === "agenda" ? "agenda" : undefined,
    account: text(given["account"]),
  }),
  ...page(() => import("../schedule/schedule.tsx"), "Schedule", scheduleWords),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: "/notices",
  ...page(() => import("../notices/notices.tsx"), "Notices", inAppWords),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: "/accounts",
  ...page(() => import("../accounts/accounts.tsx"), "Accounts", accountsWords),
});

export interface NumbersSearch {
  month?: string | undefined;
}

const numbers = createRoute({
  getParentRoute: () => root,
  path: "/numbers",
  validateSearch: (given: Record<string, unknown>): NumbersSearch => ({
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(String(given["month"])) ? String(given["month"]) : undefined,
  }),
  ...page(() => import("../numbers/numbers.tsx"), "NumbersPage", numbersWords),
});

export interface UsersSearch {
  search?: string | undefined;
  state?: "ACTIVE" | "INVITED" | "DEACTIVATED" | undefined;
}

const users = createRoute({
  getParentRoute: () => root,
  path: "/users",
  validateSearch: (given: Record<string, unknown>): UsersSearch => ({
    search: text(given["search"]),
    state: (["ACTIVE", "INVITED", "DEACTIVATED"] as const).find((state) => state === given["state"]),
  }),
  ...page(() => import("../users/users.tsx"), "Users", usersWords),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  ...page(() => import("../settings/settings.tsx"), "Settings", settingsWords),
});

const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/settings/me", replace: true });
  },
});

const myAccount = createRoute({
  getParentRoute: () => settings,
  path: "me",
  ...page(() => import("../settings/me.tsx"), "MyAccount", meWords),
});

const noticePreferences = createRoute({
  getParentRoute: () => settings,
  path: "notices",
  ...page(() => import("../settings/notices.tsx"), "NoticePreferences", noticesWords),
});

const dealership = createRoute({
  getParentRoute: () => settings,
  path: "dealership",
  ...page(() => import("../settings/dealership.tsx"), "DealershipSettings", dealershipWords),
});

const listingTexts = createRoute({
  getParentRoute: () => settings,
  path: "texts",
  ...page(() => import("../settings/texts.tsx"), "ListingTexts", textsWords),
});

const feedsOut = createRoute({
  getParentRoute: () => settings,
  path: "feeds-out",
  ...page(() => import("../settings/feeds-out.tsx"), "FeedsOut", feedsOutWords),
});

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: "keys",
  ...page(() => import("../settings/keys.tsx"), "ApiKeys", keysWords),
});

const webhooks = createRoute({
  getParentRoute: () => settings,
  path: "webhooks",
  ...page(() => import("../settings/webhooks.tsx"), "Webhooks", webhooksWords),
});

const deliveries = createRoute({
  getParentRoute: () => settings,
  path: "webhooks/$id",
  ...page(() => import("../settings/deliveries.tsx"), "Deliveries", webhooksWords),
});

export interface AuditSearch {
  userId?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const day = (value: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : undefined);

const audit = createRoute({
  getParentRoute: () => settings,
  path: "audit",
  validateSearch: (given: Record<string, unknown>): AuditSearch => ({
    userId: text(given["userId"]),
    action: text(given["action"]),
    subject: text(given["subject"]),
    from: day(given["from"]),
    to: day(given["to"]),
  }),
  ...page(() => import("../settings/audit.tsx"), "Audit", auditWords),
});

const allSettings = settings.addChildren([
  settingsStart,
  myAccount,
  noticePreferences,
  dealership,
  listingTexts,
  feedsOut,
  apiKeys,
  webhooks,
  deliveries,
  audit,
]);

const kit = createRoute({
  getParentRoute: () => root,
  path: "/_kit",
  ...(import.meta.env.DEV
    ? page(() => import("../kit/kit.tsx"), "Kit", inventoryWords, sessionWords, vehicleWords)
    : { component: () => null }),
});

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    inventory,
    newVehicle,
    vehicle,
    imports,
    oneImport,
    feedRuns,
    postings,
    posting,
    schedule,
    notices,
    accounts,
    numbers,
    users,
    allSettings,
    kit,
  ]),
  basepath: "/app",
  scrollRestoration: true,
  // A page that is there is shown, however short its loading was.
  defaultPendingMinMs: 0,
});

/** Begins to load what the page of the address shows. */
export function preloadPage(): void {
  const routes: Record<string, { options: { component?: { preload?: () => Promise<unknown> } } }> = router.routesById as never;
  // What fails here is asked for again when the page is shown.
  router
    .matchRoutes(router.latestLocation)
    .forEach(({ routeId }) => void routes[routeId as string]?.options.component?.preload?.()?.catch(() => undefined));
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
