package com.lotview.inventory.feedout.format;

/**
 * What is wrong with a vehicle in a feed.
 *
 * @param field as the receiver names it
 * @param problem follows the field's name
 */
public record Finding(String field, Level level, String problem) {

  /** What the receiver makes of it. */
  public enum Level {
    /** It does not take the vehicle. */
    REFUSED,
    /** It takes the vehicle, and shows it worse or not everywhere. */
    WARNED
  }

  static Finding refused(String field, String problem) {
    return new Finding(field, Level.REFUSED, problem);
  }

  static Finding warned(String field, String problem) {
    return new Finding(field, Level.WARNED, problem);
  }
}
