package com.lotview.worker.marketplace.listings;

/** How a listing stands, by its own page and by the account's listings. */
public sealed interface Presence {

  /** Everybody can see it, at this price. */
  record Live(long dollars) implements Presence {}

  /** It is marked as sold. */
  record Sold() implements Presence {}

  /** Neither its page nor the account's listings, read to their end, have it. */
  record Gone() implements Presence {}

  /** One of them could not be read, or they disagree; nothing follows from it. */
  record Unreadable(String reason) implements Presence {}
}
