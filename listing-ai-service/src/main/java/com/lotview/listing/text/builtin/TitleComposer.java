package com.lotview.listing.text.builtin;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Writes titles. */
final class TitleComposer {
  private TitleComposer() {}

  /** The title: the name and the strongest point that fits and repeats no word of it. */
  static String title(VehicleSpeech speech, PhraseBook book, int longest) {
    String name = shortened(speech.name().full(), longest);
    Stream<String> points =
        Stream.concat(
            book.names("points").stream().filter(speech.tags()::contains), Stream.of("color"));
    return points
        .map(point -> book.word("title." + point))
        .filter(words -> words != null)
        .map(words -> SentencePattern.of(String.valueOf(words), Set.of()))
        .filter(pattern -> speech.slots().keySet().containsAll(pattern.slots()))
        .map(pattern -> pattern.fill(speech.slots()))
        .filter(words -> repeatsNothing(name, words))
        .map(words -> name + " - " + words)
        .filter(title -> title.length() <= longest)
        .findFirst()
        .orElse(name);
  }

  private static boolean repeatsNothing(String name, String words) {
    Set<String> known = new HashSet<>(List.of(name.toLowerCase(Locale.ROOT).split("[ /-]", -1)));
    return Stream.of(words.toLowerCase(Locale.ROOT).split("[ /-]", -1)).allMatch(known::add);
  }

  private static String shortened(String name, int longest) {
    if (name.length() <= longest) {
      return name;
    }
    int blank = name.lastIndexOf(' ', longest);
    return name.substring(0, blank > 0 ? blank : longest);
  }
}
