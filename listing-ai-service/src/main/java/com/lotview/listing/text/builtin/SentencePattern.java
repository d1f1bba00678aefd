package com.lotview.listing.text.builtin;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence with named slots, for vehicles that have all of the tags.
 *
 * @param slots the names of the slots, in lower case
 */
record SentencePattern(String text, Set<String> tags, Set<String> slots) {
  private static final Pattern SLOT = Pattern.compile("\\{(?:([Aa]) )?(\\w+)}");
  private static final Pattern SPELLED =
      Pattern.compile("(?:[FHLMNRSX]|[FHLMNRSX][A-Z0-9&&[^AEIOU]][A-Z0-9]*)(?:-.*)?|SUV");

  static SentencePattern of(String text, Set<String> tags) {
    Set<String> slots =
        SLOT.matcher(text)
            .results()
            .map(slot -> key(slot.group(2)))
            .collect(Collectors.toUnmodifiableSet());
    return new SentencePattern(text, tags, slots);
  }

  String fill(Map<String, String> values) {
    String filled =
        SLOT.matcher(text)
            .replaceAll(slot -> {
              String value = values.getOrDefault(key(slot.group(2)), "");
              String article = slot.group(1);
              if (article != null) {
                String put = withArticle(value);
                return Matcher.quoteReplacement(article.equals("A") ? capital(put) : put);
              }
              boolean upper = Character.isUpperCase(slot.group(2).charAt(0));
              return Matcher.quoteReplacement(upper ? capital(value) : value);
            });
    return capital(filled);
  }

  /** {@code {Color}} is the slot {@code color}, {@code {perYear}} is itself. */
  private static String key(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String withArticle(String words) {
    return article(words) + " " + words;
  }

  /** The article by sound: an 8-speed, an MDX, a RAV4, a used one. */
  private static String article(String words) {
    String first = words.split("[ /]", 2)[0];
    boolean vowel =
        first.matches("(?:8|11|18).*")
            || (first.matches("(?i)[aeio].*") && !first.matches("(?i)(?:one|eu|ew).*"))
            || first.matches("(?i)u(?!n[iy]|s[aeiu]|t[ai]).*")
            || SPELLED.matcher(first).matches();
    return vowel ? "an" : "a";
  }
}
