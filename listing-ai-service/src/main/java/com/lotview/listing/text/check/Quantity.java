package com.lotview.listing.text.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as a text states it.
 *
 * @param value without trailing zeros; "34K" is 34000
 * @param unit what is counted, in one word; null if the text does not say right after the number
 * @param thousands whether it was written with K
 */
record Quantity(BigDecimal value, @Nullable String unit, boolean thousands) {
  private static final Map<String, Pattern> UNITS =
      Map.ofEntries(
          unit("mile", "miles?|mi"),
          unit("km", "kms?|kilomet(?:er|re)s?|kilometros?"),
          unit("mpg", "mpg|miles per gallon"),
          unit("hp", "hp|bhp|horsepower"),
          unit("cylinder", "cyls?|cylinders?"),
          unit("speed", "speeds?|spd"),
          unit("inch", "inch|inches"),
          unit("seat", "passengers?|seats?|seaters?|occupants?|people"),
          unit("door", "doors?|dr"),
          unit("owner", "owners?"),
          unit("year", "years?|yrs?"),
          unit("month", "months?"),
          unit("day", "days?"),
          unit("airbag", "airbags?|air bags?"),
          unit("liter", "l|liters?|litres?"),
          unit("percent", "percent|%"),
          unit("pound", "lbs?|pounds?"),
          unit("key", "keys?"),
          unit("speaker", "speakers?"),
          unit("row", "rows?"),
          unit("feature", "(?:[a-z]+ ){0,2}(?:features|options)"));

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d])(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?(k\\b)?");
  private static final Pattern CYLINDERS = Pattern.compile("(?:^|[^a-z])[vihlw]-?$");

  /** All numbers of a text that is already folded. */
  static List<Quantity> in(String folded) {
    List<Quantity> found = new ArrayList<>();
    Matcher number = NUMBER.matcher(folded);
    while (number.find()) {
      String fraction = number.group(2) == null ? "" : number.group(2);
      boolean thousands = number.group(3) != null;
      BigDecimal value = new BigDecimal(number.group(1).replace(",", "") + fraction);
      value = thousands ? value.movePointRight(3) : value;
      found.add(new Quantity(value.stripTrailingZeros(), unit(folded, number), thousands));
    }
    return found;
  }

  private static @Nullable String unit(String folded, Matcher number) {
    String rest = folded.substring(number.end());
    for (Map.Entry<String, Pattern> unit : UNITS.entrySet()) {
      if (unit.getValue().matcher(rest).lookingAt()) {
        return unit.getKey();
      }
    }
    // "V6", "I4": the letter stands before.
    return CYLINDERS.matcher(folded.substring(0, number.start())).find() ? "cylinder" : null;
  }

  private static Map.Entry<String, Pattern> unit(String name, String words) {
    return Map.entry(name, Pattern.compile("[ -]?(?:" + words + ")(?![a-z0-9])"));
  }

  String words() {
    String number = value.toPlainString();
    return unit == null ? number : number + " " + unit;
  }
}
