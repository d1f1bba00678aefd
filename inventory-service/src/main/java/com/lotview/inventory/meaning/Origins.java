package com.lotview.inventory.meaning;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Origins of a file in which a vehicle's kinds were found. Immutable. */
public record Origins(Map<Kind, Origin> byKind) {
  public static final Origins NONE = new Origins(Map.of());

  public Origins {
    byKind = Map.copyOf(byKind);
  }

  /**
   * A cell.
   *
   * @param fact the vehicle's field that was made of the cell; null if no field was. The cell
   *     counts only as long as the field has this value.
   */
  public record Origin(String column, String text, @Nullable String fact) {}

  public @Nullable Origin of(Kind kind) {
    return byKind.get(kind);
  }

  /** These, and those of the other where these have none. */
  public Origins orElse(Origins other) {
    Map<Kind, Origin> all = new EnumMap<>(Kind.class);
    all.putAll(other.byKind);
    all.putAll(byKind);
    return new Origins(all);
  }
}
