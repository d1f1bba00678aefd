package com.lotview.inventory.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The phrases of one kind, read from {@code words.txt}. */
final class Vocabulary {
  private static final Pattern LINE =
      Pattern.compile("(\\w+) (!?)([A-Z0-9_]+|-)( contains| denied)?: (.+)");

  private static final Pattern ANSWERED = Pattern.compile("= <(\\w+)>");
  private static final String ANSWER = "ANSWER";
  private static final Map<String, List<String>> ANSWERS = loadAnswers();

  /** Phrases by their first word, the longest first. */
  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  private final Map<List<String>, Phrase> wholeCells = new HashMap<>();
  private final Map<String, Set<String>> contained = new HashMap<>();
  private final Map<String, String> opposites = new HashMap<>();
  private final Set<String> values = new HashSet<>();

  /**
   * What some words say.
   *
   * @param value null if they say nothing
   * @param denies whether the words themselves deny the value
   */
  record Phrase(List<String> words, @Nullable String value, boolean denies) {
    int length() {
      return words.size();
    }
  }

  static Map<Kind, Vocabulary> load() {
    Map<Kind, Vocabulary> vocabularies = new EnumMap<>(Kind.class);
    lines()
        .filter(parts -> !parts.group(1).equals(ANSWER))
        .forEach(parts ->
            vocabularies
                .computeIfAbsent(Kind.valueOf(parts.group(1)), kind -> new Vocabulary())
                .add(parts));
    vocabularies.values().forEach(Vocabulary::sort);
    return Map.copyOf(vocabularies);
  }

  /** Single words that answer a question with YES or NO. */
  static List<String> answers(String answer) {
    return Objects.requireNonNull(ANSWERS.get(answer));
  }

  private static Map<String, List<String>> loadAnswers() {
    return lines()
        .filter(parts -> parts.group(1).equals(ANSWER))
        .collect(
            Collectors.toUnmodifiableMap(
                parts -> parts.group(3),
                parts -> Stream.of(parts.group(5).split("\\|", -1)).map(String::strip).toList()));
  }

  private static Stream<Matcher> lines() {
    return text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> {
          Matcher parts = LINE.matcher(line.strip());
          if (!parts.matches()) {
            throw new IllegalStateException("words.txt: " + line);
          }
          return parts;
        });
  }

  private static String text() {
    try (InputStream in = Vocabulary.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("words.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Matcher line) {
    String value = line.group(3);
    String content = line.group(5);
    switch (line.group(4)) {
      case " contains" -> contained.put(value, Set.of(content.split(" ", -1)));
      case " denied" -> opposites.put(value, content);
      case null, default -> {
        for (String phrase : content.split("\\|", -1)) {
          for (String written : expanded(phrase.strip())) {
            add(written, value.equals("-") ? null : value, !line.group(2).isEmpty());
          }
        }
      }
    }
  }

  // "= <YES>" stands for each word of "ANSWER YES".
  private static List<String> expanded(String phrase) {
    Matcher answer = ANSWERED.matcher(phrase);
    return answer.matches()
        ? Objects.requireNonNull(ANSWERS.get(answer.group(1)), phrase).stream()
            .map(word -> "= " + word)
            .toList()
        : List.of(phrase);
  }

  private void add(String written, @Nullable String value, boolean denies) {
    if (value != null) {
      values.add(value);
    }
    boolean whole = written.startsWith("= ");
    Phrase phrase =
        new Phrase(Words.of(whole ? written.substring(2) : written).words(), value, denies);
    if (whole) {
      wholeCells.put(phrase.words(), phrase);
    } else {
      phrases.computeIfAbsent(phrase.words().getFirst(), first -> new ArrayList<>()).add(phrase);
    }
  }

  private void sort() {
    phrases.values().forEach(list -> list.sort(Comparator.comparingInt(Phrase::length).reversed()));
  }

  /** The phrase that counts only because it is all there is. */
  @Nullable Phrase wholeCell(Words text) {
    return wholeCells.get(text.words());
  }

  List<Phrase> startingWith(String word) {
    return phrases.getOrDefault(word, List.of());
  }

  /** Whether the first value means the second one too: a hybrid burns gasoline. */
  boolean contains(String value, String other) {
    return contained.getOrDefault(value, Set.of()).contains(other);
  }

  /** What is said by denying the value; null if nothing is. */
  @Nullable String opposite(String denied) {
    return opposites.get(denied);
  }

  /** Every phrase that counts inside a cell. */
  List<Phrase> all() {
    return phrases.values().stream().flatMap(List::stream).toList();
  }

  Set<String> values() {
    return Set.copyOf(values);
  }
}
