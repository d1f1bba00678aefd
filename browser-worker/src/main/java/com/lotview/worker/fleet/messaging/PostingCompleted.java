package com.lotview.worker.fleet.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.job.LookOrder;
import com.lotview.worker.marketplace.page.Difference;
import com.lotview.worker.marketplace.page.PostingOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of the event {@code posting.completed}. */
record PostingCompleted(
    String jobId,
    String kind,
    UUID taskId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID postingId,
    UUID dealershipId,
    UUID fbAccountId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID vehicleId,
    int attempt,
    long fence,
    String outcome,
    boolean retryable,
    @Nullable String code,
    @Nullable String reason,
    @Nullable String field,
    @Nullable String fbListingId,
    @Nullable String fbListingUrl,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Difference> differences,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PostingOutcome.Unread> unread,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean seen,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant openClickAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FormSeen form,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ListingsSeen listings,
    List<Picture> evidence,
    Instant startedAt,
    Instant finishedAt) {

  /** A stored picture. */
  record Picture(String kind, String key, String sha256, Instant takenAt) {
    static Picture of(Evidence evidence) {
      return new Picture(
          evidence.kind().wire(), evidence.key(), evidence.sha256(), evidence.takenAt());
    }
  }

  static PostingCompleted of(JobOrder order, long fence, JobResult result, FleetEvents.Span span) {
    ListingJob about = order instanceof ListingJob job ? job : null;
    PostingOutcome.Posted listing = result.listing();
    return new PostingCompleted(
        order.jobId(),
        order.kind().name(),
        order.taskId(),
        about == null ? null : about.postingId(),
        order.dealershipId(),
        order.fbAccountId(),
        about == null ? null : about.vehicleId(),
        order.attempt(),
        fence,
        result.outcome().name(),
        result.retryable(),
        result.code() == null ? null : result.code().name(),
        result.reason(),
        result.field(),
        listing == null ? null : listing.listingId(),
        listing == null ? null : listing.url(),
        listing == null ? List.of() : listing.differences(),
        listing == null ? List.of() : listing.notes(),
        listing == null ? List.of() : listing.unread(),
        listing == null ? null : listing.seen(),
        result.openClick(),
        result.form() == null ? null : FormSeen.of(result.form()),
        result.survey() != null && order instanceof LookOrder look
            ? ListingsSeen.of(look, result.survey())
            : null,
        span.evidence().stream().map(Picture::of).toList(),
        span.started(),
        span.finished());
  }
}
