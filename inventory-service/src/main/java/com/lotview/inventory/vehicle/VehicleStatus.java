package com.lotview.inventory.vehicle;

/** Where a vehicle stands in its sale. */
public enum VehicleStatus {
  ACTIVE,
  PENDING,
  SOLD,
  ARCHIVED
}
