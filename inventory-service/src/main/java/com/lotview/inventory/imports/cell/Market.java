package com.lotview.inventory.imports.cell;

import com.lotview.inventory.vehicle.DistanceUnit;
import java.util.Set;

/**
 * Where a dealership is: what its numbers mean where a cell does not say it.
 *
 * @param country two letters (ISO 3166)
 * @param currency three letters (ISO 4217)
 */
public record Market(String country, String currency, DistanceUnit distance) {
  public static final Market US = new Market("US", "USD", DistanceUnit.MI);
  private static final Set<String> SCANDINAVIAN = Set.of("SE", "NO");

  /** Whether a "mil" is ten kilometres here. */
  boolean countsMil() {
    return SCANDINAVIAN.contains(country);
  }
}
