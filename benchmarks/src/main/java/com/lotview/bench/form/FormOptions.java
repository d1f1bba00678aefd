package com.lotview.bench.form;

import java.util.List;

/**
 * The options of {@code bench forms}.
 *
 * @param count how many mutations, {@code K = from .. from + count - 1}
 * @param spread each mutation on one variant in turn, not on every one
 * @param resume continues an interrupted run: its results count, and are not tried again
 */
public record FormOptions(
    int count, int from, List<String> variants, int browsers, boolean spread, boolean resume) {
  private static final List<String> ALL =
      List.of("us", "us-2024", "us-text-make", "bo", "uk", "au", "ie", "es", "id", "fr");

  /**
   * Reads {@code [COUNT] [--variants a,b] [--browsers N] [--from K] [--spread] [--resume]}.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  public static FormOptions of(List<String> words) {
    int count = 20;
    int from = 1;
    List<String> variants = ALL;
    int browsers = 2;
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "--spread", "--resume" -> {}
        case "--variants" -> variants = List.of(value(words, ++i).split(","));
        case "--browsers" -> browsers = number(words, ++i);
        case "--from" -> from = number(words, ++i);
        default -> count = number(words, i);
      }
    }
    return new FormOptions(
        count, from, variants, browsers, words.contains("--spread"), words.contains("--resume"));
  }

  private static String value(List<String> words, int place) {
    if (place >= words.size()) {
      throw new IllegalArgumentException(words.get(place - 1) + " needs a value");
    }
    return words.get(place);
  }

  private static int number(List<String> words, int place) {
    String word = value(words, place);
    if (!word.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException("'" + word + "' is no number");
    }
    return Integer.parseInt(word);
  }
}
