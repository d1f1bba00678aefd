package com.lotview.notification.event;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state that a removal, a price change or a renewal of a live listing reached.
 *
 * @param removal how the listing is removed
 */
public record ListingChangeReached(
    UUID postingId,
    UUID dealershipId,
    UUID vehicleId,
    String kind,
    String state,
    @Nullable String removal,
    @Nullable Long priceCents,
    int attempt,
    boolean willRetry,
    @Nullable String error) {

  /**
   * Events for a removal that starts to wait, a new price that is live, a renewal, and failures. A
   * finished removal is an event of its posting.
   */
  public Optional<News> news() {
    if (willRetry) {
      return failed();
    }
    return switch (state) {
      case "WAITING" ->
          kind.equals("REMOVE") && attempt == 0
              ? news("posting.removing", new Removing(postingId, removal))
              : Optional.empty();
      case "DONE" ->
          switch (kind) {
            case "EDIT" -> news("posting.edited", new Edited(postingId, priceCents));
            case "RENEW" -> news("posting.renewed", new Renewed(postingId));
            default -> Optional.empty();
          };
      case "FAILED", "NEEDS_REVIEW" -> failed();
      default -> Optional.empty();
    };
  }

  private Optional<News> failed() {
    return news(
        "posting.change_failed", new Failed(postingId, vehicleId, kind, error, attempt, willRetry));
  }

  private Optional<News> news(String event, Object data) {
    return Optional.of(new News(event, vehicleId, data));
  }

  private record Removing(UUID postingId, @Nullable String removal) {}

  private record Edited(UUID postingId, @Nullable Long priceCents) {}

  private record Renewed(UUID postingId) {}

  private record Failed(
      UUID postingId,
      UUID vehicleId,
      String kind,
      @Nullable String error,
      int attempt,
      boolean willRetry) {}
}
