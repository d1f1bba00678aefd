package com.lotview.inventory.type;

/** The types that the marketplace's form tells apart; {@code UNKNOWN} is none of them. */
public enum VehicleType {
  CAR_TRUCK,
  MOTORCYCLE,
  POWERSPORT,
  RV_CAMPER,
  TRAILER,
  BOAT,
  COMMERCIAL,
  UNKNOWN
}
