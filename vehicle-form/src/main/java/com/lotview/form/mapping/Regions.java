package com.lotview.form.mapping;

import com.lotview.contracts.Market;
import com.lotview.form.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * States and provinces that dealers write by their codes, by country: the site suggests places with
 * their full names. Codes are those of the post of each country.
 */
final class Regions {
  private final Map<String, Map<String, String>> byCountry = new HashMap<>();

  Regions() {
    for (String line : Texts.lines("/vehicle-form/regions.csv").lines().toList()) {
      String[] cells = line.split(",", 3);
      byCountry.computeIfAbsent(cells[0], country -> new HashMap<>()).put(cells[1], cells[2]);
    }
  }

  /** The full name of a code of that country; the text itself if it is no code. */
  String full(String region, String country) {
    return byCountry
        .getOrDefault(country, Map.of())
        .getOrDefault(region.toUpperCase(Locale.ROOT), region);
  }

  /** Whether a place, {@code City, State}, is in the United States. */
  boolean isAmerican(String place) {
    String state = place.substring(place.indexOf(',') + 1).strip();
    return byCountry.getOrDefault(Market.US.country(), Map.of()).values().stream()
        .anyMatch(state::equalsIgnoreCase);
  }

  /** The spellings of the place: with the region's name or its code. */
  List<String> spellings(String place) {
    int comma = place.indexOf(',');
    String region = place.substring(comma + 1).strip();
    return Stream.concat(
            Stream.of(place),
            byCountry.values().stream()
                .flatMap(regions -> regions.entrySet().stream())
                .filter(entry -> entry.getValue().equalsIgnoreCase(region))
                .map(entry -> place.substring(0, comma) + ", " + entry.getKey()))
        .toList();
  }
}
