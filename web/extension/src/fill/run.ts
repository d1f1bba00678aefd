// In the form's page, in the extension's world: takes plan and photos from the panel, fills, answers; and passes on
// the id of the listing that the person publishes.
import { fill } from "./fill.ts";
import { listedIn, type FromForm, type Listed, type ToForm } from "./messages.ts";

export { fill };

const photos: File[] = [];

function file({ name, type, base64 }: { name: string; type: string; base64: string }): File {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new File([bytes], name, { type });
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
    if (message.fill !== "start" || filling) return false;
    filling = true;
    fill(message.plan, photos.slice(0, message.photos))
      .then((filled) => answer({ filled }), (error: unknown) => answer({ error: String(error) }))
      .finally(() => (filling = false));
    return true;
  });
  const tell = (listed: Listed | null) => {
    if (listed !== null) void chrome.runtime.sendMessage(listed);
  };
  addEventListener("message", (event) => {
    if (event.source === window && event.origin === location.origin) tell(listedIn(event.data));
  });
  // The site may go on to the listing's own page without loading another one.
  const look = setInterval(() => {
    const id = /^\/marketplace\/item\/(\d{1,25})/.exec(location.pathname)?.[1];
    if (id !== undefined) {
      clearInterval(look);
      tell({ lotview: "listed", listingId: id });
    }
  }, 1000);
}

const world = globalThis as typeof globalThis & { lotviewFills?: boolean };
if (typeof chrome !== "undefined" && chrome.runtime?.id !== undefined && world.lotviewFills !== true) {
  world.lotviewFills = true;
  start();
}
