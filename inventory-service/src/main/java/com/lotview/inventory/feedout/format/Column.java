package com.lotview.inventory.feedout.format;

import com.lotview.inventory.feedout.format.Finding.Level;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a feed.
 *
 * @param missing what becomes of a vehicle without a value; null: nothing
 * @param longest in characters; more is cut
 */
record Column(String name, @Nullable Level missing, int longest, Function<Offer, String> value) {
  // No receiver documents a limit; this is the limit of a spreadsheet's cell.
  private static final int UNLIMITED = 32_000;

  static Column required(String name, Function<Offer, String> value) {
    return new Column(name, Level.REFUSED, UNLIMITED, value);
  }

  static Column wanted(String name, Function<Offer, String> value) {
    return new Column(name, Level.WARNED, UNLIMITED, value);
  }

  static Column optional(String name, Function<Offer, String> value) {
    return new Column(name, null, UNLIMITED, value);
  }

  Column atMost(int characters) {
    return new Column(name, missing, characters, value);
  }

  String cell(Offer offer) {
    String text = value.apply(offer);
    return text.length() <= longest ? text : cut(text);
  }

  // Never between the two halves of a character.
  private String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  Optional<Finding> check(Offer offer) {
    String text = value.apply(offer);
    if (text.isEmpty()) {
      return Optional.ofNullable(missing).map(level -> new Finding(name, level, "is missing"));
    }
    return text.length() <= longest
        ? Optional.empty()
        : Optional.of(Finding.warned(name, "is longer than " + longest + " characters; it is cut"));
  }
}
