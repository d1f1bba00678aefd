package com.lotview.inventory.meaning;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cells of a file in which a vehicle's kinds were found. Immutable. */
public record Cells(Map<Kind, Cell> byKind) {
  public static final Cells NONE = new Cells(Map.of());

  public Cells {
    byKind = Map.copyOf(byKind);
  }

  /**
   * A cell.
   *
   * @param fact the vehicle's field that was made of the cell; null if no field was. The cell
   *     counts only as long as the field has this value.
   */
  public record Cell(String column, String text, @Nullable String fact) {}

  public @Nullable Cell of(Kind kind) {
    return byKind.get(kind);
  }

  /** These, and those of the other where these have none. */
  public Cells orElse(Cells other) {
    Map<Kind, Cell> all = new EnumMap<>(Kind.class);
    all.putAll(other.byKind);
    all.putAll(byKind);
    return new Cells(all);
  }
}
