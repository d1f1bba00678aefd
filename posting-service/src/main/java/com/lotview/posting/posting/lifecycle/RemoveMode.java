package com.lotview.posting.posting.lifecycle;

/** How a listing is removed; names as in {@code posting.requested}. */
public enum RemoveMode {
  /** The listing is deleted. */
  DELETE,
  /** The listing is marked as sold. */
  SOLD
}
