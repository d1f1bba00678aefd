package com.lotview.worker.fleet.job;

import java.time.Instant;

/**
 * A stored picture.
 *
 * @param key in the object store
 * @param sha256 of the picture, hexadecimal
 */
public record Evidence(Kind kind, String key, String sha256, Instant takenAt) {
  /** What a picture shows. */
  public enum Kind {
    /** The filled form, or the listing before its change. */
    FORM,
    /** Proof of the result. */
    CONFIRMATION,
    FAILURE;

    /** As in events and keys. */
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
