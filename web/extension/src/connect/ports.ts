import type { Place } from "../panel/place.ts";
import { body } from "../session/api.ts";
import type { Ports } from "./connect.ts";
import { seal } from "./seal.ts";
import { allow, readSession } from "./site.ts";

const LOOK_AGAIN = 2_000;

/** The browser and the server as they are. */
export const portsOf = ({ api, me }: Place, site: string): Ports => ({
  allow: () => allow(site),
  read: () => readSession(site),
  seal,
  dealershipId: me.dealership.id,
  key: () => body(api.GET("/v1/fb-accounts/session-key")),
  begin: (label, owner) => body(api.POST("/v1/fb-accounts/sealings", { body: { label, owner } })),
  deliver: (id, keyId, sealedSession) =>
    body(
      api.PUT("/v1/fb-accounts/sealings/{id}/session", { params: { path: { id } }, body: { keyId, sealedSession } }),
    ),
  account: (id) => body(api.GET("/v1/fb-accounts/{id}", { params: { path: { id } } })),
  pause: () => new Promise((then) => setTimeout(then, LOOK_AGAIN)),
});
