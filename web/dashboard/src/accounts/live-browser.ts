import { type Schemas, api, body } from "../api/client.ts";
import { ApiProblem } from "@lotview/shared/src/problem.ts";

export type LiveState = "WAITING" | "OPENING" | "OPEN" | "SIGNED_IN" | "FAILED" | "CANCELLED" | "LOST";

export interface Told {
  state: LiveState;
  /** What the server says of it. */
  reason?: string | undefined;
  /** The site that the browser shows. */
  site?: string | undefined;
}

type Sent = Record<string, string | number | boolean>;

const LOOK_AGAIN = 2_000;

/** A browser of LotView, reached by a ticket: shows it on a canvas and hands it keys and clicks. Keeps nothing. */
export class LiveBrowser {
  private readonly ticket: string;
  private readonly canvas: HTMLCanvasElement;
  private readonly tell: (told: Told) => void;
  private socket: WebSocket | undefined;
  private page = { width: 1, height: 1 };
  private drawing = Promise.resolve();
  private over = false;
  private timer: number | undefined;

  constructor(view: Schemas["LiveView"], canvas: HTMLCanvasElement, tell: (told: Told) => void) {
    this.ticket = view.ticket;
    this.canvas = canvas;
    this.tell = tell;
    // A view that is closed at once must not use up its ticket.
    this.timer = window.setTimeout(() => void this.look());
  }

  close(): void {
    this.over = true;
    window.clearTimeout(this.timer);
    this.socket?.close();
  }

  send(message: Sent): void {
    if (!this.over && this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
    }
  }

  /** Where on the page a point of the screen is. */
  place(event: { clientX: number; clientY: number }): { x: number; y: number } {
    const box = this.canvas.getBoundingClientRect();
    return {
      x: Math.round(((event.clientX - box.left) / box.width) * this.page.width * 10) / 10,
      y: Math.round(((event.clientY - box.top) / box.height) * this.page.height * 10) / 10,
    };
  }

  /** How many pixels of the page one of the screen is. */
  scale(): number {
    return this.page.width / this.canvas.getBoundingClientRect().width;
  }

  private end(told: Told): void {
    this.close();
    this.tell(told);
  }

  private async look(): Promise<void> {
    try {
      const answer = await body(api.POST("/v1/live/look", { body: { ticket: this.ticket } }));
      if (this.over) {
        return;
      }
      if (answer.state === "OPEN") {
        this.connect();
      } else if (answer.state === "WAITING") {
        this.tell({ state: "WAITING" });
        this.again();
      } else {
        this.end({ state: answer.state as LiveState, reason: answer.reason ?? undefined });
      }
    } catch (error) {
      if (error instanceof ApiProblem && !error.unanswered && error.status < 500) {
        this.end({ state: "LOST", reason: error.message });
      } else {
        this.again();
      }
    }
  }

  private again(): void {
    if (!this.over) {
      this.timer = window.setTimeout(() => void this.look(), LOOK_AGAIN);
    }
  }

  private connect(): void {
    this.tell({ state: "OPENING" });
    const address = new URL("/v1/live/socket", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    address.searchParams.set("ticket", this.ticket);
    const socket = new WebSocket(address);
    socket.binaryType = "arraybuffer";
    socket.onmessage = (message) =>
      typeof message.data === "string"
        ? this.hear(JSON.parse(message.data) as Record<string, string>)
        : this.draw(message.data as ArrayBuffer);
    socket.onclose = () => this.over || this.end({ state: "LOST" });
    this.socket = socket;
  }

  private hear(message: Record<string, string>): void {
    switch (message["type"]) {
      case "ready":
        this.tell({ state: "OPEN", site: message["site"] });
        break;
      case "notice":
        this.tell({ state: "OPEN", reason: message["text"] });
        break;
      case "ended":
        this.end({ state: message["state"] as LiveState, reason: message["reason"] });
        break;
    }
  }

  private draw(data: ArrayBuffer): void {
    this.drawing = this.drawing
      .then(async () => {
        const size = new DataView(data);
        this.page = { width: size.getUint16(0) || 1, height: size.getUint16(2) || 1 };
        const picture = await createImageBitmap(new Blob([new Uint8Array(data, 4)], { type: "image/jpeg" }));
        if (this.canvas.width !== picture.width || this.canvas.height !== picture.height) {
          this.canvas.width = picture.width;
          this.canvas.height = picture.height;
        }
        this.canvas.getContext("2d", { alpha: false })?.drawImage(picture, 0, 0);
        picture.close();
      })
      .catch(() => undefined)
      .finally(() => this.send({ t: "ack" }));
  }
}
