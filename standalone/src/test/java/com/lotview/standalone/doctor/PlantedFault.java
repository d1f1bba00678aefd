package com.lotview.standalone.doctor;

import java.time.Clock;
import java.util.Map;

/**
 * A fault, and what is to be said of it.
 *
 * @param what part of every line that calls something wrong
 * @param cure part of the line below
 */
record PlantedFault(String name, String what, String cure, Plant plant, Clock clock) {
  /** Breaks something. */
  interface Plant {
    /** Changes the system or the variables; closing the result mends the system. */
    AutoCloseable on(PlantedSystem system, Map<String, String> variables) throws Exception;
  }

  /** Changes variables only. */
  static PlantedFault ofVariable(
      String name, String what, String cure, String variable, String value) {
    return of(
        name,
        what,
        cure,
        (system, variables) -> {
          variables.put(variable, value);
          return () -> {};
        });
  }

  static PlantedFault of(String name, String what, String cure, Plant plant) {
    return new PlantedFault(name, what, cure, plant, Clock.systemUTC());
  }

  /** Of the database: two statements of its superuser. */
  static PlantedFault ofSql(String name, String what, String cure, String breaks, String mends) {
    return of(
        name,
        what,
        cure,
        (system, variables) -> {
          system.sql(breaks);
          return () -> system.sql(mends);
        });
  }

  @Override
  public String toString() {
    return name;
  }
}
