package com.lotview.listing.text.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sentences in paragraphs, which are shortened until they fit. */
final class Draft {
  /** Sections that are dropped first when there is no room, in this order. */
  private static final List<String> LEFT_OUT =
      List.of("more", "count", "why", "fuel", "equipment", "also", "grade", "place", "mechanics");

  private record Sentence(String section, String text) {}

  private final List<List<Sentence>> paragraphs = new ArrayList<>();

  void beginParagraph() {
    paragraphs.add(new ArrayList<>());
  }

  /** Adds a sentence to the last paragraph. */
  void add(String section, String text) {
    paragraphs.getLast().add(new Sentence(section, text));
  }

  /** The paragraphs, without the sentences for which there is no room. */
  String fitted(int room) {
    String text = joined();
    for (String section : LEFT_OUT) {
      while (text.length() > room && removeLast(section)) {
        text = joined();
      }
    }
    return text;
  }

  private boolean removeLast(String section) {
    return paragraphs.stream()
        .flatMap(paragraph -> paragraph.stream().map(sentence -> Map.entry(paragraph, sentence)))
        .filter(entry -> entry.getValue().section().equals(section))
        .reduce((one, other) -> other)
        .map(entry -> entry.getKey().remove(entry.getValue()))
        .orElse(false);
  }

  private String joined() {
    return paragraphs.stream()
        .filter(paragraph -> !paragraph.isEmpty())
        .map(paragraph -> paragraph.stream().map(Sentence::text).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n\n"));
  }
}
