package com.lotview.listing.text;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the stock says of one closed set of values, and where it says so.
 *
 * @param value the value that is affirmed; null if none is
 * @param not the values that are denied
 * @param both the values between which the stock does not decide
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
