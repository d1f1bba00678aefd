import { LIMITS, type Marked, type Scope, type Snapshot } from "./snapshot.ts";

const MARKED = "[data-vin], [data-vehicle], [data-vehicle-information], [data-vehicle-vin]";
const VIN = "[itemprop~='vehicleIdentificationNumber']";
const LISTED = "[itemprop~='itemListElement'], [itemprop~='isSimilarTo'], [itemprop~='isRelatedTo']";

/** Reads the page in which it runs. Nothing is written to it. */
export const read = (): Snapshot => readOf(document, location.href);

/** Reads a document. */
export function readOf(page: Document, address: string): Snapshot {
  const scripts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((script) => (script.textContent ?? "").slice(0, LIMITS.script));
  return {
    address,
    canonical: page.querySelector<HTMLLinkElement>("link[rel~='canonical']")?.href,
    jsonLd: scripts("script[type='application/ld+json' i]").slice(0, LIMITS.scripts),
    dataLayer: scripts("script:not([src])").find((script) => /\bDDC\b/.test(script) && /\bvehicles\b/.test(script)),
    marked: [...page.querySelectorAll<HTMLElement>(MARKED)].slice(0, LIMITS.marked).map(marked),
    microdata: [...page.querySelectorAll<HTMLElement>(VIN)].slice(0, LIMITS.scopes).map(scope),
    text: page.body.innerText.slice(0, LIMITS.text),
  };
}

function marked(element: HTMLElement): Marked {
  const link = element.closest<HTMLAnchorElement>("a[href]") ?? element.querySelector<HTMLAnchorElement>("a[href]");
  return {
    data: Object.fromEntries(
      [...element.attributes]
        .filter(({ name }) => name.startsWith("data-"))
        .slice(0, LIMITS.attributes)
        .map(({ name, value }) => [name.slice(5), value.slice(0, LIMITS.value)]),
    ),
    link: link?.href,
    photo: element.querySelector("img")?.src,
  };
}

function scope(vin: HTMLElement): Scope {
  const around = vin.closest("[itemscope]") ?? vin.parentElement ?? vin;
  const props = [...around.querySelectorAll<HTMLElement>("[itemprop]")].slice(0, LIMITS.attributes);
  return {
    listed: around.closest(LISTED) !== null,
    props: Object.fromEntries(
      props.flatMap((prop) =>
        (prop.getAttribute("itemprop") ?? "").split(/\s+/).map((name) => [name, valueOf(prop).slice(0, LIMITS.value)]),
      ),
    ),
  };
}

const valueOf = (prop: HTMLElement): string =>
  prop.getAttribute("content") ?? prop.getAttribute("src") ?? prop.getAttribute("href") ?? prop.textContent ?? "";
