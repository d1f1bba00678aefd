import type { Snapshot } from "./snapshot.ts";

const LONGEST = 200_000;
const MOST = 50;

/** Reads the page in which it runs. Nothing is written to it. */
export function read(): Snapshot {
  return {
    address: location.href,
    canonical: document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href,
    jsonLd: [...document.querySelectorAll("script[type='application/ld+json' i]")]
      .slice(0, MOST)
      .map((script) => (script.textContent ?? "").slice(0, LONGEST)),
  };
}
