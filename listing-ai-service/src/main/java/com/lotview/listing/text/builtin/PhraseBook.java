package com.lotview.listing.text.builtin;

import com.lotview.listing.text.Language;
import com.lotview.listing.text.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a language and the patterns of a tone, from the resource files. A section of a
 * tone's file is used instead of the common one with the same header. Immutable.
 */
final class PhraseBook {
  private static final String UNIT = "(?:miles?|millas?|mil)(?![\\p{L}}-])";
  private static final Pattern COUNTED = Pattern.compile("(?i)\\{(miles|perYear)} " + UNIT);
  private static final Pattern MILES = Pattern.compile("(?i)(?<![\\p{L}{-])" + UNIT);

  private final Map<String, String> words;
  private final Map<String, List<String>> settings;
  private final Map<String, List<SentencePattern>> patterns;

  private PhraseBook(
      Map<String, String> words,
      Map<String, List<String>> settings,
      Map<String, List<SentencePattern>> patterns) {
    this.words = words;
    this.settings = settings;
    this.patterns = patterns;
  }

  /**
   * The books of all languages and tones.
   *
   * @param kilometres for distances in kilometres: phrases that work only in miles are left out
   */
  static Map<Language, Map<Tone, PhraseBook>> all(boolean kilometres) {
    Map<Language, Map<Tone, PhraseBook>> books = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<Tone, PhraseBook> tones = new EnumMap<>(Tone.class);
      for (Tone tone : Tone.values()) {
        tones.put(tone, load(language, tone, kilometres));
      }
      books.put(language, tones);
    }
    return books;
  }

  private static PhraseBook load(Language language, Tone tone, boolean kilometres) {
    Map<String, String> words = new HashMap<>();
    for (String line : Lines.of(language.tag() + "/words.txt")) {
      String[] parts = line.split(" = ", 2);
      String phrase = parts[1].strip();
      words.put(parts[0].strip(), kilometres ? inKilometres(phrase) : phrase);
    }
    Map<String, List<String>> sections = sections(language.tag() + "/common.txt");
    sections.putAll(sections(language.tag() + "/" + tone.word() + ".txt"));
    Map<String, List<SentencePattern>> patterns = new LinkedHashMap<>();
    sections.forEach((header, lines) -> {
      List<String> names = Arrays.asList(header.split(" ", -1));
      Set<String> tags = Set.copyOf(names.subList(1, names.size()));
      List<SentencePattern> section =
          patterns.computeIfAbsent(names.getFirst(), name -> new ArrayList<>());
      lines.stream()
          .map(line -> kilometres ? inKilometres(line) : line)
          .filter(line -> !kilometres || !MILES.matcher(line).find())
          .forEach(line -> section.add(SentencePattern.of(line, tags)));
    });
    return new PhraseBook(Map.copyOf(words), Map.copyOf(sections), patterns);
  }

  private static String inKilometres(String line) {
    return COUNTED.matcher(line).replaceAll("{$1} km");
  }

  private static Map<String, List<String>> sections(String file) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : Lines.of(file)) {
      if (line.startsWith("[")) {
        lines = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1).strip(), lines);
      } else {
        lines.add(line);
      }
    }
    return sections;
  }

  /** A word or phrase; null if the language has none of that name. */
  @Nullable String word(String name) {
    return words.get(name);
  }

  /** A word that every language has. */
  String need(String name) {
    return Objects.requireNonNull(words.get(name), name);
  }

  /** The lines of a section that holds no patterns, such as {@code plan}. */
  List<String> lines(String section) {
    return settings.getOrDefault(section, List.of());
  }

  /** The names of a section that is one line of names. */
  List<String> names(String section) {
    return lines(section).stream().flatMap(line -> Arrays.stream(line.split(" +"))).toList();
  }

  List<SentencePattern> patterns(String section) {
    return patterns.getOrDefault(section, List.of());
  }

  /** "a, b and c"; with a comma before the last if a phrase holds the word "and" itself. */
  String list(List<String> phrases) {
    String and = " " + need("and") + " ";
    if (phrases.size() < 2) {
      return String.join("", phrases);
    }
    boolean comma = phrases.size() > 2 && phrases.stream().anyMatch(p -> p.contains(and));
    return String.join(", ", phrases.subList(0, phrases.size() - 1))
        + (comma ? "," : "")
        + and
        + phrases.getLast();
  }
}
