/** An event of the dealership. */
export interface Frame {
  event: string;
  data: Record<string, unknown>;
  seq?: number;
}

export type Line = "connecting" | "live" | "broken";

/** What the line needs of its place. */
export interface Ends {
  /** The address of LotView. */
  server: string;
  ticket: () => Promise<{ ticket: string; seq: number }>;
  /** A new token; false if the person is signed out. */
  refresh: () => Promise<boolean>;
  hear: (frame: Frame) => void;
  tell: (line: Line) => void;
}

const FIRST_PAUSE = 500;
// A service that is back must be seen within five seconds.
const LONGEST_PAUSE = 4_000;
const TICK = 2_000;
// A timer that is this late has slept with its machine.
const SLEPT = 10_000;

/** The dealership's events. After a break, those that were missed are sent first. */
export class LiveLine {
  private socket: WebSocket | undefined;
  private seq: number | undefined;
  private pause = FIRST_PAUSE;
  private ended = false;
  private timer: number | undefined;
  private opening = 0;
  private readonly clock: number;
  private readonly ends: Ends;
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
    this.ends.tell("connecting");
    this.again(0);
  };

  constructor(ends: Ends) {
    this.ends = ends;
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
      const ticket = await this.ends.ticket();
      if (this.ended || turn !== this.opening) {
        return;
      }
      const address = new URL("/ws", this.ends.server);
      address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
      address.searchParams.set("ticket", ticket.ticket);
      address.searchParams.set("after", String(this.seq ?? ticket.seq));
      this.seq ??= ticket.seq;
      this.listen(new WebSocket(address));
    } catch {
      if (turn === this.opening) {
        this.ends.tell("broken");
        this.again(this.pause);
      }
    }
  }

  private listen(socket: WebSocket): void {
    this.socket = socket;
    socket.onopen = () => {
      this.pause = FIRST_PAUSE;
      this.ends.tell("live");
    };
    socket.onmessage = (message) => this.hear(JSON.parse(message.data as string) as Frame);
    socket.onclose = (close) => {
      if (this.socket !== socket || this.ended) {
        return;
      }
      this.ends.tell("broken");
      if (close.code === 4401) {
        this.ends.refresh().then(
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
    this.seq = frame.seq ?? this.seq;
    this.ends.hear(frame);
  }
}
