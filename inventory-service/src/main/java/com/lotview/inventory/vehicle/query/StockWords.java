package com.lotview.inventory.vehicle.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The makes, models and trims that a dealership has: what a word of a search may name, and what a
 * mistyped one may mean. Immutable.
 */
public final class StockWords {
  /** Of an empty lot. */
  public static final StockWords NONE = new StockWords(List.of());

  private static final int LONGEST = 6;

  private final Map<String, Set<String>> makes = new HashMap<>();
  private final Map<String, Set<String>> models = new HashMap<>();
  private final Map<List<String>, Set<String>> partsOfModels = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  /** What a vehicle is called. */
  public record Name(String make, String model, @Nullable String trim) {}

  public StockWords(Collection<Name> names) {
    for (Name name : names) {
      makes.computeIfAbsent(QueryText.key(name.make()), key -> new TreeSet<>()).add(name.make());
      if (models
          .computeIfAbsent(QueryText.key(name.model()), key -> new TreeSet<>())
          .add(name.model())) {
        addParts(name.model());
      }
      for (String text : Arrays.asList(name.make(), name.model(), name.trim())) {
        if (text != null) {
          words.addAll(QueryText.of(text).words());
        }
      }
    }
  }

  private void addParts(String model) {
    List<String> parts = QueryText.of(model).words();
    for (int from = 0; from < parts.size(); from++) {
      for (int to = from + 1; to <= parts.size(); to++) {
        partsOfModels.computeIfAbsent(parts.subList(from, to), part -> new TreeSet<>()).add(model);
      }
    }
  }

  /**
   * A name in a text.
   *
   * @param values as the vehicles have it, such as every spelling of a make
   * @param length in words
   */
  record Found(List<String> values, int length) {}

  /** The longest make that begins at a word; null if none does. */
  @Nullable Found make(List<String> text, int start) {
    return whole(makes, text, start);
  }

  /** The longest model that begins at a word, else the models of which the words are a part. */
  @Nullable Found model(List<String> text, int start) {
    Found whole = beginning(whole(models, text, start));
    for (int length = Math.min(LONGEST, text.size() - start); length > 0; length--) {
      List<String> part = text.subList(start, start + length);
      Set<String> found = partsOfModels.get(part);
      boolean longer = whole == null || length > whole.length();
      if (found != null && longer && part.stream().anyMatch(StockWords::isName)) {
        return new Found(List.copyOf(found), length);
      }
    }
    return whole;
  }

  // A search for an F-150 includes the F-150 Lightning; one for a Cherokee excludes the Grand
  // Cherokee.
  private @Nullable Found beginning(@Nullable Found whole) {
    if (whole == null) {
      return null;
    }
    Set<String> all = new TreeSet<>(whole.values());
    for (String value : whole.values()) {
      List<String> begin = QueryText.of(value).words();
      partsOfModels.getOrDefault(begin, Set.of()).stream()
          .filter(model -> startsWith(QueryText.of(model).words(), begin))
          .forEach(all::add);
    }
    return new Found(List.copyOf(all), whole.length());
  }

  private static boolean startsWith(List<String> words, List<String> begin) {
    return words.size() >= begin.size() && words.subList(0, begin.size()).equals(begin);
  }

  /** Whether the words are the whole name of a model. */
  boolean isWhole(List<String> text, int start, Found found) {
    Found whole = whole(models, text, start);
    return whole != null && whole.length() == found.length();
  }

  // "4x4" and "2500" are parts of many names, so they identify little.
  private static boolean isName(String word) {
    return word.length() > 2 && Character.isLetter(word.charAt(0));
  }

  private static @Nullable Found whole(
      Map<String, Set<String>> names, List<String> text, int start) {
    for (int length = Math.min(LONGEST, text.size() - start); length > 0; length--) {
      String key =
          text.subList(start, start + length).stream()
              .map(QueryText::key)
              .collect(Collectors.joining());
      Set<String> found = names.get(key);
      if (found != null) {
        return new Found(new ArrayList<>(found), length);
      }
    }
    return null;
  }

  /** Whether the word is one of the stock's, or begins one of them. */
  boolean knows(String word) {
    return words.stream().anyMatch(known -> known.startsWith(word))
        || makes.keySet().stream().anyMatch(known -> known.startsWith(word))
        || models.keySet().stream().anyMatch(known -> known.startsWith(word));
  }

  /** The words of makes, models and trims. */
  Set<String> words() {
    Set<String> all = new LinkedHashSet<>(words);
    makes.keySet().stream().filter(StockWords::isName).forEach(all::add);
    return all;
  }
}
