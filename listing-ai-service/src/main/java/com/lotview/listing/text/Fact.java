package com.lotview.listing.text;

import org.jspecify.annotations.Nullable;

/**
 * A fact that a text may state, and its source in the stock.
 *
 * @param name the field or kind, for example {@code mileage} or {@code owners}
 * @param column the column of the stock; null if only the field is known
 * @param cell the cell as it was written
 */
public record Fact(String name, String value, @Nullable String column, @Nullable String cell) {

  public static Fact field(String name, String value) {
    return new Fact(name, value, null, null);
  }
}
