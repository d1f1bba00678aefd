package com.lotview.listing.text.builtin;

import com.lotview.listing.text.Wording;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes facts as people write them: SUMMIT WHITE, phev and s-line get their right case. */
final class Spelling {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'/&-]*");
  private static final Set<String> EMPTY =
      Set.of(
          "-",
          "--",
          "n/a",
          "na",
          "none",
          "null",
          "unknown",
          "unspecified",
          "not specified",
          "other",
          ".",
          "#n/a",
          "tbd",
          "base");

  private final Map<String, String> right =
      Lines.of("spelling.txt").stream()
          .flatMap(line -> Arrays.stream(line.split(" +")))
          .collect(
              Collectors.toUnmodifiableMap(
                  word -> word.toLowerCase(Locale.ROOT), word -> word, (one, other) -> one));

  /** The fact without odd blanks and final points; null if it says nothing. */
  static @Nullable String clean(@Nullable String fact) {
    if (fact == null) {
      return null;
    }
    String plain =
        Wording.plain(fact)
            .replaceAll("[\u2122\u00AE\u00A9\uFFFD*]", "")
            .replaceAll("[.,;:]+$", "");
    String clean = plain.replaceAll("\\s+", " ").strip();
    boolean says =
        clean.codePoints().anyMatch(Character::isLetterOrDigit)
            && !EMPTY.contains(clean.toLowerCase(Locale.ROOT));
    return says ? clean : null;
  }

  /** A name: shouted and lower-case words get a capital, abbreviations their own case. */
  String name(String words) {
    boolean flat = words.equals(words.toUpperCase(Locale.ROOT)) && words.length() > 3;
    boolean low = words.equals(words.toLowerCase(Locale.ROOT));
    return WORD.matcher(words)
        .replaceAll(found -> {
          String word = found.group();
          String known = right.get(word.toLowerCase(Locale.ROOT));
          if (known != null && (flat || low || !mixed(word))) {
            return known;
          }
          boolean shouted =
              flat
                  && word.matches(
                      "\\p{Lu}{4,}|\\p{Lu}*[AEIOUY]\\p{Lu}*|\\p{Lu}{2,}[-/]\\p{Lu}{2,}.*");
          boolean small = low && word.chars().noneMatch(Character::isDigit);
          return shouted || small ? title(word) : word;
        });
  }

  /** As {@link #name}, but ordinary words are small: "Rear Spoiler" is a rear spoiler. */
  String phrase(String words) {
    return WORD.matcher(name(words))
        .replaceAll(found -> {
          String word = found.group();
          boolean known = right.containsKey(word.toLowerCase(Locale.ROOT));
          return !known && word.matches("\\p{Lu}\\p{Ll}+(?:-\\p{L}\\p{Ll}*)*")
              ? word.toLowerCase(Locale.ROOT)
              : word;
        });
  }

  /** Whether a word is a name or an abbreviation, which takes no article. */
  boolean isName(String word) {
    String known = right.get(word.toLowerCase(Locale.ROOT));
    return known != null && known.equals(word);
  }

  private static boolean mixed(String word) {
    return !word.equals(word.toUpperCase(Locale.ROOT))
        && !word.equals(word.toLowerCase(Locale.ROOT))
        && !word.matches("\\p{Lu}\\p{Ll}+");
  }

  private static String title(String word) {
    return Pattern.compile("\\p{L}+")
        .matcher(word)
        .replaceAll(part ->
            part.group().substring(0, 1).toUpperCase(Locale.ROOT)
                + part.group().substring(1).toLowerCase(Locale.ROOT));
  }
}
