package com.lotview.posting.posting.progress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A listing's address on the marketplace, and the id in it. */
public record ListingAddress(String id, String url) {
  // Without encryption only on this machine: the stand-in of the marketplace.
  private static final Pattern FORM =
      Pattern.compile(
          "(?<url>(https://[A-Za-z0-9.-]+(:\\d{1,5})?|http://(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?)"
              + "/marketplace/item/(?<id>\\d{1,25}))/?([?#].{0,2000})?");

  /** Reads an address as a browser shows it; empty if it is not one of a listing. */
  public static Optional<ListingAddress> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(new ListingAddress(form.group("id"), form.group("url")))
        : Optional.empty();
  }
}
