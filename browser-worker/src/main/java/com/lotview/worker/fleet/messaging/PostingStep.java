package com.lotview.worker.fleet.messaging;

import com.lotview.worker.fleet.ListingJob;
import com.lotview.worker.fleet.Notes;
import com.lotview.worker.fleet.Progress;
import java.util.UUID;

/** Body of the event {@code posting.step}. */
record PostingStep(
    String jobId,
    UUID postingId,
    UUID dealershipId,
    UUID fbAccountId,
    UUID vehicleId,
    int attempt,
    int step,
    int total,
    String message,
    long elapsedMs) {

  static PostingStep of(ListingJob order, Notes.Reached reached) {
    Progress progress = reached.progress();
    return new PostingStep(
        order.jobId(),
        order.postingId(),
        order.dealershipId(),
        order.fbAccountId(),
        order.vehicleId(),
        order.attempt(),
        progress.step(),
        progress.total(),
        progress.message(),
        reached.elapsedMillis());
  }
}
