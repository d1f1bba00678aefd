package com.lotview.inventory.imports;

import com.lotview.inventory.imports.StockRow.Note;
import com.lotview.inventory.vehicle.VehicleDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one row into a draft. One object per row. */
final class RowReader {
  private static final Pattern MISSING =
      Pattern.compile("|[-–—.]|n/?a|#n/a|null|none|unspecified|unknown", Pattern.CASE_INSENSITIVE);
  private static final Pattern LIST = Pattern.compile("\\s*[|;,]\\s*");
  private static final int LONGEST_FEATURE = 120;
  private static final int LONGEST_NOTES = 10_000;

  private final Layout layout;
  private final Table.Row row;
  private final StockFile.Style style;
  private final List<Note> wrong = new ArrayList<>();
  private final List<Note> warnings = new ArrayList<>();
  private final Map<String, String> columns = new HashMap<>();

  RowReader(Layout layout, Table.Row row, StockFile.Style style) {
    this.layout = layout;
    this.row = row;
    this.style = style;
  }

  StockRow read() {
    for (int i = layout.width(); i < row.cells().size(); i++) {
      if (!row.cell(i).isBlank()) {
        wrong.add(new Note("", "has more cells than the header; a quote may be missing"));
        break;
      }
    }
    for (StockField field : StockField.values()) {
      layout.columns(field).stream()
          .limit(1)
          .forEach(column -> columns.putIfAbsent(field.apiName(), layout.name(column)));
    }
    Makes.Named named = named();
    String vin = upper(text(StockField.VIN));
    String trim = name(text(StockField.TRIM));
    VehicleDraft draft = draft(named, vin, trim);
    String substitute = vin != null ? vin : text(StockField.PLATE);
    return new StockRow(
        row.line(),
        draft,
        substitute != null ? substitute : text(StockField.RECORD_ID),
        lotDateByAge(),
        List.copyOf(wrong),
        List.copyOf(warnings),
        Map.copyOf(columns));
  }

  private VehicleDraft draft(Makes.Named named, @Nullable String vin, @Nullable String trim) {
    return new VehicleDraft(
        text(StockField.STOCK_NUMBER),
        vin,
        value(StockField.YEAR, Numbers::year),
        named.make().isEmpty() ? null : named.make(),
        named.model().isEmpty() ? null : named.model(),
        trim,
        mileage(),
        phrase(text(StockField.EXTERIOR_COLOR)),
        phrase(text(StockField.INTERIOR_COLOR)),
        Terms.body(text(StockField.BODY_STYLE), style.shouts()),
        Terms.drivetrain(text(StockField.DRIVETRAIN)),
        text(StockField.TRANSMISSION),
        engine(),
        text(StockField.FUEL_TYPE),
        value(StockField.PRICE, Numbers::cents),
        null,
        condition(),
        grade(),
        cleanTitle(),
        features(),
        notes(),
        lotDate(),
        status());
  }

  private Makes.Named named() {
    String make = text(StockField.MAKE);
    String model = text(StockField.MODEL);
    Makes.Named named = style.makes().of(make == null ? "" : make, model == null ? "" : model);
    String readable = name(named.model());
    return new Makes.Named(named.make(), readable == null ? "" : readable);
  }

  private @Nullable Long mileage() {
    String unit = text(StockField.MILEAGE_UNIT);
    return value(
        StockField.MILEAGE,
        (column, cell) ->
            Numbers.miles(
                cell, unit != null ? unit : Terms.unitIn(Layout.plain(layout.name(column)))));
  }

  private @Nullable String engine() {
    String written = text(StockField.ENGINE);
    // A zero is what some systems write for "not known".
    String engine = "0".equals(written) ? null : written;
    String cylinders = engine == null ? text(StockField.CYLINDERS) : null;
    boolean count = cylinders != null && cylinders.matches("[1-9][0-9]?");
    return count ? cylinders + " cylinders" : engine;
  }

  private @Nullable String condition() {
    String certified = text(StockField.CERTIFIED);
    if (certified != null && certified.matches("(?i)y|yes|true|1|certified|cpo")) {
      return "CPO";
    }
    return all(StockField.CONDITION, Terms::condition);
  }

  private @Nullable String grade() {
    String grade = all(StockField.CONDITION_GRADE, Terms::grade);
    return grade != null ? grade : all(StockField.CONDITION, Terms::grade);
  }

  // Only a plain yes or no counts: a title is never called clean because nothing speaks against it.
  private @Nullable Boolean cleanTitle() {
    String said = text(StockField.CLEAN_TITLE);
    if (said == null || !said.matches("(?i)y|yes|true|1|n|no|false|0")) {
      return null;
    }
    return said.matches("(?i)y|yes|true|1");
  }

  private @Nullable String status() {
    String said = all(StockField.STATUS, Terms::status);
    String raw = text(StockField.STATUS);
    if (said == null && raw != null && raw.toLowerCase(Locale.ROOT).contains("transit")) {
      warn(StockField.STATUS, "is in transit, not on the lot yet");
    }
    return said;
  }

  private @Nullable List<@Nullable String> features() {
    String cell = text(StockField.FEATURES);
    if (cell == null) {
      return null;
    }
    List<@Nullable String> features = new ArrayList<>();
    for (String feature : LIST.split(cell, -1)) {
      if (feature.length() > LONGEST_FEATURE) {
        warn(StockField.FEATURES, "is a text, not a list of features; left out");
        return null;
      }
      if (!feature.isBlank()) {
        features.add(feature.strip());
      }
    }
    return features;
  }

  private @Nullable String notes() {
    String notes = text(StockField.NOTES);
    if (notes == null || notes.length() <= LONGEST_NOTES) {
      return notes;
    }
    warn(StockField.NOTES, "is cut after " + LONGEST_NOTES + " characters");
    return notes.substring(0, LONGEST_NOTES);
  }

  private @Nullable String lotDate() {
    LocalDate date = value(StockField.LOT_DATE, Dates::read);
    return date == null ? null : date.toString();
  }

  private @Nullable String lotDateByAge() {
    String age = text(StockField.AGE);
    return age != null && age.matches("\\d{1,4}")
        ? style.today().minusDays(Long.parseLong(age)).toString()
        : null;
  }

  private @Nullable String name(@Nullable String text) {
    return text == null || !style.shouts() ? text : Capitals.name(text);
  }

  private @Nullable String phrase(@Nullable String text) {
    return text == null || !style.shouts() ? text : Capitals.phrase(text);
  }

  private static @Nullable String upper(@Nullable String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  /** The first of the field's columns that says something. */
  private @Nullable String text(StockField field) {
    return value(field, Reading.Known::new);
  }

  private <T> @Nullable T value(StockField field, Function<String, Reading<T>> reader) {
    return value(field, (column, cell) -> reader.apply(cell));
  }

  private <T> @Nullable T value(StockField field, BiFunction<Integer, String, Reading<T>> reader) {
    for (int column : layout.columns(field)) {
      String cell = row.cell(column).strip().replaceAll("[\\h]+", " ");
      if (MISSING.matcher(cell).matches()) {
        continue;
      }
      Reading<T> reading = reader.apply(column, cell);
      switch (reading) {
        case Reading.Known<T>(T value) -> {
          columns.put(field.apiName(), layout.name(column));
          return value;
        }
        case Reading.Unusable<T>(String reason) -> {
          columns.put(field.apiName(), layout.name(column));
          note(warnings, column, reason);
        }
        case Reading.Wrong<T>(String reason) -> note(wrong, column, reason);
        case Reading.Missing<T> nothing -> {}
      }
    }
    return null;
  }

  // Two prices of a row may have the same fault: said once.
  private void note(List<Note> notes, int column, String reason) {
    if (notes.stream().noneMatch(note -> note.reason().equals(reason))) {
      notes.add(new Note(layout.name(column), reason));
    }
  }

  private void warn(StockField field, String reason) {
    warnings.add(new Note(columns.getOrDefault(field.apiName(), field.apiName()), reason));
  }

  /** What the first of the field's columns says that the reader understands. */
  private @Nullable String all(StockField field, Function<String, @Nullable String> reader) {
    for (int column : layout.columns(field)) {
      String said = reader.apply(row.cell(column).strip());
      if (said != null) {
        columns.put(field.apiName(), layout.name(column));
        return said;
      }
    }
    return null;
  }
}
