package com.lotview.contracts;

import java.util.Set;

/** Values of {@code meaning.type} that decide whether a vehicle can be posted. */
public final class VehicleTypes {
  public static final String CAR_TRUCK = "CAR_TRUCK";
  public static final String MOTORCYCLE = "MOTORCYCLE";

  /** Types whose form the worker fills; any other type stops a posting by name. */
  public static final Set<String> POSTABLE = Set.of(CAR_TRUCK, MOTORCYCLE);

  private VehicleTypes() {}
}
