package com.lotview.notification.event;

import java.util.UUID;

/** How far a bulk order is. */
public record BulkProgressed(UUID bulkId, UUID dealershipId, int total, int completed, int failed) {

  public News news() {
    return new News("bulk.progress", null, new Progress(bulkId, completed, total, failed));
  }

  private record Progress(UUID bulkId, int completed, int total, int failed) {}
}
