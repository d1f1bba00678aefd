package com.lotview.inventory.vehicle.store;

import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.vehicle.Condition;
import com.lotview.inventory.vehicle.ConditionGrade;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleStatus;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table {@code vehicle}. */
final class VehicleRow {
  private VehicleRow() {}

  static Vehicle read(Readable row) {
    return new Vehicle(
        required(row.get("id", UUID.class)),
        required(row.get("dealership_id", UUID.class)),
        facts(row),
        VehicleStatus.valueOf(required(text(row, "status"))),
        required(row.get("version", Long.class)),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  private static VehicleFacts facts(Readable row) {
    String condition = text(row, "condition");
    String grade = text(row, "condition_grade");
    String meaning = text(row, "meaning");
    VehicleFacts facts =
        new VehicleFacts(
        required(text(row, "stock_number")),
        text(row, "vin"),
        required(row.get("year", Integer.class)),
        required(text(row, "make")),
        required(text(row, "model")),
        text(row, "trim"),
        row.get("mileage", Integer.class),
        text(row, "exterior_color"),
        text(row, "interior_color"),
        text(row, "body_style"),
        text(row, "drivetrain"),
        text(row, "transmission"),
        text(row, "engine"),
        text(row, "fuel_type"),
        row.get("price", Long.class),
        row.get("cost_basis", Long.class),
        condition == null ? null : Condition.valueOf(condition),
        grade == null ? null : ConditionGrade.valueOf(grade),
        row.get("clean_title", Boolean.class),
        List.of(required(row.get("features", String[].class))),
        text(row, "notes"),
        row.get("lot_date", LocalDate.class),
        meaning == null ? Meaning.NONE : MeaningColumn.read(meaning));
    // Rows from before the column was there have none.
    return meaning == null ? facts.understood() : facts;
  }

  private static @Nullable String text(Readable row, String column) {
    return row.get(column, String.class);
  }

  private static Instant instant(Readable row, String column) {
    return required(row.get(column, OffsetDateTime.class)).toInstant();
  }

  static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
