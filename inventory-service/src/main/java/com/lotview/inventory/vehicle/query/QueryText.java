package com.lotview.inventory.vehicle.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search as words. Letters and digits are words of their own, so that "f150" and "F-150" are
 * alike; a number keeps its marks of thousands and decimals.
 *
 * @param text in small letters without accents
 * @param tokens in their order
 */
record QueryText(String text, List<Token> tokens) {
  private static final Pattern TOKEN =
      Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d{1,2})?(?!\\d)|\\d+|\\p{L}+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /**
   * A word.
   *
   * @param word without the marks inside of a number
   * @param before what stands between it and the word before
   * @param corrected whether it is another word than the one that was written
   */
  record Token(String word, String before, int start, int end, boolean corrected) {
    boolean isNumber() {
      return Character.isDigit(word.charAt(0));
    }

    boolean isGlued() {
      return start > 0 && before.isEmpty();
    }

    Token corrected(String other) {
      return new Token(other, before, start, end, true);
    }
  }

  static QueryText of(String written) {
    String text = fold(written).replaceAll("[\\s\\h]+", " ").strip();
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String before = text.substring(end, matcher.start());
      tokens.add(new Token(matcher.group(), before, matcher.start(), matcher.end(), false));
      end = matcher.end();
    }
    return new QueryText(text, List.copyOf(tokens));
  }

  /** Small letters without accents. */
  static String fold(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return ACCENTS
        .matcher(Normalizer.normalize(composed, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** Letters and digits only. */
  static String key(String text) {
    return fold(text).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  QueryText with(List<Token> others) {
    return new QueryText(text, List.copyOf(others));
  }

  List<String> words() {
    return tokens.stream().map(Token::word).toList();
  }

  /** What stands behind the last word up to the next one. */
  String after(int token) {
    int next = token + 1;
    return next < tokens.size()
        ? tokens.get(next).before()
        : text.substring(tokens.get(token).end());
  }

  /** The words from one token to before another, as they are written. */
  String written(int from, int to) {
    return text.substring(start(from), end(to));
  }

  /** The search without these words. */
  String without(int from, int to) {
    String rest = text.substring(0, start(from)) + " " + text.substring(end(to));
    return rest.replaceAll("\\s+", " ").strip();
  }

  boolean corrected(int from, int to) {
    return tokens.subList(from, to).stream().anyMatch(Token::corrected);
  }

  // A sign of money or of comparison belongs to the number behind it.
  private int start(int token) {
    int start = tokens.get(token).start();
    String before = tokens.get(token).before();
    int signs = before.length();
    while (signs > 0 && "$<>=#'≤≥".indexOf(before.charAt(signs - 1)) >= 0) {
      signs--;
    }
    return start - (before.length() - signs);
  }

  private int end(int to) {
    int end = tokens.get(to - 1).end();
    while (end < text.length() && "+$%'".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
