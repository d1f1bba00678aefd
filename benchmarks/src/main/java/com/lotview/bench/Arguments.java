package com.lotview.bench;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The arguments after a benchmark's name. Its methods throw {@link IllegalArgumentException} with a
 * sentence for people.
 */
record Arguments(List<String> words) {
  /** The number at this place, from 0. */
  int number(int place, int absent) {
    String word = text(place, "");
    return word.isBlank() ? absent : number(word);
  }

  /** The list of numbers at this place; an empty argument is an empty list. */
  List<Integer> numbers(int place, String absent) {
    return Arrays.stream(text(place, absent).split(","))
        .filter(word -> !word.isBlank())
        .map(Arguments::number)
        .toList();
  }

  /** The regular expression at this place; if absent, one that finds everything. */
  Pattern pattern(int place) {
    try {
      return Pattern.compile(text(place, ""));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("no regular expression: " + e.getMessage(), e);
    }
  }

  private String text(int place, String absent) {
    return place < words.size() ? words.get(place) : absent;
  }

  private static int number(String word) {
    if (!word.strip().matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("'" + word + "' is no number");
    }
    return Integer.parseInt(word.strip());
  }
}
