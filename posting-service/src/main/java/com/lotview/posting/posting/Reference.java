package com.lotview.posting.posting;

/**
 * The last line of every description, with the marker by which the listing is found again: a site
 * without idempotency keys leaves no other way to settle whether a click had an effect.
 */
public final class ReferenceLine {
  /** Characters of a whole description, at most. */
  private static final int WHOLE = 1000;

  private static final String LEAD = "\n\nRef ";

  private ReferenceLine() {}

  /** The description as the worker types it. */
  public static String append(String description, String marker) {
    return description + LEAD + marker;
  }

  /** How many characters a writer may use beside the line. */
  public static int room(String marker) {
    return WHOLE - LEAD.length() - marker.length();
  }
}
