package com.lotview.worker.marketplace.listings;

/** The status of a listing, by its own page and by the account's listings. */
public sealed interface Presence {

  /** It is public at this price. */
  record Live(long dollars) implements Presence {}

  /** It is marked as sold. */
  record Sold() implements Presence {}

  /** Neither its page nor the completely read list of the account's listings has it. */
  record Gone() implements Presence {}

  /** One of them could not be read, or they contradict each other. */
  record Unreadable(String reason) implements Presence {}
}
