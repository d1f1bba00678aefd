package com.lotview.inventory.imports;

import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.imports.row.StockRow.Note;
import com.lotview.inventory.type.VehicleNumber;
import java.util.Locale;

/** What a person can do about a cell that was not understood. It is never applied automatically. */
final class Suggestion {
  private Suggestion() {}

  /** One sentence; empty if there is no suggestion. */
  static String of(StockRow row, Note note, String cell) {
    String reason = note.reason();
    if (note.column().isEmpty()) {
      return ofRow(reason);
    }
    if (reason.contains("spreadsheet made")) {
      return "Format the column as text in the spreadsheet, and enter the value again";
    }
    return switch (row.field(note.column())) {
      case "stockNumber" ->
          reason.startsWith("the same")
              ? "Keep one of the two rows"
              : "Give every vehicle a number of its own";
      case "vin" -> vin(reason, cell, row);
      case "year" -> "Write the model year with four digits, such as 2021";
      case "make", "model" -> "Fill in the make and the model";
      case "price" ->
          reason.contains("currency")
              ? "Post it with an account of that country, or enter the price in your currency"
              : "Write the amount only, such as 19995";
      case "mileage" ->
          reason.contains("dealership's unit")
              ? ""
              : "Write the distance, and its unit if it is not yours, such as 45123 km";
      case "transmission" -> "Write Automatic or Manual";
      case "status" -> "Write Available, Pending or Sold";
      case "lotDate" -> "Write the date as 2026-01-31";
      case "condition" -> "Write New, Used or Certified";
      case "features" -> "Put a bar (|) between the features";
      default -> "";
    };
  }

  private static String ofRow(String reason) {
    if (reason.startsWith("no photos")) {
      return "Upload at least one photo";
    }
    return reason.contains("cells") || reason.contains("quote")
        ? "Put quotes around cells that hold the mark between the columns"
        : "";
  }

  // I, O and Q are no letters of a VIN: what they were mistaken for, if the check digit then fits.
  private static String vin(String reason, String cell, StockRow row) {
    if (reason.startsWith("the same")) {
      return "Keep one of the two rows";
    }
    String likely =
        cell.strip().toUpperCase(Locale.ROOT).replace('O', '0').replace('Q', '0').replace('I', '1');
    boolean fits =
        !likely.equalsIgnoreCase(cell.strip())
            && VehicleNumber.read(likely, row.draft().year())
                instanceof VehicleNumber.Known(VehicleNumber number)
            && number.kind() == VehicleNumber.Kind.VIN17
            && number.checkDigitFits();
    return fits
        ? "It may be " + likely + ": compare it with the vehicle"
        : "Compare it with the vehicle: 17 letters and digits, none of them I, O or Q";
  }
}
