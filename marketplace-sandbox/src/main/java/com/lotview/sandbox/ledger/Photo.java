package com.lotview.sandbox.ledger;

/**
 * A stored picture.
 *
 * @param id the picture's id on the site
 * @param sha256 of the bytes as uploaded, lower-case hex
 * @param bytes the size
 * @param contentType such as image/jpeg
 * @param order its place in the listing from 0; the first is the cover
 */
public record Photo(String id, String sha256, long bytes, String contentType, int order) {
  /** The same picture at another place of the listing. */
  public Photo at(int newOrder) {
    return new Photo(id, sha256, bytes, contentType, newOrder);
  }
}
