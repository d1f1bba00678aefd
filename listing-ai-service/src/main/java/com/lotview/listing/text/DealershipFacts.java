package com.lotview.listing.text;

import org.jspecify.annotations.Nullable;

/**
 * The dealership as a text names it.
 *
 * @param texts its own parts of a text; null if it has none
 */
public record DealershipFacts(
    String name,
    @Nullable String city,
    @Nullable String state,
    @Nullable String phone,
    @Nullable DealershipTexts texts) {

  /** A dealership without texts of its own. */
  public DealershipFacts(
      String name, @Nullable String city, @Nullable String state, @Nullable String phone) {
    this(name, city, state, phone, null);
  }

  /** Its own parts of a text. */
  public DealershipTexts own() {
    return texts == null ? DealershipTexts.NONE : texts;
  }
}
