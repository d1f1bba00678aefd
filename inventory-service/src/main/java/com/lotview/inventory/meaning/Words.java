package com.lotview.inventory.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as words and the marks between them. Capitals, accents and invisible characters are gone;
 * letters and digits are words of their own, so that "6MT" and "6 M/T" are alike.
 *
 * @param words in their order
 * @param gaps what stands before each word, and behind the last one: one more than words
 */
record Words(List<String> words, List<String> gaps) {
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['\u2019]t\\b)?|\\p{N}+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  static Words of(String text) {
    String visible =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(visible, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    int end = 0;
    while (matcher.find()) {
      gaps.add(plain.substring(end, matcher.start()));
      words.add(matcher.group().replace("\u2019", "'"));
      end = matcher.end();
    }
    gaps.add(plain.substring(end));
    return new Words(List.copyOf(words), List.copyOf(gaps));
  }

  int size() {
    return words.size();
  }

  String word(int index) {
    return words.get(index);
  }

  String gapBefore(int index) {
    return gaps.get(index);
  }
}
