package com.lotview.worker.marketplace;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of the marketplace in one language, as data: labels, options, buttons, and the texts of
 * pages that stop a run. Made for one version of the site; a new version or language is a new
 * resource, not new code.
 *
 * @param fields field name to the labels it is known by
 * @param options our name of an option to the labels it is known by, best first
 */
@JsonIgnoreProperties(ignoreUnknown = false)
record FormMap(
    int version,
    String language,
    String pageLanguage,
    List<String> formNames,
    Map<String, List<String>> fields,
    Map<String, List<String>> options,
    Map<String, List<String>> buttons,
    Map<String, List<String>> texts,
    List<StopAddress> stopAddresses,
    List<StopText> stopTexts) {

  record StopAddress(String starts, StopMeaning meaning) {}

  record StopText(String starts, StopMeaning meaning) {}

  /**
   * Reads the map of a language.
   *
   * @throws IllegalArgumentException if there is none
   */
  static FormMap of(String language) {
    String name = "/marketplace/form-" + language + ".json";
    try (InputStream in = FormMap.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no form map for language " + language);
      }
      return JsonMapper.shared().readValue(in, FormMap.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  List<String> labels(String field) {
    return known(fields, field);
  }

  List<String> option(String name) {
    return known(options, name);
  }

  List<String> button(String name) {
    return known(buttons, name);
  }

  List<String> text(String name) {
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
