package com.lotview.notification.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * No worker is available, or one is available again.
 *
 * @param since when the last one was there
 * @param waitingJobs the dealership's due jobs, which wait
 */
public record FleetStateChanged(
    UUID dealershipId, boolean away, @Nullable Instant since, int waitingJobs) {

  public News news() {
    return away
        ? new News("fleet.away", null, new Away(since, waitingJobs))
        : new News("fleet.back", null, Map.of());
  }

  private record Away(@Nullable Instant since, int waitingJobs) {}
}
