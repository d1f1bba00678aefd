package com.lotview.inventory.meaning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a vehicle about one kind, and where it was read. At most one of the three is
 * there.
 *
 * @param value what the cell says
 * @param not what it denies, if it says nothing else
 * @param both values that exclude each other; none of them may be used
 * @param column name of the column, or of the field in a request
 * @param cell what stands there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
    @Nullable String value,
    @Nullable List<String> not,
    @Nullable List<String> both,
    String column,
    String cell) {
  private static final int LONGEST_CELL = 200;

  public Reading {
    not = not == null ? null : List.copyOf(not);
    both = both == null ? null : List.copyOf(both);
    cell = cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL);
  }

  /** Why there is no value, for a person: "says ELECTRIC and GASOLINE". */
  public String says() {
    if (value != null) {
      return "says " + value;
    }
    return both != null
        ? "says " + String.join(" and ", both) + (both.size() == 1 ? " and denies it" : "")
        : "says not " + String.join(", not ", not == null ? List.of() : not);
  }

  /** A value with its source. */
  public static Reading of(String value, String column, String cell) {
    return new Reading(value, null, null, column, cell);
  }

  /** The answer with its source; null if it says nothing. */
  static @Nullable Reading of(Answer answer, String column, String cell) {
    return switch (answer) {
      case Answer.Says(String value) -> new Reading(value, null, null, column, cell);
      case Answer.SaysNot(Set<String> values) ->
          new Reading(null, sorted(values), null, column, cell);
      case Answer.SaysBoth(Set<String> values) ->
          new Reading(null, null, sorted(values), column, cell);
      case Answer.SaysNothing() -> null;
    };
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }
}
