package com.lotview.standalone.bench.form;

import java.util.List;

/**
 * What is asked of {@code bench forms}.
 *
 * @param count how many mutations, {@code K = from .. from + count - 1}
 * @param spread each mutation on one variant in turn, not on every one
 */
record FormOptions(int count, int from, List<String> variants, int browsers, boolean spread) {
  private static final List<String> ALL =
      List.of("us", "us-2024", "us-text-make", "bo", "uk", "au", "ie", "es", "id");

  /**
   * Reads {@code [COUNT] [--variants a,b] [--browsers N] [--from K] [--spread]}.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  static FormOptions of(List<String> words) {
    FormOptions options = new FormOptions(20, 1, ALL, 2, false);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      options =
          switch (word) {
            case "--spread" ->
                options.with(options.count, options.from, options.variants, options.browsers, true);
            case "--variants" ->
                options.with(
                    options.count,
                    options.from,
                    List.of(value(words, ++i).split(",")),
                    options.browsers,
                    options.spread);
            case "--browsers" ->
                options.with(
                    options.count,
                    options.from,
                    options.variants,
                    number(words, ++i),
                    options.spread);
            case "--from" ->
                options.with(
                    options.count,
                    number(words, ++i),
                    options.variants,
                    options.browsers,
                    options.spread);
            default ->
                options.with(
                    number(words, i),
                    options.from,
                    options.variants,
                    options.browsers,
                    options.spread);
          };
    }
    return options;
  }

  private FormOptions with(int some, int first, List<String> named, int atOnce, boolean inTurn) {
    return new FormOptions(some, first, named, atOnce, inTurn);
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
