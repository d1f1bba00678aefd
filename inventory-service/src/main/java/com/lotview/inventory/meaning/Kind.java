package com.lotview.inventory.meaning;

import java.util.Locale;

/**
 * The kinds of facts read from cells; each kind has its closed set of values in {@code words.txt}.
 */
public enum Kind {
  BODY,
  FUEL,
  GEARBOX,
  DRIVE,
  CONDITION,
  CERTIFIED,
  STATUS,
  TITLE,
  OWNERS,
  ACCIDENTS,
  WARRANTY,
  /** A colour that people search for; no cell is read for it, because cells name colours freely. */
  COLOR,
  /** What the vehicle is; read by {@code VehicleTypeReader}, not by {@code words.txt}. */
  TYPE;

  /** Name in events and in the API. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
