import { type Frame, type Line, LiveLine } from "@lotview/shared/src/live-line.ts";
import { api, body } from "../api/client.ts";
import { type Import, isOver, progressed } from "../api/imports.ts";
import { queries, showVehicle } from "../api/queries.ts";
import { refresh } from "../api/session.ts";
import { Gathering } from "./gathering.ts";

/**
 * The dealership's events. What they change is asked for anew; what was missed and is too old to be sent is loaded as a
 * whole.
 */
export class LiveEvents {
  private readonly changed = new Gathering(async (keys) => {
    const [vehicle, ...others] = keys.filter(([of, one]) => of === "vehicles" && one === "one");
    if (vehicle !== undefined && others.length === 0) {
      await showVehicle(String(vehicle[2])).catch(() => undefined);
    }
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  });
  private readonly line: LiveLine;

  constructor(tell: (line: Line) => void) {
    this.line = new LiveLine({
      server: location.origin,
      ticket: () => body(api.POST("/v1/ws-tickets")),
      refresh,
      hear: (frame) => this.hear(frame),
      tell: (line) => {
        tell(line);
        if (line === "live") {
          // What was asked for in vain meanwhile: no event will tell of it.
          void queries.invalidateQueries({ predicate: (query) => query.state.status === "error" });
        }
      },
    });
  }

  end(): void {
    this.line.end();
  }

  private hear(frame: Frame): void {
    if (frame.event === "resync") {
      void queries.invalidateQueries();
      return;
    }
    if (frame.event === "import.progress") {
      progressed(frame.data);
    }
    this.changed.add(keysOf(frame));
  }
}

/** The questions whose answers an event has changed. */
export function keysOf(frame: Frame): (readonly unknown[])[] {
  const { event } = frame;
  const changed = dataOf(frame);
  return RAISES.test(event) ? [...changed, ["notices"]] : changed;
}

// What a person may be told of: as it is raised with the event, it is there when the event is heard.
const RAISES = /^(posting\..*(failed|needs_)|listing\.|removals\.|account|session|fleet\.|stockfeed\.|webhook)/;

function dataOf(frame: Frame): (readonly unknown[])[] {
  const { event, data } = frame;
  const of = event.split(".")[0];
  const postingId = data["postingId"];
  const vehicleId = data["vehicleId"];
  switch (of) {
    case "posting":
    case "listing":
    case "removals":
    case "bulk":
      return [
        ["postings", "list"],
        ["postings", "counts"],
        ...(postingId === undefined ? [] : [["postings", "one", postingId]]),
        // The vehicle's row shows its latest posting.
        ...(event === "posting.progress" ? [] : [["vehicles", "list"], ["calendar"]]),
        ...(event === "posting.completed" || event === "posting.failed" ? [["numbers"]] : []),
        ...(vehicleId === undefined || event === "posting.progress" ? [] : [["vehicles", "one", vehicleId]]),
      ];
    case "vehicle":
      return [["vehicles", "list"], ["vehicles", "one", vehicleId]];
    case "import":
      return isOver(data as unknown as Import) ? [["imports"], ["vehicles", "list"]] : [];
    case "account":
    case "session":
      return [["accounts"], ["calendar"]];
    case "stockfeed":
      return [["stock-feeds"]];
    case "fleet":
      return [["postings"], ["calendar"]];
    default:
      return [];
  }
}
