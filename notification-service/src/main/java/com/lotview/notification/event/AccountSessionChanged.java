package com.lotview.notification.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an account's session state.
 *
 * @param until when a RESTING account continues; or how long a job waits for its owner
 */
public record AccountSessionChanged(
    UUID fbAccountId,
    UUID dealershipId,
    String label,
    String state,
    @Nullable String reason,
    @Nullable Instant until) {

  /** An event for each state in which the account cannot work. */
  public Optional<News> news() {
    return switch (state) {
      case "NEEDS_LOGIN", "BLOCKED" -> news("session.invalid", new Named(fbAccountId, label));
      case "RESTING" -> news("account.resting", new Resting(fbAccountId, label, until));
      case "OWNER_WANTED" ->
          news("account.ownerWanted", new OwnerWanted(fbAccountId, label, reason, until));
      case "DISCONNECTED" -> news("account.disconnected", new Named(fbAccountId, label));
      default -> Optional.empty();
    };
  }

  private static Optional<News> news(String event, Object data) {
    return Optional.of(new News(event, null, data));
  }

  private record Named(UUID fbAccountId, String label) {}

  private record OwnerWanted(
      UUID fbAccountId, String label, @Nullable String reason, @Nullable Instant until) {}

  private record Resting(UUID fbAccountId, String label, @Nullable Instant until) {}
}
