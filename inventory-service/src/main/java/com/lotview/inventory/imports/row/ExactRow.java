package com.lotview.inventory.imports.row;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
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
import com.lotview.inventory.vehicle.VehicleDraft;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of a file that this system exported. Texts are taken as they stand; an empty cell
 * says nothing. A number that a person changed may be written as in any stock file. One object per
 * row.
 */
final class ExactRow {
  /** Header of the days on which vehicles came. */
  static final String LOT_DATE = "Lot Date";

  private static final String DOLLARS = "USD";

  private final List<String> header;
  private final Table.Row row;
  private final Market market;
  private final Dates.Order order;
  private final Map<String, String> columns = new HashMap<>();
  private final List<Note> warnings = new ArrayList<>();

  /** A row; {@code order} is that of day and month, if a spreadsheet has rewritten the dates. */
  ExactRow(List<String> header, Table.Row row, Market market, Dates.Order order) {
    this.header = header;
    this.row = row;
    this.market = market;
    this.order = order;
  }

  StockRow read() {
    VehicleDraft draft = draft();
    return new StockRow(
        row.line(),
        draft,
        null,
        null,
        List.of(),
        List.copyOf(warnings),
        false,
        false,
        Map.copyOf(columns),
        // Where the vehicle's meaning was read stays as it is.
        Origins.NONE,
        this::cell,
        photos());
  }

  private VehicleDraft draft() {
    Money price = price("price", "Price");
    Money cost = price("costBasis", "Cost Basis");
    Distance driven = mileage();
    Distance kilometres = driven == null || driven.unit() == DistanceUnit.MI ? null : driven;
    return new VehicleDraft(
        text("stockNumber", "Stock Number"),
        text("vin", "VIN"),
        value("year", "Year", Numbers::year),
        text("make", "Make"),
        text("model", "Model"),
        text("trim", "Trim"),
        driven == null ? null : driven.miles(),
        text("exteriorColor", "Exterior Color"),
        text("interiorColor", "Interior Color"),
        text("bodyStyle", "Body Style"),
        text("drivetrain", "Drivetrain"),
        text("transmission", "Transmission"),
        text("engine", "Engine"),
        text("fuelType", "Fuel Type"),
        price == null ? null : price.hundredths(),
        cost == null ? null : cost.hundredths(),
        text("condition", "Condition"),
        text("conditionGrade", "Condition Grade"),
        cleanTitle(),
        features(),
        text("notes", "Notes"),
        lotDate(),
        text("status", "Status"),
        price == null || price.currency().equals(DOLLARS) ? null : price.currency(),
        kilometres == null ? null : kilometres.value(),
        kilometres == null ? null : kilometres.unit().name());
  }

  private @Nullable String text(String field, String column) {
    String cell = cell(column);
    if (cell.isBlank()) {
      return null;
    }
    columns.put(field, column);
    return cell;
  }

  private interface Reader<T> {
    CellReading<T> read(String cell);
  }

  private <T> @Nullable T value(String field, String column, Reader<T> reader) {
    String cell = text(field, column);
    return switch (cell == null ? new CellReading.Missing<T>() : reader.read(cell)) {
      case CellReading.Known<T>(T value) -> value;
      case CellReading.Missing<T>() -> null;
      case CellReading.Wrong<T>(String reason) -> {
        warnings.add(new Note(column, reason + "; left out"));
        yield null;
      }
      case CellReading.Unusable<T>(String reason) -> {
        warnings.add(new Note(column, reason));
        yield null;
      }
    };
  }

  private @Nullable Money price(String field, String column) {
    String currency = field.equals("price") ? cell("Price Currency") : DOLLARS;
    return value(
        field, column, cell -> Money.read(cell, currency.isBlank() ? null : currency, market));
  }

  private @Nullable Distance mileage() {
    return value("mileage", "Mileage", cell -> Distance.read(cell, cell("Odometer Unit"), market));
  }

  private @Nullable String lotDate() {
    LocalDate date = value("lotDate", LOT_DATE, cell -> Dates.read(cell, order));
    return date == null ? null : date.toString();
  }

  private @Nullable Boolean cleanTitle() {
    String cell = text("cleanTitle", "Clean Title");
    return cell == null ? null : Terms.yesOrNo(cell);
  }

  private @Nullable List<@Nullable String> features() {
    String cell = text("features", "Features");
    return cell == null ? null : new ArrayList<>(Features.of(cell));
  }

  private List<URI> photos() {
    return PhotoUrls.in(List.of(cell("Photo URLs")));
  }

  private String cell(String column) {
    int index = header.indexOf(column);
    return index < 0 ? "" : row.cell(index);
  }
}
