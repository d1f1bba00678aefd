package com.lotview.inventory.imports.row;

import com.lotview.inventory.meaning.Answer;
import com.lotview.inventory.meaning.CellReader;
import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.meaning.Origins;
import com.lotview.inventory.meaning.Origins.Origin;
import com.lotview.inventory.vehicle.VehicleDraft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cells of a row that say something about closed sets of values. One object per row. */
final class RowOrigins {
  private static final CellReader READER = CellReader.get();

  private final RowCells cells;
  private final Map<Kind, Origin> origins = new EnumMap<>(Kind.class);

  RowOrigins(RowCells cells) {
    this.cells = cells;
  }

  /** Where the values of the draft, and what is no field of its own, were read. */
  Origins of(VehicleDraft draft) {
    field(Kind.BODY, StockField.BODY_STYLE, draft.bodyStyle());
    field(Kind.FUEL, StockField.FUEL_TYPE, draft.fuelType());
    field(Kind.GEARBOX, StockField.TRANSMISSION, draft.transmission());
    field(Kind.DRIVE, StockField.DRIVETRAIN, draft.drivetrain());
    field(Kind.TYPE, StockField.TYPE, null);
    String clean = draft.cleanTitle() == null ? null : draft.cleanTitle().toString();
    claim(Kind.TITLE, clean, StockField.CLEAN_TITLE, StockField.TITLE);
    claim(Kind.OWNERS, null, StockField.OWNERS);
    claim(Kind.ACCIDENTS, null, StockField.ACCIDENTS);
    claim(Kind.WARRANTY, null, StockField.WARRANTY);
    return new Origins(origins);
  }

  private void field(Kind kind, StockField field, @Nullable String fact) {
    cells.lines(field).stream()
        .filter(cell -> !cell.isMissing())
        .findFirst()
        .ifPresent(cell -> origins.put(kind, origin(cell, fact)));
  }

  private Origin origin(RowCells.Line cell, @Nullable String fact) {
    return new Origin(cells.header(cell.column()), cell.text(), fact);
  }

  // Every column that speaks of a claim counts: "Clean Title: Yes" beside "Title: Rebuilt".
  private void claim(Kind kind, @Nullable String fact, StockField... fields) {
    List<RowCells.Line> speaking = new ArrayList<>();
    for (StockField field : fields) {
      cells.lines(field).stream()
          .filter(cell -> !cell.text().isEmpty() && says(kind, cell))
          .forEach(speaking::add);
    }
    if (!speaking.isEmpty()) {
      boolean agreed = speaking.stream().map(cell -> answer(kind, cell)).distinct().count() == 1;
      origins.put(kind, agreed ? origin(speaking.getFirst(), fact) : joined(speaking, fact));
    }
  }

  private boolean says(Kind kind, RowCells.Line cell) {
    // "None" is an answer under "Accidents" only.
    return (kind == Kind.ACCIDENTS || !cell.isMissing())
        && !(answer(kind, cell) instanceof Answer.SaysNothing);
  }

  private Answer answer(Kind kind, RowCells.Line cell) {
    return READER.read(kind, cells.header(cell.column()), cell.text());
  }

  private Origin joined(List<RowCells.Line> speaking, @Nullable String fact) {
    return new Origin(
        speaking.stream()
            .map(cell -> cells.header(cell.column()))
            .collect(Collectors.joining(" and ")),
        speaking.stream()
            .map(cell -> CellReader.words(cells.header(cell.column())) + ": " + cell.text())
            .collect(Collectors.joining("; ")),
        fact);
  }
}
