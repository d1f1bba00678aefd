package com.lotview.posting.posting.lifecycle;

/** How a listing is taken down; names as in {@code posting.requested}. */
public enum HowRemoved {
  /** The listing is deleted. */
  DELETE,
  /** The listing is marked as sold. */
  SOLD
}
