package com.lotview.worker.fleet.messaging;

import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.job.Progress;
import com.lotview.worker.fleet.lease.Notes;
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
