import { samePage } from "../page/attributes.ts";
import { vinOf, vinsIn } from "../page/vin.ts";

const MARK = "data-lotview-button";
const MOST_CARDS = 100;
const STYLE =
  "all:initial;font:600 13px system-ui,sans-serif;padding:6px 12px;border-radius:6px;cursor:pointer;" +
  "background:#1b5fc1;color:#fff";

/** On the dealership's own site, where a person allowed it: a button on the vehicle's page, and one on each card. */
export function showButtons(): void {
  show();
  // Single-page sites change the page without loading it.
  (window as unknown as { navigation?: EventTarget }).navigation?.addEventListener("navigatesuccess", show);
}

function show(): void {
  document.querySelectorAll(`[${MARK}]`).forEach((old) => old.remove());
  const [vin] = vinsIn(location.href);
  const cards = [...document.querySelectorAll<HTMLElement>("[data-vin]")].slice(0, MOST_CARDS);
  if (vin !== undefined || cards.some((card) => !leadsElsewhere(card))) {
    document.body.append(button("position:fixed;right:16px;bottom:16px;z-index:2147483647", undefined));
  }
  for (const card of cards.filter(leadsElsewhere)) {
    card.append(button("display:block;margin:6px 0", vinOf(card.dataset["vin"])));
  }
}

function leadsElsewhere(card: HTMLElement): boolean {
  const link = card.closest<HTMLAnchorElement>("a[href]") ?? card.querySelector<HTMLAnchorElement>("a[href]");
  return link !== null && !samePage(link.href, location.href);
}

/** In a closed tree of its own: the page's styles and scripts do not reach it. */
function button(place: string, vin: string | undefined): HTMLElement {
  const host = document.createElement("span");
  host.setAttribute(MARK, "");
  host.style.cssText = place;
  const press = document.createElement("button");
  press.style.cssText = STYLE;
  press.textContent = chrome.i18n.getMessage("siteButton");
  press.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation();
    // A page's script can dispatch a click; only a person's opens anything.
    if (event.isTrusted) {
      void chrome.runtime.sendMessage({ kind: "press", vin });
    }
  });
  host.attachShadow({ mode: "closed" }).append(press);
  return host;
}
