package com.lotview.posting.bulk;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Bulk orders. Every method joins the running transaction and sees its dealership only. */
public interface BulkStore {

  /** Adds one. */
  Mono<Void> insert(Bulk bulk);

  /** How many of its postings were taken. */
  Mono<Void> setTotal(UUID id, int total);

  /** The bulk order. */
  Mono<Bulk> find(UUID id);

  /** The bulk order, locked until the transaction ends, so that the next count sees this change. */
  Mono<Bulk> findLocked(UUID id);

  /** How far it is. */
  Mono<Tally> tally(UUID id);
}
