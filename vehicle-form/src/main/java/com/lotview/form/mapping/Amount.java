package com.lotview.form.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A number as a page shows it: with its country's separators, and possibly a currency. */
public final class Amount {

  /** Three digits follow each separator of thousands, so two digits are cents. */
  private static final Pattern CENTS = Pattern.compile("^(.*)[.,](\\d{2})$");

  /** Signs that several currencies have, with their codes; without a sign nothing contradicts. */
  private static final Map<String, Set<String>> SHARED =
      Map.of(
          "$", Set.of("USD", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD", "CLP", "COP", "ARS"),
          "KR", Set.of("SEK", "NOK", "DKK", "ISK"));

  /** Any dollar or peso. */
  private static final Pattern DOLLAR = Pattern.compile("\\$|USD|CAD|AUD|NZD|MXN");

  /** Signs of one currency only, with its code. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("\u00a3", "GBP"),
          Map.entry("\u20ac", "EUR"),
          Map.entry("RP", "IDR"),
          Map.entry("R$", "BRL"),
          Map.entry("US$", "USD"),
          Map.entry("$US", "USD"),
          Map.entry("USD$", "USD"),
          Map.entry("$USD", "USD"),
          Map.entry("CA$", "CAD"),
          Map.entry("C$", "CAD"),
          Map.entry("CAD$", "CAD"),
          Map.entry("$CAD", "CAD"),
          Map.entry("$CA", "CAD"),
          Map.entry("A$", "AUD"),
          Map.entry("AU$", "AUD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("MX$", "MXN"),
          Map.entry("RD$", "DOP"),
          Map.entry("BS", "BOB"),
          Map.entry("\u20b9", "INR"));

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

  /** Whether a price that is shown like this may be in the currency, by its sign. */
  public static boolean mayBeIn(String currency, String shown) {
    String sign = plainSign(currency(shown));
    return sign.isEmpty() || signsOf(currency).contains(sign);
  }

  /** The signs by which a page may show the currency, in capitals, without dots and spaces. */
  public static List<String> signsOf(String currency) {
    Stream<String> own =
        CODES.entrySet().stream()
            .filter(sign -> sign.getValue().equals(currency))
            .map(Map.Entry::getKey);
    Stream<String> shared =
        SHARED.entrySet().stream()
            .filter(sign -> sign.getValue().contains(currency))
            .map(Map.Entry::getKey);
    return Stream.of(Stream.of(currency), own, shared).flatMap(signs -> signs).sorted().toList();
  }

  /**
   * Whether two signs may stand for one currency. A page shortens "CA$" to "$" and "Bs." to "Bs";
   * without a sign nothing contradicts.
   */
  public static boolean sameCurrency(String one, String other) {
    String first = code(one);
    String second = code(other);
    return first.isEmpty()
        || second.isEmpty()
        || first.equals(second)
        || (first.equals("$") && DOLLAR.matcher(second).find())
        || (second.equals("$") && DOLLAR.matcher(first).find());
  }

  private static String code(String sign) {
    String plain = plainSign(sign);
    return CODES.getOrDefault(plain, plain);
  }

  private static String plainSign(String sign) {
    return sign.replaceAll("[\\s.]", "").toUpperCase(Locale.ROOT);
  }

  private static String plain(String text) {
    return text.replaceAll("\\D", "");
  }
}
