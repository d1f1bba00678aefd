package com.lotview.notification.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a web hook.
 *
 * @param id also the {@code webhook-id} of its calls, so a receiver can recognize repeats
 * @param body as it is sent
 * @param nextTryAt null: it is not tried again
 * @param status HTTP status of the last answer; null: there was none
 * @param error why the last try failed
 * @param answer the body of the last answer, at most 1,024 bytes of it
 */
public record Delivery(
    UUID id,
    String event,
    String body,
    State state,
    int tries,
    @Nullable Instant nextTryAt,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable String answer,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /** How far a delivery is. */
  public enum State {
    PENDING,
    DELIVERED,
    /** Not tried again, unless a person asks for it. */
    FAILED
  }
}
