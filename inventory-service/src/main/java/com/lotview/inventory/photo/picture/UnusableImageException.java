package com.lotview.inventory.photo.picture;

/** The bytes are not an image that is taken; the message says why, to the person who sent them. */
public final class UnusableImageException extends RuntimeException {
  public UnusableImageException(String reason) {
    super(reason, null, false, false);
  }
}
