package com.lotview.worker.marketplace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Makes under the names that feeds use, and the makes and models that feeds cut apart in the wrong
 * place.
 */
final class MakeNames {

  private final Map<String, String> aliases;

  /** A make and a model. */
  record Named(String make, String model) {}

  private MakeNames(Map<String, String> aliases) {
    this.aliases = aliases;
  }

  static MakeNames load() {
    Map<String, String> aliases = new HashMap<>();
    for (String line : lines("/marketplace/make-aliases.csv").lines().skip(1).toList()) {
      int comma = line.indexOf(',');
      aliases.put(key(line.substring(0, comma)), line.substring(comma + 1).strip());
    }
    return new MakeNames(Map.copyOf(aliases));
  }

  static String lines(String resource) {
    try (InputStream in = Objects.requireNonNull(MakeNames.class.getResourceAsStream(resource));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.readAllAsString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * "Land" + "Rover Discovery" is Land Rover Discovery; "Range Rover" + "Sport" is a Land Rover
   * Range Rover Sport.
   */
  Named named(String make, String model) {
    String given = make.strip();
    String canonical = aliases.getOrDefault(key(given), given);
    String rest = model.strip();
    if (startsWithWord(canonical, given) && canonical.length() > given.length()) {
      String cutOff = canonical.substring(given.length()).replaceFirst("^[\\s-]+", "");
      if (startsWithWord(rest, cutOff) && rest.length() > cutOff.length()) {
        rest = rest.substring(cutOff.length()).replaceFirst("^[\\s-]+", "");
      }
    }
    if (key(given).equals("rangerover") && !startsWithWord(rest, "Range Rover")) {
      rest = "Range Rover " + rest;
    }
    return new Named(canonical, rest);
  }

  /** The aliases of a make; a list may have it under one of them. */
  List<String> otherNames(String make) {
    return aliases.entrySet().stream()
        .filter(alias -> key(alias.getValue()).equals(key(make)))
        .map(Map.Entry::getKey)
        .filter(alias -> !alias.equals(key(make)))
        .sorted()
        .toList();
  }

  private static boolean startsWithWord(String text, String word) {
    return text.regionMatches(true, 0, word, 0, word.length())
        && (text.length() == word.length()
            || !Character.isLetterOrDigit(text.charAt(word.length())));
  }

  /** Without case, accents, spaces and hyphens. */
  static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[\\s-]", "")
        .toLowerCase(Locale.ROOT);
  }
}
