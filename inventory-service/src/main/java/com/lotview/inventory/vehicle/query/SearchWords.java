package com.lotview.inventory.vehicle.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of {@code search.txt}. Immutable. */
final class SearchWords {
  private static final String NAMES = "=";

  private final Map<String, Set<List<String>>> phrases = new HashMap<>();
  private final Map<String, Map<String, String>> named = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  SearchWords() {
    text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
  }

  private void add(String line) {
    String[] parts = line.split(": ", 2);
    for (String entry : parts[1].split("\\|", -1)) {
      String[] pair = entry.strip().split(NAMES, 2);
      List<String> phrase = List.of(pair[0].split(" ", -1));
      phrases.computeIfAbsent(parts[0], name -> new HashSet<>()).add(phrase);
      words.addAll(phrase);
      if (pair.length == 2) {
        named.computeIfAbsent(parts[0], name -> new HashMap<>()).put(pair[0], pair[1]);
      }
    }
  }

  /** How many words of the list's longest phrase begin at a word; 0 if none does. */
  int at(String list, List<String> text, int start) {
    Set<List<String>> known = Objects.requireNonNull(phrases.get(list), list);
    for (int length = Math.min(4, text.size() - start); length > 0; length--) {
      if (known.contains(text.subList(start, start + length))) {
        return length;
      }
    }
    return 0;
  }

  /** What a phrase of the list stands for, by the phrase. */
  Map<String, String> named(String list) {
    return Objects.requireNonNull(named.get(list), list);
  }

  /** Whether the word stands in any list. */
  boolean knows(String word) {
    return words.contains(word);
  }

  /** Every word that stands in any list. */
  Set<String> all() {
    return Set.copyOf(words);
  }

  private static String text() {
    try (InputStream in = SearchWords.class.getResourceAsStream("search.txt")) {
      if (in == null) {
        throw new IllegalStateException("search.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
