import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
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

const accounts = createRoute({
  getParentRoute: () => root,
  path: "/accounts",
  component: lazyRouteComponent(() => import("../accounts/accounts.tsx"), "Accounts"),
});

export const router = createRouter({
  routeTree: root.addChildren([today, inventory, vehicle, postings, posting, accounts]),
  basepath: "/app",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
