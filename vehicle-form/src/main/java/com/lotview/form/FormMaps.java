package com.lotview.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form maps of all languages. Words to recognize pages, overlays and listings are searched in
 * all languages, because a page may be in another language than the account. Labels and options are
 * in the page's language, then in English, in which the site shows what it has not translated.
 * Buttons that change something are in the page's language only.
 */
public final class FormMaps {

  /** Texts to recognize; a page may be in another language than the account's form. */
  private static final List<String> LOOKED_FOR =
      List.of(
          "loggedIn",
          "loading",
          "limitWords",
          "failed",
          "viewer",
          "listingDialog",
          "panes",
          "sold",
          "gone",
          "listedOn",
          "draft",
          "noListings",
          "driven",
          "reviewed",
          "duplicate",
          "searchListings",
          "describes",
          "acts");

  /** Buttons to recognize, or that change nothing. */
  private static final List<String> HARMLESS =
      List.of(
          "dismiss",
          "consentAllow",
          "consentDecline",
          "notNow",
          "seeMore",
          "nextImage",
          "close",
          "available",
          "moreOptions");

  private static final Map<String, FormMap> ALL =
      joined(
          Stream.of("en", "es", "id", "fr", "de", "pt", "it", "sv").map(FormMaps::read).toList());

  private FormMaps() {}

  static Optional<FormMap> of(String language) {
    String primary = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return Optional.ofNullable(ALL.get(primary));
  }

  public static Collection<FormMap> all() {
    return ALL.values();
  }

  private static FormMap read(String language) {
    try (InputStream in =
        Objects.requireNonNull(
            FormMaps.class.getResourceAsStream("/vehicle-form/form-" + language + ".json"))) {
      return JsonMapper.shared().readValue(in, FormMap.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, FormMap> joined(List<FormMap> maps) {
    Map<String, FormMap> all = new LinkedHashMap<>();
    for (FormMap own : maps) {
      List<FormMap> ownFirst =
          Stream.concat(Stream.of(own), maps.stream().filter(map -> !map.equals(own))).toList();
      all.put(own.language(), joined(own, maps.getFirst(), ownFirst));
    }
    return all;
  }

  private static FormMap joined(FormMap own, FormMap english, List<FormMap> ownFirst) {
    Map<String, List<String>> texts = new LinkedHashMap<>(own.texts());
    for (String text : LOOKED_FOR) {
      texts.put(text, union(ownFirst, map -> map.text(text)));
    }
    Map<String, List<String>> buttons = new LinkedHashMap<>(own.buttons());
    for (String button : HARMLESS) {
      buttons.put(button, union(ownFirst, map -> map.button(button)));
    }
    return new FormMap(
        own.version(),
        own.language(),
        own.seen(),
        own.guesses(),
        own.formNames(),
        with(own.fields(), english.fields()),
        with(own.hints(), english.hints()),
        with(own.options(), english.options()),
        Map.copyOf(buttons),
        Map.copyOf(texts),
        union(ownFirst, FormMap::stopAddresses),
        union(ownFirst, FormMap::stopTexts));
  }

  private static Map<String, List<String>> with(
      Map<String, List<String>> own, Map<String, List<String>> english) {
    Map<String, List<String>> both = new LinkedHashMap<>();
    own.forEach((name, words) ->
        both.put(
            name,
            Stream.concat(words.stream(), english.getOrDefault(name, List.of()).stream())
                .distinct()
                .toList()));
    return both;
  }

  private static <T> List<T> union(List<FormMap> maps, Function<FormMap, List<T>> words) {
    return maps.stream().flatMap(map -> words.apply(map).stream()).distinct().toList();
  }
}
