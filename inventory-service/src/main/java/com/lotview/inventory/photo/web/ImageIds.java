package com.lotview.inventory.photo.web;

import com.lotview.inventory.photo.Photos;
import java.util.UUID;

/** Ids of photos in paths. */
final class ImageIds {
  private ImageIds() {}

  /** The id; a malformed id names no image. */
  static UUID of(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Photos.notFound();
    }
  }
}
