import { api, body } from "../api/client.ts";
import { type Import, isOver, progressed } from "../api/imports.ts";
import { queries } from "../api/queries.ts";
import { refresh } from "../api/session.ts";
import { Gathering } from "./gathering.ts";

interface Frame {
  event: string;
  data: Record<string, unknown>;
  seq?: number;
}

export type Line = "connecting" | "live" | "broken";

const FIRST_PAUSE = 500;
// A service that is back must be seen within five seconds.
const LONGEST_PAUSE = 4_000;
const TICK = 2_000;
// A timer that is this late has slept with its machine.
const SLEPT = 10_000;

/**
 * The dealership's events. What they change is asked for anew; after a break the events that were
 * missed are sent first, and what is too old for that is loaded as a whole.
 */
export class LiveEvents {
  private socket: WebSocket | undefined;
  private seq: number | undefined;
  private pause = FIRST_PAUSE;
  private ended = false;
  private timer: number | undefined;
  private opening = 0;
  private readonly clock: number;
  private readonly changed = new Gathering((keys) =>
    Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  );
  private readonly tell: (line: Line) => void;
  private readonly wake = () => {
    if (document.visibilityState === "visible" && this.socket?.readyState !== WebSocket.OPEN) {
      this.again(0);
    }
  };
  // A socket that lost its network may stay open for minutes, and hear nothing.
  private readonly renew = () => {
    const old = this.socket;
    this.socket = undefined;
    old?.close();
    this.tell("connecting");
    this.again(0);
  };

  constructor(tell: (line: Line) => void) {
    this.tell = tell;
    window.addEventListener("online", this.renew);
    document.addEventListener("visibilitychange", this.wake);
    let last = Date.now();
    this.clock = window.setInterval(() => {
      const slept = Date.now() - last > SLEPT && document.visibilityState === "visible";
      last = Date.now();
      if (slept) {
        this.renew();
      }
    }, TICK);
    void this.open();
  }

  end(): void {
    this.ended = true;
    window.clearTimeout(this.timer);
    window.clearInterval(this.clock);
    window.removeEventListener("online", this.renew);
    document.removeEventListener("visibilitychange", this.wake);
    this.socket?.close();
  }

  private async open(): Promise<void> {
    if (this.ended) {
      return;
    }
    const turn = ++this.opening;
    try {
      const ticket = await body(api.POST("/v1/ws-tickets"));
      if (this.ended || turn !== this.opening) {
        return;
      }
      const address = new URL("/ws", location.href);
      address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
      address.searchParams.set("ticket", ticket.ticket);
      address.searchParams.set("after", String(this.seq ?? ticket.seq));
      this.seq ??= ticket.seq;
      this.listen(new WebSocket(address));
    } catch {
      if (turn === this.opening) {
        this.tell("broken");
        this.again(this.pause);
      }
    }
  }

  private listen(socket: WebSocket): void {
    this.socket = socket;
    socket.onopen = () => {
      this.pause = FIRST_PAUSE;
      this.tell("live");
      // What was asked for in vain meanwhile: no event will tell of it.
      void queries.invalidateQueries({ predicate: (query) => query.state.status === "error" });
    };
    socket.onmessage = (message) => this.hear(JSON.parse(message.data as string) as Frame);
    socket.onclose = (close) => {
      if (this.socket !== socket || this.ended) {
        return;
      }
      this.tell("broken");
      if (close.code === 4401) {
        refresh().then(
          (signedIn) => signedIn && this.again(0),
          () => this.again(this.pause),
        );
      } else {
        this.again(this.pause);
      }
    };
  }

  private again(after: number): void {
    window.clearTimeout(this.timer);
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
    this.timer = window.setTimeout(() => void this.open(), after);
  }

  private hear(frame: Frame): void {
    if (frame.seq !== undefined) {
      this.seq = frame.seq;
    }
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
    case "fleet":
      return [["postings"], ["calendar"]];
    default:
      return [];
  }
}
