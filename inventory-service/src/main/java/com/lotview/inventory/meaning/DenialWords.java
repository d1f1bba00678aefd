package com.lotview.inventory.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of {@code denials.txt}; a list may go on over several lines. */
final class DenialWords {
  private static final Map<String, Set<String>> LISTS = load();

  private DenialWords() {}

  /** The words of a list. */
  static Set<String> of(String name) {
    Set<String> words = LISTS.get(name);
    if (words == null) {
      throw new IllegalStateException("denials.txt has no list " + name);
    }
    return words;
  }

  private static Map<String, Set<String>> load() {
    return text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(": ", 2))
        .collect(
            Collectors.toUnmodifiableMap(
                parts -> parts[0], parts -> words(parts[1]), DenialWords::joined));
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split("\\|", -1))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> joined(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return Set.copyOf(both);
  }

  private static String text() {
    try (InputStream in = DenialWords.class.getResourceAsStream("denials.txt")) {
      if (in == null) {
        throw new IllegalStateException("denials.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
