package com.lotview.inventory.imports.row;

import com.lotview.contracts.DistanceUnit;
import com.lotview.inventory.imports.cell.Capitals;
import com.lotview.inventory.imports.cell.CellReading;
import com.lotview.inventory.imports.cell.Dates;
import com.lotview.inventory.imports.cell.Distance;
import com.lotview.inventory.imports.cell.Features;
import com.lotview.inventory.imports.cell.Money;
import com.lotview.inventory.imports.cell.Numbers;
import com.lotview.inventory.imports.cell.Terms;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.row.StockRow.Note;
import com.lotview.inventory.meaning.Origins;
import com.lotview.inventory.type.VehicleNumber;
import com.lotview.inventory.vehicle.VehicleDraft;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row into a draft. A cell that makes no sense is left out; the row is wrong only if the
 * vehicle cannot be identified without it. One object per row.
 */
final class RowReader {
  private static final int LONGEST_FEATURE = 120;
  private static final int MOST_FEATURES = 200;
  private static final int LONGEST_NOTES = 10_000;
  private static final int FEWEST_MILES = 10;

  private final int line;
  private final RowCells cells;
  private final RowPrice price;
  private final RowCondition condition;
  private final StockFile.Style style;
  private final Keys keys;

  RowReader(Layout layout, Table.Row row, StockFile.Style style, Keys keys) {
    this.line = row.line();
    this.cells = new RowCells(layout, row, style);
    this.price = new RowPrice(cells, style.today(), style.market());
    this.condition = new RowCondition(cells);
    this.style = style;
    this.keys = keys;
  }

  /**
   * Reads.
   *
   * @param shifted why the cells do not stand under their headers; null if they do
   */
  StockRow read(@Nullable String shifted) {
    if (shifted != null) {
      cells.reject(new Note("", shifted));
      return row(
          VehicleDraft.EMPTY.withNumberAndLotDate(cells.text(StockField.STOCK_NUMBER), null),
          null,
          true);
    }
    Makes.Named named = named();
    Integer year = cells.value(StockField.YEAR, Numbers::year);
    String number = cells.value(StockField.STOCK_NUMBER, this::stockNumber);
    String other = cells.text(StockField.PLATE);
    other = other != null ? other : cells.text(StockField.RECORD_ID);
    String vin = vin(year, number != null || other != null);
    String substitute = vin != null ? vin : other;
    List<Note> warnings = cells.warnings();
    if (number == null && substitute == null && !warnings.isEmpty()) {
      cells.reject(warnings.getFirst());
    }
    return row(draft(named, year, vin, number), substitute, false);
  }

  private StockRow row(VehicleDraft draft, @Nullable String substitute, boolean broken) {
    return new StockRow(
        line,
        draft,
        substitute,
        broken ? null : lotDateByAge(),
        cells.wrong(),
        cells.warnings(),
        broken,
        price.isLow(),
        cells.columns(),
        broken ? Origins.NONE : new RowOrigins(cells).of(draft),
        cells::written,
        broken ? List.of() : photoUrls());
  }

  private List<URI> photoUrls() {
    return PhotoUrls.in(cells.lines(StockField.PHOTOS).stream().map(RowCells.Line::text).toList());
  }

  private VehicleDraft draft(
      Makes.Named named, @Nullable Integer year, @Nullable String vin, @Nullable String number) {
    String newOrUsed = condition.condition();
    Distance driven = mileage(year, newOrUsed);
    Money asked = asked();
    return new VehicleDraft(
        number,
        vin,
        year,
        named.make().isEmpty() ? null : named.make(),
        named.model().isEmpty() ? null : named.model(),
        name(trim()),
        driven == null ? null : driven.miles(),
        phrase(cells.text(StockField.EXTERIOR_COLOR)),
        phrase(cells.text(StockField.INTERIOR_COLOR)),
        Terms.body(cells.text(StockField.BODY_STYLE), style.shouts()),
        Terms.drivetrain(cells.text(StockField.DRIVETRAIN)),
        cells.text(StockField.TRANSMISSION),
        engine(),
        cells.text(StockField.FUEL_TYPE),
        asked == null ? null : asked.hundredths(),
        null,
        newOrUsed,
        condition.grade(),
        condition.cleanTitle(),
        features(),
        notes(),
        lotDate(),
        new RowStatus(cells).read(),
        asked == null || asked.currency().equals("USD") ? null : asked.currency(),
        driven == null || driven.unit() == DistanceUnit.MI ? null : driven.value(),
        driven == null || driven.unit() == DistanceUnit.MI ? null : driven.unit().name());
  }

  private @Nullable Money asked() {
    Money asked = price.read();
    String own = style.market().currency();
    if (asked != null && !asked.currency().equals(own)) {
      cells.warn(
          StockField.PRICE,
          asked
              + ", not in the dealership's currency ("
              + own
              + "): kept as written, not converted");
    }
    return asked;
  }

  private Makes.Named named() {
    String make = cells.text(StockField.MAKE);
    String model = cells.text(StockField.MODEL);
    Makes.Named named = style.makes().of(make == null ? "" : make, model == null ? "" : model);
    String readable = name(named.model());
    return new Makes.Named(named.make(), readable == null ? "" : readable);
  }

  private CellReading<String> stockNumber(String cell) {
    return keys.isNone(cell)
        ? new CellReading.Unusable<>("\"" + cell + "\" is no stock number; left out")
        : new CellReading.Known<>(cell);
  }

  // An invalid number is left out; the row is rejected only if nothing else identifies the vehicle.
  private @Nullable String vin(@Nullable Integer year, boolean named) {
    String cell = cells.text(StockField.VIN);
    if (cell == null) {
      return null;
    }
    return switch (VehicleNumber.in(cell, year)) {
      case VehicleNumber.Known(VehicleNumber number) -> number.value();
      case VehicleNumber.Refused(String reason) -> {
        if (named) {
          cells.warn(StockField.VIN, "\"" + cell + "\" " + reason + "; left out");
        }
        yield named ? null : cell.toUpperCase(Locale.ROOT);
      }
    };
  }

  // A trim such as "2.0" is the engine's size; "350.0" was a number.
  private @Nullable String trim() {
    String trim = cells.text(StockField.TRIM);
    return trim != null && style.floats() && trim.matches("\\d{2,}\\.0")
        ? trim.substring(0, trim.length() - 2)
        : trim;
  }

  private @Nullable Distance mileage(@Nullable Integer year, @Nullable String newOrUsed) {
    String unit = cells.text(StockField.MILEAGE_UNIT);
    Distance driven =
        cells.value(
            StockField.MILEAGE,
            (column, cell) ->
                Distance.read(
                    cell,
                    unit != null ? unit : Terms.unitIn(cells.plainHeader(column)),
                    style.market()));
    if (driven == null) {
      return null;
    }
    long miles = driven.miles();
    int age = year == null ? 0 : style.today().getYear() - year;
    boolean used = newOrUsed == null ? age >= 2 : !newOrUsed.equals("NEW") && age >= 1;
    if (used && (miles == 0 || (miles < FEWEST_MILES && age >= 2))) {
      cells.warn(StockField.MILEAGE, miles + " miles for a used car of " + year + "; left out");
      return null;
    }
    if (driven.unit() != style.market().distanceUnit()) {
      cells.warn(
          StockField.MILEAGE,
          driven.value() + " " + driven.unit() + ", not in the dealership's unit: kept as written");
    }
    return driven;
  }

  private @Nullable String engine() {
    String written = cells.text(StockField.ENGINE);
    // A zero is what some systems write for "not known".
    String engine = "0".equals(written) || "0.0".equals(written) ? null : written;
    String cylinders = engine == null ? cells.text(StockField.CYLINDERS) : null;
    String count = cylinders == null ? "" : cylinders.replaceFirst("\\.0+$", "");
    return count.matches("[1-9][0-9]?") ? count + " cylinders" : engine;
  }

  private @Nullable List<@Nullable String> features() {
    String cell = cells.text(StockField.FEATURES);
    if (cell == null) {
      return null;
    }
    List<String> all = Features.of(cell);
    List<String> features =
        all.stream().filter(feature -> feature.length() <= LONGEST_FEATURE).toList();
    if (!all.isEmpty() && features.size() * 2 <= all.size()) {
      cells.warn(StockField.FEATURES, "is a text, not a list of features; left out");
      return null;
    }
    if (features.size() < all.size()) {
      cells.warn(
          StockField.FEATURES,
          "has entries of more than " + LONGEST_FEATURE + " characters; these are left out");
    }
    if (features.size() > MOST_FEATURES) {
      cells.warn(
          StockField.FEATURES, "has more than " + MOST_FEATURES + " entries; the rest is left out");
    }
    return new ArrayList<>(features.subList(0, Math.min(features.size(), MOST_FEATURES)));
  }

  private @Nullable String notes() {
    String cell = cells.text(StockField.NOTES);
    String notes = cell == null ? null : Features.text(cell);
    if (notes == null || notes.length() <= LONGEST_NOTES) {
      return notes;
    }
    cells.warn(StockField.NOTES, "is cut after " + LONGEST_NOTES + " characters");
    return notes.substring(0, LONGEST_NOTES);
  }

  private @Nullable String lotDate() {
    LocalDate date =
        cells.value(
            StockField.LOT_DATE, (column, cell) -> Dates.read(cell, cells.dateOrder(column)));
    return date == null ? null : date.toString();
  }

  private @Nullable String lotDateByAge() {
    String age = cells.text(StockField.AGE);
    return age != null && age.matches("\\d{1,4}(\\.0)?")
        ? style.today().minusDays((long) Double.parseDouble(age)).toString()
        : null;
  }

  private @Nullable String name(@Nullable String text) {
    return text == null || !style.shouts() ? text : Capitals.name(text);
  }

  private @Nullable String phrase(@Nullable String text) {
    return text == null || !style.shouts() ? text : Capitals.phrase(text);
  }
}
