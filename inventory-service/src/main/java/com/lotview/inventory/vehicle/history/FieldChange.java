package com.lotview.inventory.vehicle.history;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field before and after.
 *
 * @param field name in the API
 * @param from as the API shows it; null: not known, or not kept (photos)
 * @param to as the API shows it; null: not known, or not kept
 */
public record FieldChange(String field, @Nullable Object from, @Nullable Object to) {
  /** Fields for people who may see what a vehicle cost. */
  public static final Set<String> INTERNAL = Set.of("costBasis", "notes");
}
