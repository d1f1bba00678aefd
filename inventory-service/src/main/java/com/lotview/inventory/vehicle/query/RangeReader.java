package com.lotview.inventory.vehicle.query;

import com.lotview.contracts.DistanceUnit;
import com.lotview.inventory.vehicle.query.QueryText.Token;
import com.lotview.inventory.vehicle.query.Understood.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads prices, mileages and years: "under 30k", "60k miles", "entre 10 y 20 mil", "2018+". What
 * has no unit is a year if it can be one, else a price. One object per search.
 */
final class RangeReader {
  private static final int FIRST_YEAR = 1950;
  // "under 30" never means dollars.
  private static final BigDecimal FEW = BigDecimal.valueOf(200);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000_000_000L);
  private static final Map<String, Kind> HINTS =
      Map.of("PRICE", Kind.PRICE, "MILEAGE", Kind.MILEAGE, "YEAR", Kind.YEAR);

  private static final Map<String, Side> BEFORE =
      Map.of("MOST", Side.MOST, "LEAST", Side.LEAST, "FROM", Side.LEAST, "UNTIL", Side.BEFORE);
  private static final Map<String, Side> BEHIND =
      Map.of("NEWER", Side.LEAST, "ORMORE", Side.LEAST, "OLDER", Side.MOST, "ORLESS", Side.MOST);

  private final SearchWords lists;
  private final QueryText text;
  private final List<String> words;
  private final int lastYear;

  RangeReader(SearchWords lists, QueryText text, int lastYear) {
    this.lists = lists;
    this.text = text;
    this.words = text.words();
    this.lastYear = lastYear;
  }

  /**
   * A range.
   *
   * @param next the word behind it
   */
  record Range(Kind kind, @Nullable Long least, @Nullable Long most, int next) {}

  private enum Side {
    LEAST,
    MOST,
    /** Less than, of a year. */
    BEFORE,
    NONE
  }

  /**
   * A number.
   *
   * @param kind what its unit says; null if it has none
   * @param scaled whether a word says that it counts thousands
   */
  private record Amount(
      BigDecimal value, @Nullable Kind kind, boolean scaled, int token, int next) {
    Amount thousands() {
      return new Amount(value.multiply(THOUSAND), kind, true, token, next);
    }
  }

  private record Bound(Side side, int next) {}

  /** The range that begins at a word; null if none does. */
  @Nullable Range read(int start) {
    Kind hint = null;
    int at = start;
    for (Map.Entry<String, Kind> one : HINTS.entrySet()) {
      int length = lists.at(one.getKey(), words, start);
      if (length > 0) {
        hint = one.getValue();
        at = start + length;
      }
    }
    Range span = between(at, hint);
    return span != null ? span : bounded(at, hint);
  }

  private @Nullable Range between(int at, @Nullable Kind hint) {
    int length = lists.at("BETWEEN", words, at(at));
    Amount from = amount(at + length);
    if (at >= words.size() || from == null) {
      return null;
    }
    boolean dash = text.after(from.next() - 1).strip().matches("[-–—]\\s*\\$?");
    int to = dash ? 0 : from.next() < words.size() ? lists.at("TO", words, from.next()) : 0;
    Amount until = dash || to > 0 ? amount(from.next() + to) : null;
    if (until == null) {
      return null;
    }
    Kind kind = kind(hint, from, until, true);
    boolean both = until.scaled() && !from.scaled() && from.value().compareTo(THOUSAND) < 0;
    Amount first = both ? from.thousands() : from;
    return kind == null
        ? null
        : new Range(kind, value(kind, first, true), value(kind, until, true), until.next());
  }

  private int at(int index) {
    return Math.min(index, words.size() - 1);
  }

  private @Nullable Range bounded(int at, @Nullable Kind hint) {
    Bound bound = bound(at);
    Amount amount = amount(bound.next());
    if (amount == null) {
      return null;
    }
    boolean compared = bound.side() != Side.NONE;
    Kind kind = kind(hint, amount, amount, compared);
    if (kind == null) {
      return null;
    }
    long value = value(kind, amount, compared || hint != null);
    Bound behind = compared ? new Bound(bound.side(), amount.next()) : behind(amount);
    return switch (behind.side()) {
      case LEAST -> new Range(kind, value, null, behind.next());
      case MOST -> new Range(kind, null, value, behind.next());
      case BEFORE -> new Range(kind, null, kind == Kind.YEAR ? value - 1 : value, behind.next());
      // "60k miles" and "$20,000" alone are upper limits.
      case NONE -> new Range(kind, kind == Kind.YEAR ? value : null, value, behind.next());
    };
  }

  private Bound bound(int at) {
    if (at >= words.size()) {
      return new Bound(Side.NONE, at);
    }
    String sign = text.tokens().get(at).before();
    if (sign.contains("<") || sign.contains("≤")) {
      return new Bound(Side.MOST, at);
    }
    if (sign.contains(">") || sign.contains("≥")) {
      return new Bound(Side.LEAST, at);
    }
    return longest(BEFORE, at);
  }

  private Bound longest(Map<String, Side> sides, int at) {
    Bound best = new Bound(Side.NONE, at);
    for (Map.Entry<String, Side> one : sides.entrySet()) {
      int next = at < words.size() ? at + lists.at(one.getKey(), words, at) : at;
      if (next > best.next()) {
        best = new Bound(one.getValue(), next);
      }
    }
    return best;
  }

  // "2018+", "2018 or newer", "20k or less".
  private Bound behind(Amount amount) {
    int next = amount.next();
    return text.after(next - 1).startsWith("+")
        ? new Bound(Side.LEAST, next)
        : longest(BEHIND, next);
  }

  private @Nullable Amount amount(int at) {
    if (at >= words.size() || !text.tokens().get(at).isNumber()) {
      return null;
    }
    Token number = text.tokens().get(at);
    BigDecimal value = number(number.word());
    int next = at + 1;
    boolean scaled = isThousand(next);
    if (scaled) {
      value = value.multiply(THOUSAND);
      next++;
    }
    Kind kind = number.before().endsWith("$") ? Kind.PRICE : null;
    if (next < words.size()) {
      int miles = lists.at("MILES", words, next);
      int kilometres = lists.at("KILOMETRES", words, next);
      int money = lists.at("MONEY", words, next);
      value = kilometres > 0 ? miles(value) : value;
      kind = miles + kilometres > 0 ? Kind.MILEAGE : money > 0 ? Kind.PRICE : kind;
      next += miles + kilometres + money;
    }
    boolean part = number.isGlued() || (next < words.size() && text.tokens().get(next).isGlued());
    return part || value.compareTo(HIGHEST) > 0 ? null : new Amount(value, kind, scaled, at, next);
  }

  private static BigDecimal miles(BigDecimal kilometres) {
    return BigDecimal.valueOf(DistanceUnit.KM.miles(kilometres.longValue()));
  }

  // The K of a K5 is no thousand.
  private boolean isThousand(int at) {
    return at < words.size()
        && lists.at("THOUSAND", words, at) > 0
        && !(at + 1 < words.size() && text.tokens().get(at + 1).isGlued());
  }

  private static BigDecimal number(String word) {
    return word.matches("\\d{1,3}([.,]\\d{3})+")
        ? new BigDecimal(word.replaceAll("[.,]", ""))
        : new BigDecimal(word.replace(',', '.'));
  }

  private @Nullable Kind kind(@Nullable Kind hint, Amount from, Amount until, boolean compared) {
    Kind unit = until.kind() == null ? from.kind() : until.kind();
    if (hint != null || unit != null) {
      return hint == null ? unit : hint;
    }
    if (isYear(from) && isYear(until)) {
      return Kind.YEAR;
    }
    return compared || until.scaled() ? Kind.PRICE : null;
  }

  private boolean isYear(Amount amount) {
    String word = words.get(amount.token());
    return !amount.scaled()
        && word.matches("\\d{4}")
        && Integer.parseInt(word) >= FIRST_YEAR
        && Integer.parseInt(word) <= lastYear;
  }

  private static long value(Kind kind, Amount amount, boolean compared) {
    boolean few = compared && !amount.scaled() && amount.value().compareTo(FEW) < 0;
    BigDecimal value =
        kind != Kind.YEAR && few && amount.kind() == null
            ? amount.thousands().value()
            : amount.value();
    return (kind == Kind.PRICE ? value.movePointRight(2) : value).longValue();
  }
}
