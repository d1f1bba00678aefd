/** What was read of a page: its raw pieces, capped, as the page has them. Hostile until it is recognised. */
export interface Snapshot {
  address: string;
  canonical: string | undefined;
  /** The texts of the scripts of type application/ld+json. */
  jsonLd: string[];
}
