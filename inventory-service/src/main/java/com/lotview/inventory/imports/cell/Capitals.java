package com.lotview.inventory.imports.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes texts readable that come from systems without lower-case letters. */
public final class Capitals {
  private static final Pattern LETTERS = Pattern.compile("[A-Z]+");
  private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");
  // Shorter words of models are mostly codes: CC, HD, LT, AWD.
  private static final int SHORTEST_NAME = 4;
  private static final Set<String> SHORT_NAMES = Set.of("VAN", "GAS", "CAB", "PRO", "BOX", "BIG");

  private Capitals() {}

  /** "SIERRA 3500HD CC" as "Sierra 3500HD CC". */
  public static String name(String text) {
    return words(
        text,
        word ->
            SHORT_NAMES.contains(word)
                || (word.length() >= SHORTEST_NAME && VOWEL.matcher(word).find()));
  }

  /** "RED HOT" as "Red Hot". */
  public static String phrase(String text) {
    return words(text, word -> true);
  }

  private static String words(String text, Predicate<String> readable) {
    return Arrays.stream(text.split("(?<=[ /-])", -1))
        .map(part -> {
          String word = part.replaceAll("[ /-]$", "");
          return LETTERS.matcher(word).matches() && readable.test(word)
              ? part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT)
              : part;
        })
        .collect(Collectors.joining());
  }
}
