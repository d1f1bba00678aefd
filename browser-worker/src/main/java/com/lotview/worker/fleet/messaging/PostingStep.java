package com.lotview.worker.fleet.messaging;

import com.lotview.worker.fleet.PostingOrder;
import com.lotview.worker.marketplace.Step;
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

  static PostingStep of(PostingOrder order, Step step, long elapsedMillis) {
    return new PostingStep(
        order.jobId(),
        order.postingId(),
        order.dealershipId(),
        order.fbAccountId(),
        order.vehicleId(),
        order.attempt(),
        step.number(),
        Step.TOTAL,
        step.message(),
        elapsedMillis);
  }
}
