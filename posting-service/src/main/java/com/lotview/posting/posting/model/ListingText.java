package com.lotview.posting.posting.model;

/**
 * A written listing.
 *
 * @param description without the reference line
 * @param writer who wrote it: {@code claude}, {@code built-in} or {@link #PERSON}
 */
public record ListingText(String title, String description, String writer) {
  /** The writer of a text that came with the order. */
  public static final String PERSON = "person";
}
