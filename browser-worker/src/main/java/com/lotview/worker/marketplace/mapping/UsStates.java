package com.lotview.worker.marketplace.mapping;

import com.lotview.worker.marketplace.page.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Places in the United States, with prices in dollars and distances in miles. */
final class UsStates {

  private final Map<String, String> byCode = new HashMap<>();

  UsStates() {
    for (String line : Texts.lines("/marketplace/us-states.csv").lines().toList()) {
      byCode.put(line.substring(0, 2), line.substring(3));
    }
  }

  /** The full name of a state's code; the text itself if it is no code. */
  String full(String state) {
    return byCode.getOrDefault(state.toUpperCase(Locale.ROOT), state);
  }

  /** Whether a place, {@code City, State}, is in the United States. */
  boolean hold(String place) {
    String state = place.substring(place.indexOf(',') + 1).strip();
    return byCode.values().stream().anyMatch(state::equalsIgnoreCase);
  }

  /** The spellings of the place: with the state's name or its code. */
  List<String> spellings(String place) {
    int comma = place.indexOf(',');
    String state = place.substring(comma + 1).strip();
    return byCode.entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(state))
        .findFirst()
        .map(entry -> List.of(place, place.substring(0, comma) + ", " + entry.getKey()))
        .orElse(List.of(place));
  }
}
