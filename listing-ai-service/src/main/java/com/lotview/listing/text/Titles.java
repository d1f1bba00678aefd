package com.lotview.listing.text;

import org.jspecify.annotations.Nullable;

/** Titles of the built-in writer: "2021 Toyota Camry SE: One Owner, Clean Title". */
final class Titles {
  private Titles() {}

  static String title(QuotableFacts facts, @Nullable String sellingPoint) {
    String name = shorten(facts.name());
    String point = sellingPoint;
    if (point == null && facts.mileage() != null) {
      point = Paragraphs.miles(facts.mileage());
    }
    if (point == null || facts.name().contains(point)) {
      return name;
    }
    String title = name + ": " + point;
    return title.length() <= ListingBrief.MAX_TITLE ? title : name;
  }

  private static String shorten(String name) {
    if (name.length() <= ListingBrief.MAX_TITLE) {
      return name;
    }
    int blank = name.lastIndexOf(' ', ListingBrief.MAX_TITLE);
    return name.substring(0, blank > 0 ? blank : ListingBrief.MAX_TITLE);
  }
}
