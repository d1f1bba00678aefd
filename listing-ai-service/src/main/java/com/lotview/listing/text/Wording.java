package com.lotview.listing.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes texts for all comparisons, so that look-alike characters cannot evade the checks. */
public final class Wording {
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}]|[\\p{Cc}&&[^\\n\\r\\t]]");
  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final Pattern QUOTES = Pattern.compile("[\\u2018\\u2019\\u02BC]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Wording() {}

  /** Whether the text holds characters that a reader cannot see. */
  public static boolean hidesCharacters(String text) {
    return INVISIBLE.matcher(text).find();
  }

  /** Compatibility forms folded, invisible characters gone, one kind of dash, quote and blank. */
  public static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    folded = INVISIBLE.matcher(folded).replaceAll("");
    folded = DASHES.matcher(folded).replaceAll("-");
    folded = QUOTES.matcher(folded).replaceAll("'");
    return SPACES.matcher(folded).replaceAll(" ").strip();
  }

  /** As {@link #plain}, in lower case. */
  public static String folded(String text) {
    return plain(text).toLowerCase(Locale.ROOT);
  }

  /** The text without the given words, wherever they stand; case does not matter. */
  public static String without(String text, String words) {
    return words.isBlank()
        ? text
        : Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text)
            .replaceAll(" \u00B7 ");
  }
}
