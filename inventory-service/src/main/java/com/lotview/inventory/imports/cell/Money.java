package com.lotview.inventory.imports.cell;

import com.lotview.contracts.Market;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An amount as it was written; it is never converted.
 *
 * @param hundredths of the currency, also of one that has no smaller coin
 * @param currency three letters (ISO 4217)
 */
public record Money(long hundredths, String currency) {
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("US$", "USD"),
          Map.entry("$US", "USD"),
          Map.entry("US", "USD"),
          Map.entry("$USD", "USD"),
          Map.entry("USD$", "USD"),
          Map.entry("C$", "CAD"),
          Map.entry("CA$", "CAD"),
          Map.entry("CAN$", "CAD"),
          Map.entry("CDN", "CAD"),
          Map.entry("CDN$", "CAD"),
          Map.entry("$CAD", "CAD"),
          Map.entry("A$", "AUD"),
          Map.entry("AU$", "AUD"),
          Map.entry("$AUD", "AUD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("RD$", "DOP"),
          Map.entry("R$", "BRL"),
          Map.entry("MX$", "MXN"),
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("RP", "IDR"),
          Map.entry("¥", "JPY"),
          Map.entry("₹", "INR"));
  // What several countries write: the dealership's own, if it is one of them.
  private static final Map<String, Set<String>> SHARED =
      Map.of(
          "$", Set.of("USD", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD"),
          "KR", Set.of("SEK", "NOK", "DKK", "ISK"),
          "KR.", Set.of("SEK", "NOK", "DKK", "ISK"),
          ":-", Set.of("SEK", "NOK", "DKK"));
  private static final Pattern BLANKS = Pattern.compile("[\\s\\h]");
  private static final Pattern SIGN =
      Pattern.compile("[\\p{Sc}:.-]{1,3}|[A-Z]{1,3}\\p{Sc}|\\p{Sc}[A-Z]{2,3}");

  /** Currencies whose unit buys about what a dollar does: a car costs hundreds to millions. */
  private static final Set<String> LIKE_DOLLARS =
      Set.of("USD", "CAD", "AUD", "NZD", "EUR", "GBP", "CHF", "SGD");

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(20_000_000);
  // Rupiah and dong: a car costs billions.
  private static final BigDecimal HIGHEST_OF_OTHERS = BigDecimal.valueOf(100_000_000_000L);

  /**
   * Reads a cell; zero and words like "Not Priced" mean that there is no price.
   *
   * @param elsewhere what another column says of the currency; null if nothing
   */
  public static CellReading<Money> read(String cell, @Nullable String elsewhere, Market market) {
    Matcher parts = Numbers.AROUND_NUMBER.matcher(cell);
    if (!parts.matches()) {
      return new CellReading.Missing<>();
    }
    BigDecimal amount = Numbers.number(parts.group(2));
    String said =
        BLANKS.matcher(parts.group(1) + parts.group(3)).replaceAll("").toUpperCase(Locale.ROOT);
    String currency = currency(said, elsewhere, market);
    if (amount == null || currency == null) {
      return new CellReading.Wrong<>("\"" + cell + "\" is not an amount");
    }
    if (amount.signum() == 0) {
      return new CellReading.Missing<>();
    }
    BigDecimal highest = LIKE_DOLLARS.contains(currency) ? HIGHEST : HIGHEST_OF_OTHERS;
    if (amount.signum() < 0 || amount.compareTo(highest) > 0) {
      return new CellReading.Wrong<>("\"" + cell + "\" is no price of a vehicle");
    }
    return switch (Numbers.whole(amount.movePointRight(2), cell, "an amount")) {
      case CellReading.Known<Long>(Long hundredths) ->
          new CellReading.Known<>(new Money(hundredths, currency));
      case CellReading.Wrong<Long>(String reason) -> new CellReading.Wrong<>(reason);
      default -> new CellReading.Missing<>();
    };
  }

  // Null: C$ and AU$ are money; $K and OBO are not.
  private static @Nullable String currency(String said, @Nullable String elsewhere, Market market) {
    if (said.isEmpty()) {
      String other = elsewhere == null ? "" : elsewhere.strip().toUpperCase(Locale.ROOT);
      return other.isEmpty() ? market.currency() : currency(other, null, market);
    }
    if (CODES.contains(said)) {
      return said;
    }
    if (SIGNS.containsKey(said)) {
      return SIGNS.get(said);
    }
    Set<String> shared = SHARED.get(said);
    if (shared != null) {
      return shared.contains(market.currency()) ? market.currency() : shared(said);
    }
    return twice(said);
  }

  private static String shared(String sign) {
    return sign.equals("$") ? "USD" : "SEK";
  }

  // "$ 5,000 CAD" says it twice.
  private static @Nullable String twice(String said) {
    return said.length() > 3
            && SIGN.matcher(said).matches()
            && CODES.contains(said.substring(said.length() - 3))
        ? said.substring(said.length() - 3)
        : null;
  }

  /** Whether usual prices in dollars are usual in this currency too. */
  public boolean isLikeDollars() {
    return LIKE_DOLLARS.contains(currency);
  }

  /** "419000 SEK", for messages. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString() + " " + currency;
  }
}
