package com.lotview.listing.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits a text into its sentences. */
public final class Sentences {
  private static final Pattern END =
      Pattern.compile("(?<=[.!?])[\"')]?\\s+(?=[\\p{Lu}\\p{N}\"'(¿¡])|\\n+");
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "\\b(?:St|Mt|Ft|Dr|Mr|Ms|Mrs|No|Inc|Co|Ltd|Corp|Ave|Blvd|Rd|vs|approx|[A-Z])\\.(?=\\s)");
  private static final String HELD = "\u0001";

  private Sentences() {}

  /**
   * The sentences in order; a new line ends a sentence, too.
   *
   * @param names names of which no point ends a sentence
   */
  public static List<String> of(String text, @Nullable String... names) {
    String held = ABBREVIATION.matcher(text).replaceAll(point -> point.group().replace(".", HELD));
    for (String name : names) {
      if (name != null && !name.isBlank()) {
        held = held.replace(name.strip(), name.strip().replace(".", HELD));
      }
    }
    return Arrays.stream(END.split(held))
        .map(sentence -> sentence.replace(HELD, ".").strip())
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }
}
