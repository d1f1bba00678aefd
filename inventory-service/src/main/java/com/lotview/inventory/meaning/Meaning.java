package com.lotview.inventory.meaning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle's cells say about closed sets of values. A kind without a statement is not in it.
 *
 * @param readings by {@link Kind#wire}, in the order of the names
 */
public record Meaning(@JsonValue Map<String, Reading> readings) {
  public static final Meaning NONE = new Meaning(Map.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Meaning {
    readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
  }

  /** The same with one more reading. */
  public Meaning with(Kind kind, Reading reading) {
    Map<String, Reading> more = new TreeMap<>(readings);
    more.put(kind.wire(), reading);
    return new Meaning(more);
  }

  /** The same without what was read in the column. */
  public Meaning without(String column) {
    Map<String, Reading> kept = new TreeMap<>(readings);
    kept.values().removeIf(reading -> reading.column().equals(column));
    return new Meaning(kept);
  }

  public @Nullable Reading of(Kind kind) {
    return readings.get(kind.wire());
  }

  /** The value of the kind; null if none is said, or several that exclude each other. */
  public @Nullable String value(Kind kind) {
    Reading reading = of(kind);
    return reading == null ? null : reading.value();
  }
}
