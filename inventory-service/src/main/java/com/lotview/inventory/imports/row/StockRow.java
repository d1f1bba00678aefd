package com.lotview.inventory.imports.row;

import com.lotview.inventory.meaning.Origins;
import com.lotview.inventory.vehicle.VehicleDraft;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row of a stock file, read.
 *
 * @param draft what the row says; null where it says nothing
 * @param substituteNumber stands in for a missing stock number of a new vehicle
 * @param substituteLotDate stands in for the lot date of a new vehicle: counted back from its age,
 *     so it must not move with every import
 * @param wrong what makes no sense; such a row is rejected
 * @param broken whether its cells do not stand under their headers; then only its keys are read
 * @param low whether its price is below what most vehicles cost
 * @param columns the column that filled each field of the API
 * @param cells gives the cell of a column, as it stands in the file
 * @param origins the cells that say something about closed sets of values
 * @param photoUrls addresses of its photos, in their order; empty if the file does not say
 */
public record StockRow(
    int line,
    VehicleDraft draft,
    @Nullable String substituteNumber,
    @Nullable String substituteLotDate,
    List<Note> wrong,
    List<Note> warnings,
    boolean broken,
    boolean low,
    Map<String, String> columns,
    Origins origins,
    UnaryOperator<String> cells,
    List<URI> photoUrls) {

  /** Something about a cell. */
  public record Note(String column, String reason) {}

  /** Number that the vehicle has or will get; null if the row has none at all. */
  public @Nullable String number() {
    String own = draft.stockNumber();
    return own != null ? own : substituteNumber;
  }

  /** The cell of a column; empty if there is no such column. */
  public String cell(String column) {
    return cells.apply(column);
  }

  /** The field of the API that a column fills; the column's own name if none. */
  public String field(String column) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue().equals(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(column);
  }

  /** Name of the column of a field, or of the field if the file has no such column. */
  public String column(String field) {
    return columns.getOrDefault(field, field);
  }
}
