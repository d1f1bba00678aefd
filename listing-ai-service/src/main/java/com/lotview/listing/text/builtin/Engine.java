package com.lotview.listing.text.builtin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says about an engine, limited to what a person would mention.
 *
 * @param size liters, for example {@code 2.0}; null if unknown
 * @param layout {@code V6}, or the number of cylinders; null if unknown
 * @param forced {@code turbo}, {@code twin-turbo} or {@code supercharged}; null if not said
 */
record Engine(
    @Nullable String size, @Nullable String layout, @Nullable String forced, boolean diesel) {
  private static final Pattern SIZE =
      Pattern.compile("\\b(\\d\\.\\d)\\s?(?:l\\b|t\\b|liter|litre)?");
  private static final Pattern VEE = Pattern.compile("\\b([vw])-?\\s?(\\d{1,2})\\b");
  private static final Pattern CYLINDERS =
      Pattern.compile(
          "\\b(?:[ilh]-?|inline[- ]?|flat[- ]?)(\\d)\\b|\\b(\\d)[- ]?cyl|\\b(\\d)\\s+cylinder");
  private static final Map<String, String> COUNTS =
      Map.of("three-cyl", "3", "four-cyl", "4", "five-cyl", "5", "six-cyl", "6", "eight-cyl", "8");

  static @Nullable Engine of(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    String text = cell.toLowerCase(Locale.ROOT);
    Matcher size = SIZE.matcher(text);
    String liters = size.find() ? size.group(1) : null;
    Engine engine =
        new Engine(
            liters,
            layout(text),
            forced(text),
            text.matches(".*\\b(?:diesel|tdi|duramax|power ?stroke|ecodiesel)\\b.*"));
    return engine.size == null && engine.layout == null ? null : engine;
  }

  private static @Nullable String layout(String text) {
    Matcher vee = VEE.matcher(text);
    if (vee.find()) {
      return (vee.group(1) + vee.group(2)).toUpperCase(Locale.ROOT);
    }
    Matcher cylinders = CYLINDERS.matcher(text);
    if (cylinders.find()) {
      for (int group = 1; group <= cylinders.groupCount(); group++) {
        if (cylinders.group(group) != null) {
          return cylinders.group(group);
        }
      }
    }
    return COUNTS.entrySet().stream()
        .filter(count -> text.contains(count.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String forced(String text) {
    if (text.matches(".*\\b(?:twin|bi)[- ]?turbo.*")) {
      return "twin-turbo";
    }
    if (text.matches(".*\\bsupercharg.*")) {
      return "supercharged";
    }
    return text.matches(".*\\bturbo(?:charged)?\\b.*|.*\\bturbo-?diesel.*|.*\\b\\d\\.\\dt\\b.*")
        ? "turbo"
        : null;
  }

  boolean hasV8() {
    return "V8".equals(layout);
  }

  /** The engine in the words of a language; null if the language lacks a word for it. */
  @Nullable String say(PhraseBook book) {
    Map<String, String> pieces = pieces(book);
    return pieces == null
        ? null
        : Pattern.compile("\\{(\\w+)(?:\\|(\\w+))?}")
            .matcher(book.need("engine"))
            .replaceAll(piece -> {
              String otherwise = piece.group(2) == null ? "" : piece.group(2);
              return Matcher.quoteReplacement(pieces.getOrDefault(piece.group(1), otherwise));
            })
            .replaceAll("\\s+", " ")
            .strip();
  }

  /** What fills the places of the phrase; null if the language lacks a word. */
  private @Nullable Map<String, String> pieces(PhraseBook book) {
    Map<String, String> pieces = new HashMap<>();
    if (size != null) {
      pieces.put("size", book.need("engine.size").replace("{n}", size));
    }
    if (forced != null) {
      pieces.put("forced", book.need("engine." + forced));
    }
    if (diesel) {
      pieces.put("diesel", book.need("engine.diesel"));
    }
    if (layout != null && layout.matches("\\d")) {
      String cylinders = book.word("engine." + layout);
      if (cylinders == null) {
        return null;
      }
      pieces.put("cylinders", cylinders);
      pieces.put("layout", size == null ? cylinders + " engine" : cylinders);
    } else if (layout != null) {
      pieces.put("vee", layout);
      pieces.put("layout", layout);
    }
    return pieces;
  }
}
