package com.lotview.worker.marketplace.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number as a page shows it: with its country's separators, and possibly a currency. */
public final class Amount {

  /** Three digits follow each separator of thousands, so two digits are cents. */
  private static final Pattern CENTS = Pattern.compile("^(.*)[.,](\\d{2})$");

  /** A dollar sign alone is used for all dollars and some pesos. */
  private static final Set<String> DOLLARS = Set.of("", "$", "US$", "USD", "$US", "USD$", "$USD");

  private Amount() {}

  /** The whole units; the text itself if it has cents, which we never enter. */
  public static String digits(String shown) {
    String text = shown.strip();
    Matcher cents = CENTS.matcher(text);
    if (cents.matches()) {
      return cents.group(2).equals("00") ? plain(cents.group(1)) : text;
    }
    return plain(text);
  }

  /** The text beside the digits, such as {@code $} or {@code Bs.}. */
  public static String currency(String shown) {
    return shown
        .replaceAll("(?<=\\d)[.,'\u2019](?=\\d)", "")
        .replaceAll("[\\d\\s\\u00a0\\u202f]", "");
  }

  public static boolean inDollars(String shown) {
    return DOLLARS.contains(currency(shown).toUpperCase(Locale.ROOT));
  }

  private static String plain(String text) {
    return text.replaceAll("\\D", "");
  }
}
