package com.lotview.inventory.vehicle.export;

import com.lotview.contracts.DistanceUnit;
import com.lotview.inventory.imports.file.ExactCells;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.export.ExportRows.Exported;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of the export, by a name that the import knows.
 *
 * @param number whether its cells are numbers
 * @param internal whether only people who may see a vehicle's cost get it
 * @param value the cell; null if it is empty
 */
public record ExportColumn(
    String header, boolean number, boolean internal, Function<Exported, @Nullable Object> value) {

  private static final List<ExportColumn> ALL =
      List.of(
          fact("Stock Number", VehicleFacts::stockNumber),
          fact("VIN", VehicleFacts::vin),
          number("Year", VehicleFacts::year),
          fact("Make", VehicleFacts::make),
          fact("Model", VehicleFacts::model),
          fact("Trim", VehicleFacts::trim),
          number("Price", f -> amount(f.price())),
          fact("Price Currency", f -> f.price() == null ? null : currency(f)),
          number("Mileage", ExportColumn::odometer),
          fact("Odometer Unit", f -> f.mileage() == null ? null : unit(f).name()),
          text("Status", row -> row.vehicle().status().name()),
          fact("Condition", f -> name(f.condition())),
          fact("Condition Grade", f -> name(f.conditionGrade())),
          fact("Clean Title", f -> f.cleanTitle() == null ? null : f.cleanTitle() ? "Yes" : "No"),
          fact("Exterior Color", VehicleFacts::exteriorColor),
          fact("Interior Color", VehicleFacts::interiorColor),
          fact("Body Style", VehicleFacts::bodyStyle),
          fact("Drivetrain", VehicleFacts::drivetrain),
          fact("Transmission", VehicleFacts::transmission),
          fact("Engine", VehicleFacts::engine),
          fact("Fuel Type", VehicleFacts::fuelType),
          fact("Lot Date", f -> f.lotDate() == null ? null : f.lotDate().toString()),
          fact("Features", f -> list(f.features())),
          text("Photo URLs", row -> String.join("|", row.photos())),
          new ExportColumn("Cost Basis", true, true, ofFacts(f -> amount(f.costBasis()))),
          new ExportColumn("Notes", false, true, ofFacts(VehicleFacts::notes)),
          text(ExactCells.MARK, row -> row.vehicle().id().toString()));

  /** The columns for a person. */
  public static List<ExportColumn> all(boolean internal) {
    return ALL.stream().filter(column -> internal || !column.internal()).toList();
  }

  /** The cell of a row as text; empty if it says nothing. */
  public String cell(Exported row) {
    Object cell = value.apply(row);
    return switch (cell) {
      case null -> "";
      case BigDecimal amount -> amount.toPlainString();
      case Integer whole -> whole.toString();
      default -> ExactCells.write(cell.toString());
    };
  }

  private static ExportColumn text(String header, Function<Exported, @Nullable Object> value) {
    return new ExportColumn(header, false, false, value);
  }

  private static ExportColumn fact(String header, Function<VehicleFacts, @Nullable Object> value) {
    return text(header, ofFacts(value));
  }

  private static ExportColumn number(
      String header, Function<VehicleFacts, @Nullable Object> value) {
    return new ExportColumn(header, true, false, ofFacts(value));
  }

  private static Function<Exported, @Nullable Object> ofFacts(
      Function<VehicleFacts, @Nullable Object> value) {
    return row -> value.apply(row.vehicle().facts());
  }

  private static @Nullable Object amount(@Nullable Long hundredths) {
    return hundredths == null ? null : BigDecimal.valueOf(hundredths, 2);
  }

  private static String currency(VehicleFacts facts) {
    return facts.priceCurrency() == null ? "USD" : facts.priceCurrency();
  }

  private static DistanceUnit unit(VehicleFacts facts) {
    return facts.odometerUnit() == null ? DistanceUnit.MI : facts.odometerUnit();
  }

  private static @Nullable Object odometer(VehicleFacts facts) {
    return facts.odometer() == null ? facts.mileage() : facts.odometer();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  // As JSON: a feature may hold any mark that could part two of them.
  private static @Nullable Object list(List<String> features) {
    return features.isEmpty()
        ? null
        : features.stream()
            .map(one -> '"' + one.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(", ", "[", "]"));
  }
}
