package com.lotview.form;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The site's words in one language, as data: labels, options, buttons, and texts of pages that stop
 * a run. A new version or language of the site needs a new resource, not new code.
 *
 * @param language primary subtag, such as {@code es}
 * @param seen where the words were seen, by path; {@code } for all others
 * @param guesses likely words that were not seen, by path
 * @param fields known labels of each field
 * @param hints words that identify a changed label, by field
 * @param options our name of an option to the labels it is known by, best first
 */
@JsonIgnoreProperties(ignoreUnknown = false)
public record FormMap(
    int version,
    String language,
    List<String> seen,
    List<String> guesses,
    List<String> formNames,
    Map<String, List<String>> fields,
    Map<String, List<String>> hints,
    Map<String, List<String>> options,
    Map<String, List<String>> buttons,
    Map<String, List<String>> texts,
    List<StopAddress> stopAddresses,
    List<StopText> stopTexts) {

  /** The start of an address that stops a run. */
  public record StopAddress(String starts, StopMeaning meaning) {}

  /** The start of a text that stops a run. */
  public record StopText(String starts, StopMeaning meaning) {}

  /**
   * The map of a language, such as {@code en-GB}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static FormMap of(String language) {
    return find(language)
        .orElseThrow(() -> new IllegalArgumentException("no form map for language " + language));
  }

  /** The map of a language, such as {@code en-GB}; empty if there is none. */
  public static Optional<FormMap> find(String language) {
    return FormMaps.of(language);
  }

  /** The meaning of a text of the site that stops a run; empty for any other text. */
  public Optional<StopMeaning> stop(String text) {
    String said = key(text);
    return stopTexts.stream()
        .filter(stop -> said.startsWith(key(stop.starts())))
        .findFirst()
        .map(StopText::meaning)
        .or(() -> contains("limitWords", said).map(_ -> StopMeaning.LIMIT));
  }

  /** Whether the text says that the site itself failed; then it says nothing about the order. */
  public boolean failure(String text) {
    return contains("failed", key(text)).isPresent();
  }

  private Optional<String> contains(String words, String said) {
    return text(words).stream().filter(word -> said.contains(key(word))).findFirst();
  }

  private static String key(String text) {
    return Texts.key(text.replace('\u2019', '\''));
  }

  public List<String> labels(String field) {
    return known(fields, field);
  }

  public List<String> hints(String field) {
    return hints.getOrDefault(field, List.of());
  }

  public List<String> option(String name) {
    return known(options, name);
  }

  /** Whether the option's words were never seen at the site. */
  public boolean guessed(String option) {
    String path = "options." + option;
    return guesses.contains("*") && seen.stream().noneMatch(word -> word.startsWith(path));
  }

  public List<String> button(String name) {
    return known(buttons, name);
  }

  public List<String> text(String name) {
    return known(texts, name);
  }

  private static List<String> known(Map<String, List<String>> map, String name) {
    List<String> words = map.get(name);
    if (words == null) {
      throw new IllegalArgumentException("the form map has no word for " + name);
    }
    return words;
  }
}
