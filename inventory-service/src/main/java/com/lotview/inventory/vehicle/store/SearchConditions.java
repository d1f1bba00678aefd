package com.lotview.inventory.vehicle.store;

import com.lotview.inventory.meaning.Lexicon;
import com.lotview.inventory.vehicle.query.NumberRange;
import com.lotview.inventory.vehicle.query.SearchReading;
import com.lotview.inventory.vehicle.query.Understood.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search as conditions on the table {@code vehicle v}. They are tested on the rows of the
 * dealership, which an index finds: row-level security lets no index of words be used (ADR 44).
 */
final class SearchConditions {
  private static final Lexicon LEXICON = Lexicon.get();
  private static final String WORDS =
      "v.make, v.model, v.trim, v.stock_number, v.exterior_color, v.interior_color, v.body_style,"
          + " v.drivetrain, v.transmission, v.engine, v.fuel_type,"
          + " array_to_string(v.features, ' '))";
  private static final String TEXT = "concat_ws(' ', v.year, v.vin, " + WORDS;
  // People do not identify a vehicle by the middle of its VIN.
  private static final String NUMBERED = "concat_ws(' ', " + WORDS;
  private static final Map<Kind, String> COLUMNS =
      Map.of(
          Kind.MAKE, "v.make",
          Kind.MODEL, "v.model",
          Kind.CONDITION, "v.condition",
          Kind.BODY, "v.meaning -> 'body' ->> 'value'",
          Kind.FUEL, "v.meaning -> 'fuel' ->> 'value'",
          Kind.GEARBOX, "v.meaning -> 'gearbox' ->> 'value'",
          Kind.DRIVE, "v.meaning -> 'drive' ->> 'value'");
  private static final Map<Kind, String> NUMBERS =
      Map.of(Kind.YEAR, "v.year", Kind.PRICE, "v.price", Kind.MILEAGE, "v.mileage");
  private static final int SHORTEST_VIN_END = 4;
  private static final int VIN = 17;

  private final List<String> conditions;
  private final BiConsumer<String, Object> values;

  /** Adds to conditions, and to the values that they name. */
  SearchConditions(List<String> conditions, BiConsumer<String, Object> values) {
    this.conditions = conditions;
    this.values = values;
  }

  void add(SearchReading search) {
    COLUMNS.forEach((kind, column) -> anyOf(kind, column, search.values(kind)));
    NUMBERS.forEach((kind, column) -> within(kind, column, search.ranges(kind)));
    colors(search.values(Kind.COLOR));
    numbers(search.values(Kind.NUMBER));
    texts(search.text());
  }

  private void anyOf(Kind kind, String column, Set<String> wanted) {
    if (!wanted.isEmpty()) {
      String name = "sought" + kind.name();
      boolean named = kind == Kind.MAKE || kind == Kind.MODEL;
      conditions.add((named ? "lower(" + column + ")" : column) + " = any(:" + name + ")");
      values.accept(
          name,
          wanted.stream()
              .map(value -> named ? value.toLowerCase(Locale.ROOT) : value)
              .toArray(String[]::new));
    }
  }

  private void within(Kind kind, String column, List<NumberRange> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      bound(column + " >= :", "least" + kind + i, ranges.get(i).least());
      bound(column + " <= :", "most" + kind + i, ranges.get(i).most());
    }
  }

  private void bound(String condition, String name, @Nullable Long value) {
    if (value != null) {
      conditions.add(condition + name);
      values.accept(name, value);
    }
  }

  // A colour stands among other words: "Celestial Silver Metallic".
  private void colors(Set<String> colors) {
    if (!colors.isEmpty()) {
      String words =
          colors.stream()
              .flatMap(color ->
                  LEXICON.phrases(com.lotview.inventory.meaning.Kind.COLOR, color).stream())
              .sorted()
              .map(SearchConditions::withAccents)
              .collect(Collectors.joining("|"));
      conditions.add("v.exterior_color ~* :colors");
      values.accept("colors", "\\m(" + words + ")\\M");
    }
  }

  private static String withAccents(String word) {
    return word.replace("a", "[aá]")
        .replace("e", "[eé]")
        .replace("o", "[oóö]")
        .replace("u", "[uúü]");
  }

  private void numbers(Set<String> numbers) {
    int i = 0;
    for (String number : numbers.stream().sorted().toList()) {
      String name = "number" + i++;
      boolean vin = number.length() >= SHORTEST_VIN_END && number.length() <= VIN;
      String either =
          "%s ilike :%s or right(v.vin, %d) = :%sVin or left(v.vin, %d) = :%sVin"
              .formatted(NUMBERED, name, number.length(), name, number.length(), name);
      conditions.add("(" + (vin ? either : NUMBERED + " ilike :" + name) + ")");
      values.accept(name, contained(number));
      if (vin) {
        values.accept(name + "Vin", number.toUpperCase(Locale.ROOT));
      }
    }
  }

  private void texts(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      conditions.add(TEXT + " ilike :text" + i);
      values.accept("text" + i, contained(texts.get(i)));
    }
  }

  // LIKE's wildcards are ordinary characters to the person who searches.
  private static String contained(String word) {
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
