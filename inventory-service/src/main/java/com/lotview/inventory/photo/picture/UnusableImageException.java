package com.lotview.inventory.photo.picture;

/** The bytes are not an accepted image; the message tells the sender why. */
public final class UnusableImageException extends RuntimeException {
  public UnusableImageException(String reason) {
    super(reason, null, false, false);
  }
}
