package com.lotview.notification.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting's new state, from the posting service.
 *
 * @param userId who ordered it
 * @param willRetry whether an attempt failed and a retry follows
 * @param orderChanged whether a person changed the order while the state stays the same
 */
public record PostingStateChanged(
    UUID postingId,
    UUID dealershipId,
    UUID vehicleId,
    @Nullable UUID userId,
    UUID fbAccountId,
    @Nullable String jobId,
    String status,
    int attempt,
    @Nullable String title,
    @Nullable String description,
    @Nullable String fbListingId,
    @Nullable String fbListingUrl,
    @Nullable String error,
    @Nullable Boolean willRetry,
    @Nullable Instant scheduledFor,
    @Nullable Long priceCents,
    @Nullable Boolean orderChanged) {

  /**
   * The event for the dealership; empty for a state that this version does not know. A posting that
   * waits again after a failed attempt gives an event of the failure, not of being ready.
   */
  public Optional<News> news() {
    if (Boolean.TRUE.equals(orderChanged)) {
      return news(
          "posting.changed",
          new Changed(postingId, vehicleId, fbAccountId, scheduledFor, priceCents));
    }
    boolean again = Boolean.TRUE.equals(willRetry);
    if (again && (status.equals("QUEUED") || status.equals("READY"))) {
      return failed(true);
    }
    return switch (status) {
      case "QUEUED" -> news("posting.queued", new Queued(postingId, vehicleId, jobId));
      case "AWAITING_APPROVAL" ->
          news("posting.approval_wanted", new Concerned(postingId, vehicleId));
      case "GENERATING" -> news("posting.generating", new Concerned(postingId, vehicleId));
      case "READY" -> news("posting.ready", new Ready(postingId, title, description));
      case "POSTING" -> news("posting.posting", new Concerned(postingId, vehicleId));
      case "PUBLISHING" ->
          news("posting.publishing", new Publishing(postingId, vehicleId, fbListingUrl));
      case "POSTED" ->
          news("posting.completed", new Completed(postingId, fbListingUrl, fbListingId, error));
      case "FAILED" -> failed(again);
      case "CANCELLED" -> news("posting.cancelled", new Only(postingId));
      case "DELETED" -> news("posting.deleted", new Only(postingId));
      case "NEEDS_LOGIN" ->
          news("posting.needs_login", new NeedsPerson(postingId, vehicleId, error));
      case "NEEDS_REVIEW" ->
          news("posting.needs_review", new NeedsPerson(postingId, vehicleId, error));
      default -> Optional.empty();
    };
  }

  private Optional<News> failed(boolean again) {
    return news("posting.failed", new Failed(postingId, error, attempt, again));
  }

  private Optional<News> news(String event, Object data) {
    return Optional.of(new News(event, vehicleId, data));
  }

  private record Queued(UUID postingId, UUID vehicleId, @Nullable String jobId) {}

  private record Concerned(UUID postingId, UUID vehicleId) {}

  private record Changed(
      UUID postingId,
      UUID vehicleId,
      UUID fbAccountId,
      @Nullable Instant scheduledFor,
      @Nullable Long priceCents) {}

  private record Publishing(UUID postingId, UUID vehicleId, @Nullable String fbListingUrl) {}

  private record Ready(UUID postingId, @Nullable String title, @Nullable String description) {}

  /**
   * @param warning where the listing differs from the order
   */
  private record Completed(
      UUID postingId,
      @Nullable String fbListingUrl,
      @Nullable String fbListingId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String warning) {}

  private record Failed(UUID postingId, @Nullable String error, int attempt, boolean willRetry) {}

  private record Only(UUID postingId) {}

  private record NeedsPerson(UUID postingId, UUID vehicleId, @Nullable String error) {}
}
