package com.lotview.faults.system;

import java.util.List;
import java.util.Map;

/**
 * The site's appearance to an account: every cell gets another country and another way in which a
 * listing's page may hide whose listing it is. On the American pages alone no look ever failed.
 *
 * @param variant country and language
 * @param choices values of the site's choices
 */
public record SiteFace(String variant, Map<String, String> choices) {
  private static final List<String> VARIANTS =
      List.of("us", "id", "uk", "es", "us-2024", "bo", "ie", "us-text-make", "au");

  private static final List<Map<String, String>> CHOICES =
      List.of(
          Map.of(),
          Map.of("item.description", "seeMore"),
          Map.of("item.description", "unfamiliar"),
          Map.of("item.language", "other", "item.description", "seeMore"),
          Map.of("item.description", "missing"),
          Map.of("item.layout", "bare"),
          Map.of("item.description", "disclosure"),
          Map.of("item.description", "cut"),
          Map.of("item.language", "unknown", "item.description", "seeMore"),
          Map.of("selling.cards", "strange"));

  /** The appearance for the account of this number; nine and ten have no common divisor. */
  public static SiteFace of(int number) {
    return new SiteFace(
        VARIANTS.get(number % VARIANTS.size()), CHOICES.get(number % CHOICES.size()));
  }

  @Override
  public String toString() {
    return variant + (choices.isEmpty() ? "" : " " + String.join(", ", choices.values()));
  }
}
