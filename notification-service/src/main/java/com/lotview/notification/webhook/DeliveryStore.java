package com.lotview.notification.webhook;

import com.lotview.notification.webhook.Receiver.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deliveries. Calls join the transaction of the dealership, unless stated differently. */
public interface DeliveryStore {
  /**
   * A web hook's deliveries, newest first.
   *
   * @param before only older ones than this; null: from the newest on
   */
  Flux<Delivery> list(UUID hookId, @Nullable UUID before, int limit);

  /** Adds one that is due at once. */
  Mono<Delivery> add(UUID dealershipId, UUID hookId, String event, String data, Instant now);

  /** Makes one due at once, as if it were new; empty if there is none. */
  Mono<Delivery> again(UUID hookId, UUID id, Instant now);

  /**
   * Takes due deliveries of active web hooks, oldest first: of each web hook at most {@code ofEach}
   * at a time, and one at a time while it fails. They are due again at {@code until} unless their
   * end is stored. Its own transaction.
   */
  Flux<DueDelivery> take(Instant now, Instant until, int ofEach, int limit);

  /** It was accepted: the web hook no longer fails. */
  Mono<Void> delivered(DueDelivery delivery, Answer answer, Instant now);

  /**
   * It was not accepted.
   *
   * @param next when it is tried again; null: not again
   * @return since when the web hook fails
   */
  Mono<Instant> failed(DueDelivery delivery, Answer answer, @Nullable Instant next, Instant now);

  /**
   * Disables an active web hook; its waiting deliveries count as failed. True if it was active.
   *
   * @param reason for people
   */
  Mono<Boolean> disable(UUID hookId, String reason, Instant now);

  /**
   * A delivery to be tried now.
   *
   * @param secret sealed
   * @param oldSecret sealed; null: there is none that still signs
   * @param tries this one included
   */
  record DueDelivery(
      UUID id,
      UUID dealershipId,
      UUID hookId,
      URI url,
      String secret,
      @Nullable String oldSecret,
      String body,
      int tries) {}
}
