import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import type { PostingStatus } from "../api/client.ts";
import { Shell } from "./shell.tsx";

const root = createRootRoute({ component: Shell });

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const today = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("../today/today.tsx"), "Today"),
});

export interface InventorySearch {
  search?: string | undefined;
  posting?: string | undefined;
  postable?: boolean | undefined;
  sort?: string | undefined;
}

const inventory = createRoute({
  getParentRoute: () => root,
  path: "/inventory",
  validateSearch: (given: Record<string, unknown>): InventorySearch => ({
    search: text(given["search"]),
    posting: text(given["posting"]),
    postable: given["postable"] === false ? false : undefined,
    sort: text(given["sort"]),
  }),
  component: lazyRouteComponent(() => import("../inventory/inventory.tsx"), "Inventory"),
});

const vehicle = createRoute({
  getParentRoute: () => root,
  path: "/inventory/$id",
  component: lazyRouteComponent(() => import("../vehicle/vehicle.tsx"), "VehiclePage"),
});

export interface PostingsSearch {
  search?: string | undefined;
  status?: PostingStatus[] | undefined;
  mine?: boolean | undefined;
}

const postings = createRoute({
  getParentRoute: () => root,
  path: "/postings",
  validateSearch: (given: Record<string, unknown>): PostingsSearch => ({
    search: text(given["search"]),
    status: Array.isArray(given["status"]) ? (given["status"] as PostingStatus[]) : undefined,
    mine: given["mine"] === true ? true : undefined,
  }),
  component: lazyRouteComponent(() => import("../postings/postings.tsx"), "Postings"),
});

const posting = createRoute({
  getParentRoute: () => root,
  path: "/postings/$id",
  component: lazyRouteComponent(() => import("../posting/posting.tsx"), "PostingPage"),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: "/import",
  component: lazyRouteComponent(() => import("../import/imports.tsx"), "Imports"),
});

export interface ReportSearch {
  all?: boolean | undefined;
}

const oneImport = createRoute({
  getParentRoute: () => root,
  path: "/import/$id",
  validateSearch: (given: Record<string, unknown>): ReportSearch => ({ all: given["all"] === true ? true : undefined }),
  component: lazyRouteComponent(() => import("../import/import.tsx"), "ImportPage"),
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
  component: lazyRouteComponent(() => import("../schedule/schedule.tsx"), "Schedule"),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: "/accounts",
  component: lazyRouteComponent(() => import("../accounts/accounts.tsx"), "Accounts"),
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
  component: lazyRouteComponent(() => import("../numbers/numbers.tsx"), "NumbersPage"),
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
  component: lazyRouteComponent(() => import("../users/users.tsx"), "Users"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("../settings/settings.tsx"), "Settings"),
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
  component: lazyRouteComponent(() => import("../settings/me.tsx"), "MyAccount"),
});

const noticePreferences = createRoute({
  getParentRoute: () => settings,
  path: "notices",
  component: lazyRouteComponent(() => import("../settings/notices.tsx"), "NoticePreferences"),
});

const dealership = createRoute({
  getParentRoute: () => settings,
  path: "dealership",
  component: lazyRouteComponent(() => import("../settings/dealership.tsx"), "DealershipSettings"),
});

const listingTexts = createRoute({
  getParentRoute: () => settings,
  path: "texts",
  component: lazyRouteComponent(() => import("../settings/texts.tsx"), "ListingTexts"),
});

const feedsOut = createRoute({
  getParentRoute: () => settings,
  path: "feeds-out",
  component: lazyRouteComponent(() => import("../settings/feeds-out.tsx"), "FeedsOut"),
});

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: "keys",
  component: lazyRouteComponent(() => import("../settings/keys.tsx"), "ApiKeys"),
});

const webhooks = createRoute({
  getParentRoute: () => settings,
  path: "webhooks",
  component: lazyRouteComponent(() => import("../settings/webhooks.tsx"), "Webhooks"),
});

const deliveries = createRoute({
  getParentRoute: () => settings,
  path: "webhooks/$id",
  component: lazyRouteComponent(() => import("../settings/deliveries.tsx"), "Deliveries"),
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
  component: lazyRouteComponent(() => import("../settings/audit.tsx"), "Audit"),
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
  component: import.meta.env.DEV ? lazyRouteComponent(() => import("../kit/kit.tsx"), "Kit") : () => null,
});

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    inventory,
    vehicle,
    imports,
    oneImport,
    postings,
    posting,
    schedule,
    accounts,
    numbers,
    users,
    allSettings,
    kit,
  ]),
  basepath: "/app",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
