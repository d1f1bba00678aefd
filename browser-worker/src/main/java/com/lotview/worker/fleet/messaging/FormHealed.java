package com.lotview.worker.fleet.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.marketplace.page.Heal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of the event {@code form.healed}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FormHealed(
    String jobId,
    @Nullable UUID postingId,
    UUID dealershipId,
    UUID fbAccountId,
    @Nullable UUID vehicleId,
    int attempt,
    String field,
    String wanted,
    String used,
    double score,
    String language,
    int mapVersion) {

  static FormHealed of(JobOrder order, Notes.Healed healed) {
    ListingJob about = order instanceof ListingJob job ? job : null;
    Heal heal = healed.heal();
    return new FormHealed(
        order.jobId(),
        about == null ? null : about.postingId(),
        order.dealershipId(),
        order.fbAccountId(),
        about == null ? null : about.vehicleId(),
        order.attempt(),
        heal.field(),
        heal.wanted(),
        heal.used(),
        heal.score(),
        healed.language(),
        healed.mapVersion());
  }
}
