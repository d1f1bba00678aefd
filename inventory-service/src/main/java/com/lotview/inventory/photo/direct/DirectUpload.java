package com.lotview.inventory.photo.direct;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that a client may send to the object store.
 *
 * @param expiresAt when its link expires
 * @param confirmed whether its photo was taken
 */
public record DirectUpload(
    UUID id, UUID dealershipId, UUID vehicleId, Instant expiresAt, boolean confirmed) {

  /** Where its bytes are. */
  public String key() {
    return "uploads/%s/%s/%s".formatted(dealershipId, vehicleId, id);
  }
}
