package com.lotview.listing.text.check;

import com.lotview.listing.text.Fact;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fact in the form that checks search.
 *
 * @param folded what it says, in folded form
 * @param words of that form, without the shortest
 * @param numbers of that form
 */
record StatedFact(
    Fact fact, String folded, Origin origin, Set<String> words, Set<BigDecimal> numbers) {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Who states it. */
  enum Origin {
    VEHICLE,
    NOTES,
    DEALERSHIP
  }

  static StatedFact of(Fact fact, String folded, Origin origin) {
    Set<BigDecimal> numbers =
        Quantity.in(folded).stream().map(Quantity::value).collect(Collectors.toSet());
    return new StatedFact(fact, folded, origin, words(folded), numbers);
  }

  /** The words of more than two characters, and those with a digit. */
  static Set<String> words(String folded) {
    return NO_WORD
        .splitAsStream(folded)
        .filter(word -> word.length() > 2 || word.chars().anyMatch(Character::isDigit))
        .collect(Collectors.toSet());
  }
}
