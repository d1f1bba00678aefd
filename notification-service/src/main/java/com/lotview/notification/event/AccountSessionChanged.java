package com.lotview.notification.event;

import java.util.Optional;
import java.util.UUID;

/** What became of an account's session. */
public record AccountSessionChanged(
    UUID fbAccountId, UUID dealershipId, String label, String state) {

  /** News only when a person must act. */
  public Optional<News> news() {
    return switch (state) {
      case "NEEDS_LOGIN", "BLOCKED" ->
          Optional.of(new News("session.invalid", null, new Invalid(fbAccountId, label)));
      default -> Optional.empty();
    };
  }

  private record Invalid(UUID fbAccountId, String label) {}
}
