import { type Frame, type Line, LiveLine } from "@lotview/shared/src/live-line.ts";
import { type Api, body } from "./api.ts";
import { accessToken, refresh } from "./token.ts";

/** The dealership's events, in a panel: the extension's worker is stopped by the browser after half a minute. */
export const liveLine = (
  server: string,
  api: Api,
  hear: (frame: Frame) => void,
  tell: (line: Line) => void,
): LiveLine =>
  new LiveLine({
    server,
    ticket: () => body(api.POST("/v1/ws-tickets")),
    refresh: async () => refresh(server, await accessToken()),
    hear,
    tell,
  });
