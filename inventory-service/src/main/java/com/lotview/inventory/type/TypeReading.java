package com.lotview.inventory.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The type of a vehicle, and the clues to it.
 *
 * @param clues empty if there are none; several of different types and {@code UNKNOWN} if they
 *     contradict each other
 */
public record TypeReading(VehicleType type, List<Clue> clues) {

  public TypeReading {
    clues = List.copyOf(clues);
  }

  /**
   * A clue to a type.
   *
   * @param source the column of the file, {@code VIN} or {@code make}
   * @param words its content
   * @param type {@code UNKNOWN} where the clue only shows that other words are needed
   */
  public record Clue(String source, String words, VehicleType type) {
    @Override
    public String toString() {
      String says = type == VehicleType.UNKNOWN ? "" : " says " + type;
      return source + " \"" + words + "\"" + says;
    }
  }

  /** Whether nothing at all speaks for another type than a car or a light truck. */
  public boolean mayBeCarOrTruck() {
    return type == VehicleType.CAR_TRUCK || (type == VehicleType.UNKNOWN && clues.isEmpty());
  }

  /** Why, for a person. */
  public String reason() {
    if (clues.isEmpty()) {
      return "neither a type, a body style, the make nor the VIN says what kind of vehicle it is";
    }
    String all = clues.stream().map(Clue::toString).collect(Collectors.joining(", "));
    boolean open = clues.stream().allMatch(clue -> clue.type() == VehicleType.UNKNOWN);
    if (type == VehicleType.UNKNOWN) {
      return (open ? "only known: " : "contradictory: ") + all;
    }
    return all;
  }
}
