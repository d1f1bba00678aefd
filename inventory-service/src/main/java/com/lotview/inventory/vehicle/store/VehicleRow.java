package com.lotview.inventory.vehicle.store;

import com.lotview.contracts.DistanceUnit;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.vehicle.Condition;
import com.lotview.inventory.vehicle.ConditionGrade;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleStatus;
import com.lotview.kit.rows.Columns;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;

/** Reads a row of the table {@code vehicle}. */
final class VehicleRow {
  private VehicleRow() {}

  static Vehicle read(Readable vehicle) {
    Columns row = new Columns(vehicle);
    return new Vehicle(
        row.uuid("id"),
        row.uuid("dealership_id"),
        facts(row),
        VehicleStatus.valueOf(row.text("status")),
        row.big("version"),
        row.instant("created_at"),
        row.instant("updated_at"));
  }

  private static VehicleFacts facts(Columns row) {
    String condition = row.findText("condition");
    String grade = row.findText("condition_grade");
    String unit = row.findText("odometer_unit");
    String meaning = row.findText("meaning");
    VehicleFacts facts =
        new VehicleFacts(
            row.text("stock_number"),
            row.findText("vin"),
            row.number("year"),
            row.text("make"),
            row.text("model"),
            row.findText("trim"),
            row.findNumber("mileage"),
            row.findText("exterior_color"),
            row.findText("interior_color"),
            row.findText("body_style"),
            row.findText("drivetrain"),
            row.findText("transmission"),
            row.findText("engine"),
            row.findText("fuel_type"),
            row.findBig("price"),
            row.findBig("cost_basis"),
            condition == null ? null : Condition.valueOf(condition),
            grade == null ? null : ConditionGrade.valueOf(grade),
            row.find("clean_title", Boolean.class),
            List.of(row.get("features", String[].class)),
            row.findText("notes"),
            row.find("lot_date", LocalDate.class),
            row.findText("price_currency"),
            row.findNumber("odometer"),
            unit == null ? null : DistanceUnit.valueOf(unit),
            meaning == null ? Meaning.NONE : MeaningColumn.read(meaning));
    // Rows from before the column was there have none.
    return meaning == null ? facts.understood() : facts;
  }
}
