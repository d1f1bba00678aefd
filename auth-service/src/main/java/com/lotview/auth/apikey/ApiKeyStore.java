package com.lotview.auth.apikey;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores API keys by their hash. Every call joins the running transaction. */
public interface ApiKeyStore {
  /** The keys of the transaction's dealership that are not revoked, newest first. */
  Flux<ApiKey> list();

  Mono<Void> add(UUID dealershipId, ApiKey key, byte[] hash);

  /** Revokes a key; empty if the dealership has no such key that is not revoked. */
  Mono<ApiKey> revoke(UUID id, Instant at);

  /** The key, if it is valid and its dealership active; needs the system's transaction. */
  Mono<UsedKey> use(byte[] hash, Instant now);

  /** A key that was used, and its owner. */
  record UsedKey(UUID dealershipId, ApiKey key) {}
}
