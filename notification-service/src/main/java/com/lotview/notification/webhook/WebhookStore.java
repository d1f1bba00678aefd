package com.lotview.notification.webhook;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Web hooks of the transaction's dealership. */
public interface WebhookStore {
  /** All, oldest first. */
  Flux<Webhook> list();

  Mono<Webhook> find(UUID id);

  Mono<Void> add(UUID dealershipId, Webhook hook, String sealedSecret);

  /** Stores all but the secrets. */
  Mono<Void> change(Webhook hook);

  /** Removes it with its deliveries; empty if there is none. */
  Mono<UUID> remove(UUID id);

  /** A new secret; the present one signs too until then. */
  Mono<Void> rotate(UUID id, String sealedSecret, Instant oldUntil);
}
