package com.lotview.inventory.vehicle.store;

import com.lotview.inventory.vehicle.query.VehicleSort;

/**
 * The order of a list in SQL, over the table {@code vehicle v}.
 *
 * @param value what is sorted by; never null, so that a place behind a vehicle can be compared
 * @param type of the value
 * @param descending the greatest value first
 */
record VehicleOrder(String value, String type, boolean descending) {

  static VehicleOrder of(VehicleSort sort) {
    boolean down = sort.descending();
    return switch (sort.field()) {
      case CREATED_AT -> new VehicleOrder("v.created_at", "timestamptz", down);
      case UPDATED_AT -> new VehicleOrder("v.updated_at", "timestamptz", down);
      case YEAR -> new VehicleOrder("v.year", "integer", down);
      case MAKE -> new VehicleOrder("lower(concat_ws(' ', v.make, v.model))", "text", down);
      case STOCK_NUMBER -> new VehicleOrder("lower(v.stock_number)", "text", down);
      case PRICE -> known("v.price", down);
      case MILEAGE -> known("v.mileage", down);
      // The most days are those since the earliest date.
      case DAYS_ON_LOT ->
          new VehicleOrder(
              "coalesce(v.lot_date, '" + (down ? "" : "-") + "infinity')", "date", !down);
    };
  }

  /** A number that a vehicle may lack: then it comes last in either direction. */
  private static VehicleOrder known(String column, boolean descending) {
    String last = descending ? "-1" : String.valueOf(Long.MAX_VALUE);
    return new VehicleOrder("coalesce(" + column + ", " + last + ")", "bigint", descending);
  }

  String orderBy() {
    String direction = descending ? " desc" : "";
    return " order by " + value + direction + ", v.id" + direction;
  }

  /** The condition for what comes behind the vehicle with :value and :id. */
  String behind() {
    return "(%s, v.id) %s (cast(:value as %s), :id)".formatted(value, descending ? "<" : ">", type);
  }

  /** The value of a row as text, which {@link #behind} reads again. */
  String selected() {
    return "cast(" + value + " as text) as sort_value";
  }
}
