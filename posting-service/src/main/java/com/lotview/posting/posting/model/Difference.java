package com.lotview.posting.posting.model;

/**
 * Where a live listing shows something else than was ordered.
 *
 * @param field of the listing; {@code photos} counts pictures
 * @param found what it shows; empty if it shows nothing of it
 */
public record Difference(String field, String wanted, String found) {
  /** The field that counts pictures. */
  public static final String PHOTOS = "photos";
}
