package com.lotview.inventory.imports;

import com.lotview.inventory.vehicle.VehicleDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a stock file, read.
 *
 * @param draft what the row says; null where it says nothing
 * @param substituteNumber stands in for a missing stock number of a new vehicle
 * @param substituteLotDate stands in for the lot date of a new vehicle: counted back from its age,
 *     so it must not move with every import
 * @param wrong what makes no sense; such a row is rejected
 * @param columns the column that filled each field of the API
 */
record StockRow(
    int line,
    VehicleDraft draft,
    @Nullable String substituteNumber,
    @Nullable String substituteLotDate,
    List<Note> wrong,
    List<Note> warnings,
    Map<String, String> columns) {

  /** Something about a cell. */
  record Note(String column, String reason) {}

  /** Number that the vehicle has or will get; null if the row has none at all. */
  @Nullable String number() {
    String own = draft.stockNumber();
    return own != null ? own : substituteNumber;
  }

  /** Name of the column of a field, or of the field if the file has no such column. */
  String column(String field) {
    return columns.getOrDefault(field, field);
  }
}
