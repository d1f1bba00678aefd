package com.lotview.listing.text.check;

import java.math.BigDecimal;
import java.util.List;

/** Number words from two to twelve; "one" counts nothing in most texts. */
final class NumberWords {
  /** The words, in order. */
  static final List<String> ALL =
      List.of(
          "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  private NumberWords() {}

  /** The number that the word means, without trailing zeros. */
  static BigDecimal value(String word) {
    return BigDecimal.valueOf(ALL.indexOf(word) + 2).stripTrailingZeros();
  }
}
