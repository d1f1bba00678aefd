package com.lotview.posting.account.formcheck;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Checks of the form. Every method joins the running transaction of a dealership. */
public interface FormCheckStore {

  /** The check of that id. */
  Mono<FormCheck> find(UUID id);

  /** The check of that id, locked until the transaction ends. */
  Mono<FormCheck> findLocked(UUID id);

  /** The account's check that has not ended, if one was ordered since then. */
  Mono<FormCheck> findOpen(UUID fbAccountId, Instant since);

  /** The account's latest check that read a list of makes. */
  Mono<FormCheck> findWithMakes(UUID fbAccountId);

  /**
   * The language that the last check of each account saw, such as {@code es}; accounts that were
   * never checked are not in it.
   */
  Mono<Map<UUID, String>> languages(Collection<UUID> fbAccountIds);

  /** Adds or replaces it. */
  Mono<Void> save(FormCheck check);

  /** Deletes the account's checks that were ordered before that time. */
  Mono<Void> forget(UUID fbAccountId, Instant before);
}
