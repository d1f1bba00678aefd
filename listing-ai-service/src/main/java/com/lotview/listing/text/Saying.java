package com.lotview.listing.text;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stock's statement about one closed set of values, and its source.
 *
 * @param value the value that is affirmed; null if none is
 * @param not the values that are denied
 * @param both the values that contradict each other in the stock
 * @param column the column that it comes from
 * @param cell the cell as it was written
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Saying(
    @Nullable String value,
    @Nullable List<String> not,
    @Nullable List<String> both,
    @Nullable String column,
    @Nullable String cell) {

  public Saying {
    not = not == null ? null : List.copyOf(not);
    both = both == null ? null : List.copyOf(both);
  }

  /** A value that is affirmed by a cell. */
  public static Saying of(String value, String column, String cell) {
    return new Saying(value, null, null, column, cell);
  }
}
