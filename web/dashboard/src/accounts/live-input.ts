import type { LiveBrowser } from "./live-browser.ts";

/** A character that is always in the field, so that deleting it can be noticed on a phone. */
const MARK = "\u200b";
const MODIFIER_KEYS = ["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"];
const NO_KEYS = ["Process", "Unidentified", "Dead"];
const LEAST_DRAG = 10;

/** Hands the browser what is typed, clicked and scrolled in the field. F6 leaves it. Returns how to stop. */
export function listen(field: HTMLTextAreaElement, browser: LiveBrowser, leave: () => void): () => void {
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    hear: (event: HTMLElementEventMap[K]) => void,
    passive?: boolean,
  ) => field.addEventListener(type, hear, { signal: stop.signal, ...(passive === undefined ? {} : { passive }) });

  pointers(field, browser, on);
  keys(field, browser, on, leave);
  field.value = MARK;
  return () => {
    stop.abort();
    field.value = "";
  };
}

type On = <K extends keyof HTMLElementEventMap>(
  type: K,
  hear: (event: HTMLElementEventMap[K]) => void,
  passive?: boolean,
) => void;

function modifiers(event: MouseEvent | KeyboardEvent): number {
  const graph = event.getModifierState("AltGraph");
  return (
    (event.altKey && !graph ? 1 : 0) |
    (event.ctrlKey && !graph ? 2 : 0) |
    (event.metaKey ? 4 : 0) |
    (event.shiftKey ? 8 : 0)
  );
}

function pointers(field: HTMLTextAreaElement, browser: LiveBrowser, on: On): void {
  let moved: Parameters<LiveBrowser["send"]>[0] | undefined;
  let finger: { x: number; y: number; dragged: boolean } | undefined;
  const flush = () => {
    if (moved !== undefined) {
      browser.send(moved);
    }
    moved = undefined;
  };
  const button = (t: "down" | "up", event: MouseEvent) =>
    browser.send({
      t,
      ...browser.place(event),
      b: event.button,
      n: event.detail || 1,
      held: event.buttons & 7,
      m: modifiers(event),
    });
  on("mousemove", (event) => {
    // One per picture is enough.
    if (moved === undefined) {
      requestAnimationFrame(flush);
    }
    moved = { t: "move", ...browser.place(event), held: event.buttons & 7, m: modifiers(event) };
  });
  on("mousedown", (event) => {
    flush();
    field.focus({ preventScroll: true });
    button("down", event);
    event.preventDefault();
  });
  on("mouseup", (event) => button("up", event));
  on("contextmenu", (event) => event.preventDefault());
  on(
    "wheel",
    (event) => {
      const unit = event.deltaMode === 1 ? 40 : 1;
      browser.send({
        t: "wheel",
        ...browser.place(event),
        dx: event.deltaX * unit,
        dy: event.deltaY * unit,
        m: modifiers(event),
      });
      event.preventDefault();
    },
    false,
  );
  // Fingers: a tap is a click, a drag scrolls.
  on("pointerdown", (event) => {
    if (event.pointerType === "touch" && event.isPrimary) {
      finger = { x: event.clientX, y: event.clientY, dragged: false };
    }
  });
  on("pointermove", (event) => {
    if (event.pointerType !== "touch" || finger === undefined || !event.isPrimary) {
      return;
    }
    const dx = finger.x - event.clientX;
    const dy = finger.y - event.clientY;
    if (finger.dragged || Math.hypot(dx, dy) >= LEAST_DRAG) {
      const scale = browser.scale();
      browser.send({ t: "wheel", ...browser.place(event), dx: dx * scale, dy: dy * scale, m: 0 });
      finger = { x: event.clientX, y: event.clientY, dragged: true };
    }
  });
  on("pointerup", () => {
    finger = undefined;
  });
}

// Keys go as keys; what has no key of its own (a phone, an accent, a paste) goes as text.
function keys(field: HTMLTextAreaElement, browser: LiveBrowser, on: On, leave: () => void): void {
  const noKey = (event: KeyboardEvent) => event.isComposing || NO_KEYS.includes(event.key);
  const press = (d: boolean, event: KeyboardEvent) =>
    browser.send({ t: "key", d, key: event.key, code: event.code, m: modifiers(event) });
  const typed = () => {
    const text = field.value.replaceAll(MARK, "");
    if (text !== "") {
      browser.send({ t: "text", s: text });
    } else if (field.value === "") {
      browser.send({ t: "key", d: true, key: "Backspace", code: "Backspace", m: 0 });
      browser.send({ t: "key", d: false, key: "Backspace", code: "Backspace", m: 0 });
    }
    field.value = MARK;
  };
  on("keydown", (event) => {
    // No key that is typed here is one of the dashboard's.
    event.stopPropagation();
    const m = modifiers(event);
    if (event.key === "F6") {
      leave();
      event.preventDefault();
    } else if (!noKey(event) && !((m & 6) !== 0 && event.key.toLowerCase() === "v") && !/^F\d+$/.test(event.key)) {
      press(true, event);
      if (!MODIFIER_KEYS.includes(event.key)) {
        event.preventDefault();
      }
    }
  });
  on("keyup", (event) => {
    if (!noKey(event) && !/^F\d+$/.test(event.key)) {
      press(false, event);
    }
  });
  on("input", (event) => (event as InputEvent).isComposing || typed());
  on("compositionend", typed);
  on("paste", (event) => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (text !== "") {
      browser.send({ t: "text", s: text });
    }
    event.preventDefault();
  });
}
