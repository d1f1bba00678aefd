package com.lotview.notification.event;

import java.util.UUID;

/** A worker's step. */
public record PostingStepReached(
    UUID postingId, UUID dealershipId, UUID vehicleId, int step, int total, String message) {

  public News news() {
    return new News("posting.progress", vehicleId, new Progress(postingId, step, total, message));
  }

  private record Progress(UUID postingId, int step, int total, String message) {}
}
