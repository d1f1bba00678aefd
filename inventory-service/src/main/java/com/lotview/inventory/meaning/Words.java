package com.lotview.inventory.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as words and the marks between them. Capitals, accents and invisible characters are gone;
 * letters and digits are words of their own, so that "6MT" and "6 M/T" are alike; ticks and crosses
 * are yes and no.
 *
 * @param words in their order
 * @param gaps what stands before each word, and behind the last one: one more than words
 */
record Words(List<String> words, List<String> gaps) {
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['\u2019]t\\b)?|\\p{N}+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /** "accident(s)" */
  private static final Pattern PLURAL = Pattern.compile("(?<=\\p{L})\\(([sS])\\)");

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  /** A whole number as some systems write it: "1.0". */
  private static final Pattern FLOAT = Pattern.compile("(?<![\\d.,])(\\d+)\\.0+(?![\\d.,])");

  private static final Pattern CROSS = Pattern.compile("[\u2715\u2716\u2717\u2718\u274C\u274E]");
  private static final Pattern TICK = Pattern.compile("[\u2713\u2714\u2705\u2611]");

  static Words of(String text) {
    return split(isAscii(text) ? ascii(text) : unaccented(text));
  }

  static Words split(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
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

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  // As {@link #unaccented}, without the steps that change no ASCII: most cells are.
  private static String ascii(String text) {
    String whole = text.indexOf('.') < 0 ? text : FLOAT.matcher(text).replaceAll("$1");
    return whole.indexOf('(') < 0 ? whole : PLURAL.matcher(whole).replaceAll("$1");
  }

  static String unaccented(String text) {
    String composed = marksAsWords(Normalizer.normalize(text, Normalizer.Form.NFKC));
    String visible = PLURAL.matcher(INVISIBLE.matcher(composed).replaceAll("")).replaceAll("$1");
    return ACCENTS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFD)).replaceAll("");
  }

  private static String marksAsWords(String text) {
    String named = CROSS.matcher(TICK.matcher(text).replaceAll(" yes ")).replaceAll(" no ");
    return FLOAT.matcher(named).replaceAll("$1");
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
