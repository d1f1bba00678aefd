package com.lotview.bench.form;

import com.lotview.bench.form.FormTrial.Case;
import java.util.ArrayList;
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
   * Reads {@code [COUNT] [--variants a,b] [--browsers N] [--from K] [--spread] [--resume]
   * [--by-hand]}.
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
        case "--spread", "--resume", "--by-hand" -> {}
        case "--variants" -> variants = List.of(value(words, ++i).split(","));
        case "--browsers" -> browsers = number(words, ++i);
        case "--from" -> from = number(words, ++i);
        default -> count = number(words, i);
      }
    }
    return new FormOptions(
        count, from, variants, browsers, words.contains("--spread"), words.contains("--resume"));
  }

  /** The forms, each with its vehicle; the same every time. */
  List<Case> cases(List<FeedVehicle> vehicles) {
    List<Case> cases = new ArrayList<>();
    for (int seed = from; seed < from + count; seed++) {
      for (int v = 0; v < variants.size(); v++) {
        if (!spread || seed % variants.size() == v) {
          FeedVehicle vehicle = vehicles.get((seed * 7 + v * 31) % vehicles.size());
          cases.add(new Case(variants.get(v), seed, vehicle));
        }
      }
    }
    return cases;
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
