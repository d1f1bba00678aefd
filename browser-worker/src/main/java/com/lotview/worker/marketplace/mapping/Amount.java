package com.lotview.worker.marketplace.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number as a page shows it: with separators that follow its country, and maybe a currency. */
public final class Amount {

  /** Three digits stand behind every separator of thousands, so two behind one are cents. */
  private static final Pattern CENTS = Pattern.compile("^(.*)[.,](\\d{2})$");

  /** A dollar sign alone is every dollar's and some pesos'; nothing says which. */
  private static final Set<String> DOLLARS = Set.of("", "$", "US$", "USD", "$US", "USD$", "$USD");

  private Amount() {}

  /** The whole units; the text itself if it has cents, which nobody entered. */
  public static String digits(String shown) {
    String text = shown.strip();
    Matcher cents = CENTS.matcher(text);
    if (cents.matches()) {
      return cents.group(2).equals("00") ? plain(cents.group(1)) : text;
    }
    return plain(text);
  }

  /** What stands beside the digits, such as {@code $} or {@code Bs.}. */
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
