package com.lotview.inventory.vehicle.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of vehicles.
 *
 * @param today days on the lot are counted to it
 */
public record VehicleQuery(VehicleFilter filter, VehicleSort sort, Part part, LocalDate today) {

  /**
   * Which part.
   *
   * @param page from 1; without meaning behind a position
   * @param after the last vehicle of the part before; null to count pages
   */
  public record Part(int page, int limit, @Nullable Position after) {

    /** Rows before the page. */
    public long offset() {
      return after == null ? (page - 1L) * limit : 0;
    }
  }

  /**
   * A place in a list: still the right one when vehicles came or went since.
   *
   * @param value the sort's value of the vehicle there, as text
   * @param id of the vehicle there
   */
  public record Position(String value, java.util.UUID id) {}
}
