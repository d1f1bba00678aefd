package com.lotview.form.mapping;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of the vehicle says about a closed set of values, as the inventory service read it
 * when the vehicle was stored.
 *
 * @param value the one that it says; null if it says none, or several that exclude each other
 * @param both those that exclude each other
 * @param column where it was read
 * @param cell what stands there
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reading(
    @Nullable String value,
    @Nullable List<String> not,
    @Nullable List<String> both,
    String column,
    String cell) {

  /** Why there is no value, for a person. */
  String why() {
    if (both != null) {
      return "it says " + String.join(" and ", both) + (both.size() == 1 ? " and denies it" : "");
    }
    return not == null
        ? "it says none of the form's choices"
        : "it says not " + String.join(", not ", not);
  }
}
