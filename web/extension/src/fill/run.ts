// In the form's page, in the extension's world: takes plan and photos from the panel, fills, answers; and passes on
// the id of the listing that the person publishes.
import { fill, type Look } from "./fill.ts";
import { listedIn, type FormNow, type FromForm, type Listed, type ToForm } from "./messages.ts";
import type { FillReport } from "./report.ts";
import { pause } from "./wait.ts";

export { fill };

const LOOK = 1000;
const TELLS = 30;

const photos: File[] = [];
let watching: number | undefined;

function file({ name, type, base64 }: { name: string; type: string; base64: string }): File {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new File([bytes], name, { type });
}

/** Tells when the form shows something else than before: a draft came back, or the person changed it. */
function watch(look: Look): void {
  clearInterval(watching);
  let last = "";
  watching = window.setInterval(() => {
    const now = look();
    const text = JSON.stringify(now);
    if (now === null || text === last) return;
    last = text;
    void show(now);
  }, LOOK);
}

const show = (filled: FillReport) =>
  chrome.runtime.sendMessage<FormNow>({ lotview: "form", filled }).catch(() => false);

/** Until the extension's worker has kept it: the browser may have stopped it in the middle. */
async function tell(listed: Listed | null): Promise<void> {
  if (listed === null) return;
  for (let i = 0; i < TELLS; i++) {
    if ((await chrome.runtime.sendMessage<Listed, boolean>(listed).catch(() => false)) === true) return;
    await pause(LOOK);
  }
}

function start(): void {
  let filling = false;
  chrome.runtime.onMessage.addListener((message: ToForm, sender, answer: (said: FromForm | true) => void) => {
    if (sender.id !== chrome.runtime.id || sender.tab !== undefined) return false;
    if (message.fill === "photo") {
      photos[message.place] = file(message);
      answer(true);
      return false;
    }
    if (message.fill !== "start") return false;
    if (filling) {
      answer({ busy: true });
      return false;
    }
    filling = true;
    clearInterval(watching);
    fill(message.plan, photos.slice(0, message.photos), watch)
      .then(
        (filled) => show(filled).then(() => answer({ filled })),
        (error: unknown) => answer({ error: String(error) }),
      )
      .finally(() => (filling = false));
    return true;
  });
  addEventListener("message", (event) => {
    if (event.source === window && event.origin === location.origin) void tell(listedIn(event.data));
  });
  // The site may go on to the listing's own page without loading another one; the person may have gone to any other.
  const look = setInterval(() => {
    const id = /^\/marketplace\/item\/(\d{1,25})/.exec(location.pathname)?.[1];
    if (id !== undefined) {
      clearInterval(look);
      void tell({ lotview: "listed", listingId: id, seen: true });
    }
  }, LOOK);
}

const world = globalThis as typeof globalThis & { lotviewFills?: boolean };
if (typeof chrome !== "undefined" && chrome.runtime?.id !== undefined && world.lotviewFills !== true) {
  world.lotviewFills = true;
  start();
}
