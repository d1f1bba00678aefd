package com.lotview.worker.marketplace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From a maker's colour name to one of the form's colours. A name counts only if it says the
 * colour; a name of two colours or of none ("Magnetic", "Black / Red") gives nothing, because the
 * field may be left out and a guess may be wrong.
 */
final class ColorWords {

  /** Words that are a colour's plain name. */
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("black", "BLACK"),
          Map.entry("blue", "BLUE"),
          Map.entry("brown", "BROWN"),
          Map.entry("gold", "GOLD"),
          Map.entry("green", "GREEN"),
          Map.entry("gray", "GRAY"),
          Map.entry("grey", "GRAY"),
          Map.entry("pink", "PINK"),
          Map.entry("purple", "PURPLE"),
          Map.entry("red", "RED"),
          Map.entry("silver", "SILVER"),
          Map.entry("orange", "ORANGE"),
          Map.entry("white", "WHITE"),
          Map.entry("yellow", "YELLOW"),
          Map.entry("charcoal", "CHARCOAL"),
          Map.entry("offwhite", "OFF_WHITE"),
          Map.entry("tan", "TAN"),
          Map.entry("beige", "BEIGE"),
          Map.entry("burgundy", "BURGUNDY"),
          Map.entry("turquoise", "TURQUOISE"));

  /** Words whose meaning is a colour, used only where no plain name occurs. */
  private static final Map<String, String> SHADES =
      Map.ofEntries(
          Map.entry("ebony", "BLACK"),
          Map.entry("onyx", "BLACK"),
          Map.entry("jet", "BLACK"),
          Map.entry("obsidian", "BLACK"),
          Map.entry("navy", "BLUE"),
          Map.entry("chocolate", "BROWN"),
          Map.entry("mocha", "BROWN"),
          Map.entry("espresso", "BROWN"),
          Map.entry("graphite", "GRAY"),
          Map.entry("gunmetal", "GRAY"),
          Map.entry("slate", "GRAY"),
          Map.entry("quicksilver", "SILVER"),
          Map.entry("maroon", "BURGUNDY"),
          Map.entry("olive", "GREEN"),
          Map.entry("ivory", "OFF_WHITE"),
          Map.entry("cream", "OFF_WHITE"));

  /**
   * Names of one thing that hold a plain name of another: black cherry is a red, rose gold a pink.
   */
  private static final List<String> MISLEADING =
      List.of(
          "black cherry", "black currant", "black plum", "rose gold", "white gold", "blue black");

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

  private ColorWords() {}

  /** The form's colour, if the name says one. */
  static Optional<String> find(String name) {
    String text =
        name.toLowerCase(Locale.ROOT)
            .replace("off-white", "offwhite")
            .replace("off white", "offwhite");
    if (MISLEADING.stream().anyMatch(text::contains)) {
      return Optional.empty();
    }
    List<String> words = List.of(NO_LETTERS.split(text));
    Set<String> plain = matches(words, PLAIN);
    return only(plain.isEmpty() ? matches(words, SHADES) : plain);
  }

  private static Set<String> matches(List<String> words, Map<String, String> colors) {
    return words.stream().filter(colors::containsKey).map(colors::get).collect(Collectors.toSet());
  }

  private static Optional<String> only(Set<String> colors) {
    return colors.size() == 1 ? colors.stream().findFirst() : Optional.empty();
  }
}
