package com.lotview.inventory.vehicle.query;

import java.util.Arrays;
import java.util.Optional;

/**
 * The order of a list. Vehicles that do not have the value come last, and those of equal value in
 * the order in which they were added.
 *
 * @param descending the greatest first
 */
public record VehicleSort(Field field, boolean descending) {
  /** The newest first. */
  public static final VehicleSort NEWEST = new VehicleSort(Field.CREATED_AT, true);

  /** What lists can be sorted by. */
  public enum Field {
    CREATED_AT("createdAt"),
    UPDATED_AT("updatedAt"),
    YEAR("year"),
    MAKE("make"),
    PRICE("price"),
    MILEAGE("mileage"),
    STOCK_NUMBER("stockNumber"),
    DAYS_ON_LOT("daysOnLot");

    private final String wire;

    Field(String wire) {
      this.wire = wire;
    }

    /** Name in the API. */
    public String wire() {
      return wire;
    }
  }

  /** Reads a field's name, with {@code -} before it for the greatest first. */
  public static Optional<VehicleSort> read(String text) {
    boolean descending = text.startsWith("-");
    String name = descending ? text.substring(1) : text;
    return Arrays.stream(Field.values())
        .filter(field -> field.wire.equals(name))
        .findFirst()
        .map(field -> new VehicleSort(field, descending));
  }

  /** As {@link #read} takes it. */
  public String wire() {
    return (descending ? "-" : "") + field.wire;
  }
}
