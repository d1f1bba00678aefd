package com.lotview.posting.account.sealing;

import com.lotview.contracts.SessionOwner;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Sealings. Every method joins the running transaction and sees its dealership only. */
public interface SealingStore {

  /** Forgets this person's unused sealings, and all that are too old. */
  Mono<Void> forget(UUID userId, Instant now);

  /** Adds one that is not used yet. */
  Mono<Void> insert(Sealing sealing);

  /** The sealing, locked until the transaction ends. */
  Mono<Sealing> findLocked(UUID id);

  /**
   * Notes what was delivered.
   *
   * @return fails with a {@code DuplicateKeyException} if it was delivered with another sealing
   */
  Mono<Void> use(UUID id, byte[] mark);

  /** Whether the account is that owner's. */
  Mono<Boolean> belongs(UUID fbAccountId, SessionOwner owner);
}
