package com.lotview.inventory.imports;

import com.lotview.inventory.vehicle.Condition;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleStatus;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares stored facts with the row that they came from, without any code of the importer: plain
 * looks into the row's cells under the headers that people know. It knows less than the importer,
 * so it checks only whether the row contains a fact, and whether the row says the opposite.
 */
final class FactChecker {
  private static final Pattern DIGITS = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");
  private static final Map<String, String> OTHER_NAMES =
      Map.of("volkswagen", "vw", "chevrolet", "chevy", "mercedesbenz", "mercedes");
  private static final Map<String, Set<String>> BODY_CODES =
      Map.of(
          "pkup",
          Set.of("truck"),
          "fltbd",
          Set.of("truck"),
          "apurp",
          Set.of("suv"),
          "van",
          Set.of("van"));
  private static final Map<String, List<String>> DRIVES =
      Map.of(
          "AWD", List.of("awd", "allwheel"),
          "FWD", List.of("fwd", "frontwheel"),
          "RWD", List.of("rwd", "rearwheel"),
          "4WD", List.of("4wd", "4x4", "fourwheel", "4wheel"),
          "2WD", List.of("2wd", "4x2", "twowheel"));

  private final Map<String, String> row;
  private final List<String> contradictions = new ArrayList<>();

  private FactChecker(Map<String, String> row) {
    this.row = row;
  }

  /**
   * The facts that the row does not support.
   *
   * @param row cells by header, as a plain reader of CSV gives them
   */
  static List<String> contradictions(
      Map<String, String> row, VehicleFacts facts, VehicleStatus status) {
    FactChecker checker = new FactChecker(row);
    checker.check(facts);
    checker.status(status);
    return checker.contradictions;
  }

  private void check(VehicleFacts facts) {
    among("stockNumber", facts.stockNumber(), cells("stock", "vin", "id", "plate"));
    if (facts.vin() != null) {
      among("vin", facts.vin(), cells("vin"));
    }
    boolean year = cells("year").stream().anyMatch(cell -> cell.contains("" + facts.year()));
    expect("year", year, facts.year());
    name(facts);
    text("trim", facts.trim(), cells("trim", "series", "variant"));
    miles(facts);
    price(facts);
    text("exteriorColor", facts.exteriorColor(), outside(List.of("color", "colour"), "int"));
    text("interiorColor", facts.interiorColor(), cells("int"));
    body(facts.bodyStyle());
    drive(facts.drivetrain());
    text("transmission", facts.transmission(), cells("trans", "gear"));
    engine(facts.engine());
    text("fuelType", facts.fuelType(), cells("fuel"));
    condition(facts.condition());
    if (facts.conditionGrade() != null) {
      text(
          "conditionGrade",
          facts.conditionGrade().name().replace('_', ' '),
          cells("condition", "grade"));
    }
    if (facts.cleanTitle() != null) {
      boolean yes = cells("cleantitle").stream().anyMatch(cell -> cell.matches("(?i)y.*|true|1"));
      expect("cleanTitle", yes == facts.cleanTitle(), facts.cleanTitle());
    }
    facts
        .features()
        .forEach(feature -> within("features", feature, cells("feature", "option", "equipment")));
    if (facts.notes() != null) {
      within("notes", facts.notes(), cells("description", "comment", "notes", "headline"));
    }
    lotDate(facts);
    expect("costBasis", facts.costBasis() == null, facts.costBasis());
  }

  private void expect(String field, boolean right, Object value) {
    if (!right) {
      contradictions.add(field + " is " + value + ", and the row says " + row);
    }
  }

  private void among(String field, String value, List<String> cells) {
    expect(field, cells.stream().anyMatch(cell -> letters(cell).equals(letters(value))), value);
  }

  private void text(String field, String value, List<String> cells) {
    if (value != null) {
      among(field, value, cells);
    }
  }

  private void within(String field, String value, List<String> cells) {
    expect(field, cells.stream().anyMatch(cell -> letters(cell).contains(letters(value))), value);
  }

  private void name(VehicleFacts facts) {
    String row = letters(String.join(" ", cells("make")) + String.join(" ", exactly("model")));
    String other = OTHER_NAMES.getOrDefault(letters(facts.make()), letters(facts.make()));
    boolean make = row.startsWith(letters(facts.make())) || row.startsWith(other);
    expect("make", make && !facts.make().isBlank(), facts.make());
    expect("model", row.endsWith(letters(facts.model())), facts.model());
    String both = letters(facts.make()) + letters(facts.model());
    expect("model", row.equals(both) || row.equals(other + letters(facts.model())), facts.model());
  }

  private void miles(VehicleFacts facts) {
    if (facts.mileage() == null) {
      return;
    }
    List<String> cells = outside(List.of("mile", "odometer", "km"), "unit");
    int written = facts.odometer() == null ? facts.mileage() : facts.odometer();
    expect("mileage", cells.stream().anyMatch(cell -> number(cell, written)), facts.mileage());
    List<String> said = new ArrayList<>(cells);
    said.addAll(cells("unit"));
    expect(
        "mileage",
        said.stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains("km"))
            == (facts.odometer() != null),
        facts.mileage() + " miles");
  }

  private void price(VehicleFacts facts) {
    if (facts.price() == null) {
      return;
    }
    BigDecimal dollars = BigDecimal.valueOf(facts.price(), 2);
    List<String> cells = outside(List.of("price", "msrp"), "cost", "invoice", "wholesale", "date");
    List<String> found = cells.stream().filter(cell -> amount(cell, dollars)).toList();
    expect("price", !found.isEmpty(), dollars);
    String currency = facts.priceCurrency() == null ? "USD|US" : facts.priceCurrency() + "|CDN";
    expect(
        "price",
        found.stream()
            .allMatch(cell -> cell.replaceAll("[\\d.,\\s\\h$]|" + currency, "").isEmpty()),
        dollars + " " + currency);
  }

  private void body(String body) {
    if (body != null) {
      boolean right =
          cells("body", "type", "style", "marketclass").stream()
              .anyMatch(cell ->
                  letters(cell).equals(letters(body))
                      || BODY_CODES.getOrDefault(letters(cell), Set.of()).contains(letters(body)));
      expect("bodyStyle", right, body);
    }
  }

  private void drive(String drive) {
    if (drive != null) {
      List<String> words = DRIVES.getOrDefault(drive, List.of(letters(drive)));
      boolean right =
          cells("drive").stream()
              .anyMatch(cell -> words.stream().anyMatch(letters(cell)::startsWith));
      expect("drivetrain", right, drive);
    }
  }

  private void engine(String engine) {
    if (engine != null && engine.endsWith(" cylinders")) {
      String count = engine.substring(0, engine.indexOf(' '));
      expect(
          "engine",
          cells("cylinder").stream().anyMatch(cell -> cell.strip().startsWith(count)),
          engine);
    } else {
      text("engine", engine, cells("engine"));
    }
  }

  private void condition(Condition condition) {
    if (condition == null) {
      return;
    }
    String said =
        String.join(" ", cells("new", "used", "condition", "state", "type", "title", "status"))
            .toLowerCase(Locale.ROOT);
    boolean denied = said.matches(".*\\b(not|non|un)[ -]?certified.*");
    boolean flag =
        cells("certified").stream().anyMatch(cell -> cell.matches("(?i)y|yes|true|1(\\.0)?"));
    boolean right =
        switch (condition) {
          case NEW -> said.matches(".*\\b(n|new)\\b.*");
          case USED -> said.matches(".*\\b(u|used|pre-?owned)\\b.*") || denied;
          case CPO -> !denied && (flag || said.matches(".*(certified|cpo).*|.*\\bc\\b.*"));
        };
    expect("condition", right, condition);
  }

  private void status(VehicleStatus status) {
    String said =
        String.join(" ", cells("availability", "status", "category")).toLowerCase(Locale.ROOT);
    boolean sold = said.matches(".*\\bsold\\b.*") && !said.contains("not sold");
    boolean held =
        said.matches(".*(pending|hold|reserved|unavailable|not[ _]available|out of stock).*");
    boolean right =
        switch (status) {
          case ACTIVE -> !sold && !held;
          case SOLD -> sold;
          case PENDING ->
              !sold && !said.isBlank() && !said.matches("\\s*(available|in stock|a|active)\\s*");
          case ARCHIVED -> false;
        };
    expect("status", right, status);
  }

  private void lotDate(VehicleFacts facts) {
    if (facts.lotDate() == null) {
      return;
    }
    List<String> dates = cells("date");
    int month = facts.lotDate().getMonthValue();
    int day = facts.lotDate().getDayOfMonth();
    String year = "" + facts.lotDate().getYear();
    boolean dated =
        dates.stream()
            .map(cell -> Arrays.asList(cell.split("[T ]", 2)[0].split("[-/.]", -1)))
            .anyMatch(parts ->
                parts.size() == 3
                    && parts.stream().anyMatch(year::endsWith)
                    && parts.stream().anyMatch(part -> part.matches("0?" + month))
                    && parts.stream().anyMatch(part -> part.matches("0?" + day)));
    boolean counted = cells("age", "days").stream().anyMatch(cell -> cell.matches("\\d+(\\.0)?"));
    expect("lotDate", dated || counted, facts.lotDate());
  }

  private static boolean number(String cell, int value) {
    Matcher digits = DIGITS.matcher(cell);
    return digits.find()
        && new BigDecimal(digits.group().replace(",", ""))
                .subtract(BigDecimal.valueOf(value))
                .abs()
                .compareTo(BigDecimal.ONE)
            < 0;
  }

  private static boolean amount(String cell, BigDecimal value) {
    Matcher digits = DIGITS.matcher(cell);
    return digits.find() && new BigDecimal(digits.group().replace(",", "")).compareTo(value) == 0;
  }

  // Cells under headers that hold one of the words.
  private List<String> cells(String... words) {
    return row.entrySet().stream()
        .filter(cell -> Arrays.stream(words).anyMatch(letters(cell.getKey())::contains))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<String> exactly(String header) {
    return row.entrySet().stream()
        .filter(cell -> letters(cell.getKey()).equals(header))
        .map(Map.Entry::getValue)
        .toList();
  }

  private List<String> outside(List<String> words, String... others) {
    return row.entrySet().stream()
        .filter(cell -> words.stream().anyMatch(letters(cell.getKey())::contains))
        .filter(cell -> Arrays.stream(others).noneMatch(letters(cell.getKey())::contains))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .toList();
  }

  private static String letters(String text) {
    return Normalizer.normalize(text.replaceAll("&(amp|quot|#39);", ""), Normalizer.Form.NFD)
        .replaceAll("<[^>]*>", "")
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
