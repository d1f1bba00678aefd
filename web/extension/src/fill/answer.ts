// Runs in the page's own world, because only there the site's answers can be read: looks for the id of the listing
// that the person has just published, and tells nothing else.
const CREATED =
  /"marketplace_listing_create"\s*:\s*\{.*?"listing"\s*:\s*\{[^{}]*?"id"\s*:\s*(?:"(\d{1,25})"|(\d{1,25})\s*[,}])/s;

/** The id in an answer of the site; null if it names none. */
export function listingIn(body: string): string | null {
  const found = CREATED.exec(body);
  return found?.[1] ?? found?.[2] ?? null;
}

function tell(body: string): void {
  const listingId = listingIn(body);
  if (listingId !== null) window.postMessage({ lotview: "listed", listingId }, location.origin);
}

/** Listens to the answers of this page from now on; once is enough. */
export function listen(): void {
  const page = window as Window & { lotviewListens?: boolean };
  if (page.lotviewListens === true) return;
  page.lotviewListens = true;
  const ask = window.fetch;
  window.fetch = async (...request: Parameters<typeof fetch>) => {
    const answer = await ask(...request);
    answer.clone().text().then(tell, () => undefined);
    return answer;
  };
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
    this.addEventListener("load", () => {
      if (this.responseType === "" || this.responseType === "text") tell(this.responseText);
    });
    send.call(this, body);
  };
}
