package com.lotview.auth.audit;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores the audit trail. Entries are added, never changed. */
public interface AuditTrail {
  /** Adds the entry in the running transaction of its dealership; a known id changes nothing. */
  Mono<Void> record(AuditEntry entry);

  /** The entries of the running transaction's dealership, latest first. */
  Flux<NamedEntry> find(AuditQuery query);
}
