import { addButton, hasButton, removeButton } from "../session/site.ts";
import { t } from "../text/text.ts";
import { useAnswer } from "./answer.ts";
import type { Place } from "./place.ts";

/** Offers the button in the pages of the dealership's own site. */
export function SiteButton({ place, address }: { place: Place; address: string }) {
  const site = ownSite(address, place.me.dealership.website, place.server);
  const has = useAnswer(async () => site !== undefined && (await hasButton(site.origin)), [site?.origin]);
  if (site === undefined || has.data === undefined) {
    return null;
  }
  const { origin, host } = site;
  const change = (wanted: boolean) => void (wanted ? addButton(origin) : removeButton(origin)).then(has.again);
  return (
    <label class="choice soft">
      <input type="checkbox" name="site" checked={has.data} onChange={(event) => change(event.currentTarget.checked)} />
      {t("site.allow", { site: host })}
    </label>
  );
}

/** The site of an address, if it is the dealership's. */
export function ownSite(address: string, website: string | null, server: string): URL | undefined {
  const plain = (url: URL) => url.host.replace(/^www\./, "");
  try {
    const url = new URL(address);
    const own = new URL(website ?? "");
    return /^https?:$/.test(url.protocol) && plain(url) === plain(own) && url.origin !== server ? url : undefined;
  } catch {
    return undefined;
  }
}
