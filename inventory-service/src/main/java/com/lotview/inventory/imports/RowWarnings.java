package com.lotview.inventory.imports;

import com.lotview.contracts.VehicleTypes;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.imports.row.StockRow.Note;
import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.meaning.Reading;
import com.lotview.inventory.type.VehicleType;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleRules.Accepted;
import com.lotview.inventory.vehicle.VehicleStatus;
import java.util.ArrayList;
import java.util.List;

/** What a person should know of one row that was accepted, above all why it cannot be posted. */
final class RowWarnings {
  private static final String STAYS_SOLD =
      "is sold here, and the file says that it is not: stays SOLD; send the file with"
          + " sold=relist to bring it back";

  private final StockRow row;
  private final List<Note> notes;

  RowWarnings(StockRow row) {
    this.row = row;
    this.notes = new ArrayList<>(row.warnings());
  }

  /**
   * All of them.
   *
   * @param checked the warnings of the vehicle's rules, as "field: reason"
   * @param bare whether the vehicle has no photos yet
   * @param staysSold whether the row's status is left aside because the vehicle is sold
   */
  List<Problem> of(List<String> checked, Accepted accepted, boolean bare, boolean staysSold) {
    for (String warning : checked) {
      String[] parts = warning.split(": ", 2);
      notes.add(new Note(row.column(parts[0]), parts[parts.length - 1]));
    }
    VehicleFacts facts = accepted.facts();
    if (facts.price() == null) {
      missing("price");
    }
    if (facts.mileage() == null) {
      missing("mileage");
    }
    if (bare && row.photoUrls().isEmpty()) {
      notes.add(new Note("", "no photos: stored, but cannot be posted until some are uploaded"));
    }
    if (staysSold) {
      notes.add(new Note(row.column("status"), STAYS_SOLD));
    }
    closedValues(facts.meaning());
    gearbox(facts);
    if (accepted.status() == VehicleStatus.ARCHIVED) {
      notes.add(new Note("", "is archived; the import does not bring it back"));
    }
    return notes.stream().map(note -> Problem.of(row, note)).toList();
  }

  // What a listing leaves out although a cell mentions it, and what cannot be posted at all.
  private void closedValues(Meaning meaning) {
    for (Reading reading : meaning.readings().values()) {
      if (reading.both() != null) {
        notes.add(
            new Note(
                reading.column(),
                "\"" + reading.cell() + "\" " + reading.says() + "; a listing leaves it out"));
      }
    }
    Reading type = meaning.of(Kind.TYPE);
    if (type != null && (type.value() == null || !VehicleTypes.POSTABLE.contains(type.value()))) {
      notes.add(new Note(type.column(), notPosted(type)));
    }
  }

  private static String notPosted(Reading type) {
    return VehicleType.UNKNOWN.name().equals(type.value())
        ? "what the vehicle is stays open (" + type.cell() + "): stored, but cannot be posted"
        : "\"" + type.cell() + "\": stored, but only cars, trucks and motorcycles can be posted";
  }

  // The form has no "unknown"; an electric car has no gears to choose.
  private void gearbox(VehicleFacts facts) {
    if ("ELECTRIC".equals(facts.meaning().value(Kind.FUEL))) {
      return;
    }
    if (facts.transmission() == null) {
      notes.add(new Note(row.column("transmission"), "no transmission: a posting stops there"));
    } else if (facts.meaning().of(Kind.GEARBOX) == null) {
      notes.add(
          new Note(
              row.column("transmission"),
              "\""
                  + facts.transmission()
                  + "\" says neither manual nor automatic: stored, but"
                  + " cannot be posted"));
    }
  }

  // One sentence for a cell: why it was left out, if it was, and what follows from that.
  private void missing(String field) {
    String column = row.column(field);
    String follows = "stored, but cannot be posted";
    for (int i = 0; i < notes.size(); i++) {
      if (notes.get(i).column().equals(column)) {
        notes.set(i, new Note(column, notes.get(i).reason() + "; " + follows));
        return;
      }
    }
    notes.add(new Note(column, "no " + field + ": " + follows));
  }
}
