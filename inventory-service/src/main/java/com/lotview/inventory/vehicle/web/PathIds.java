package com.lotview.inventory.vehicle.web;

import com.lotview.inventory.vehicle.Vehicles;
import java.util.UUID;

/** Ids are opaque to clients: a malformed id counts as one that does not exist. */
public final class PathIds {
  private PathIds() {}

  /** The vehicle's id; else {@code VEHICLE_NOT_FOUND}. */
  public static UUID vehicle(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Vehicles.notFound();
    }
  }
}
