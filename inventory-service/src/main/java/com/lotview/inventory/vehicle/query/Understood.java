package com.lotview.inventory.vehicle.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The interpretation of some words of a search.
 *
 * @param kind what they are about
 * @param words as they stand in the search, in small letters without accents
 * @param values what is looked for, one of which a vehicle has; empty for a range
 * @param least of a range: hundredths, miles or a year; null: open
 * @param most of a range; null: open
 * @param corrected whether a word was taken for another one, as it is mistyped
 * @param without the search without these words, for a person who does not want this interpretation
 */
public record Understood(
    Kind kind,
    String words,
    List<String> values,
    @Nullable Long least,
    @Nullable Long most,
    boolean corrected,
    String without) {

  /** What words can be about. */
  public enum Kind {
    MAKE,
    MODEL,
    YEAR,
    PRICE,
    MILEAGE,
    COLOR,
    BODY,
    FUEL,
    GEARBOX,
    DRIVE,
    CONDITION,
    /** A stock number or part of it, or the end of a VIN. */
    NUMBER
  }

  public Understood {
    values = List.copyOf(values);
  }

  /** The range; open on both sides if there is none. */
  NumberRange range() {
    return new NumberRange(least, most);
  }
}
