package com.lotview.listing.text.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every number of a text is one of the vehicle's, and none is the price. */
final class NumberRules {
  private static final Pattern OTHER_DIGITS = Pattern.compile("[\\p{Nd}&&[^0-9]]");
  private static final Pattern LARGE_WORDS = Pattern.compile("\\b(?:hundred|thousand|dozen)s?\\b");
  private static final Pattern NUMBER_WORD =
      Pattern.compile("\\b(" + String.join("|", NumberWords.ALL) + ")\\b");

  private NumberRules() {}

  /**
   * @param folded the text in folded form, without the dealership's name and call to action
   */
  static List<String> problems(String where, String folded, FactSheet facts) {
    List<String> problems = new ArrayList<>();
    for (Quantity said : Quantity.in(folded)) {
      if (facts.numbers().isPrice(said)) {
        problems.add(where + " states the price (" + said.words() + ")");
      } else if (!facts.numbers().hold(said)) {
        problems.add(where + " states " + said.words() + ", which is not in the vehicle's data");
      }
    }
    if (OTHER_DIGITS.matcher(folded).find()) {
      problems.add(where + " writes numbers in other digits than 0 to 9");
    }
    Matcher large = LARGE_WORDS.matcher(folded);
    if (large.find() && !facts.mention(large.group())) {
      problems.add(where + " spells out a number (" + large.group() + ") that cannot be checked");
    }
    Matcher word = NUMBER_WORD.matcher(folded);
    while (word.find()) {
      if (!facts.numbers().hold(NumberWords.value(word.group()))) {
        problems.add(where + " states " + word.group() + ", which is not in the vehicle's data");
      }
    }
    return problems;
  }
}
