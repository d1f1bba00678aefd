package com.lotview.auth.audit;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores the audit trail. Entries are added, and never changed, except that an erased person is
 * removed from them; they end with their retention.
 */
public interface AuditTrail {
  /** Adds the entry in the running transaction of its dealership; a known id changes nothing. */
  Mono<Void> record(AuditEntry entry);

  /** Removes a deactivated person's name, e-mail, addresses and user agents from the entries. */
  Mono<Void> erase(UUID userId);

  /** The entries of the running transaction's dealership, latest first. */
  Flux<NamedEntry> find(AuditQuery query);
}
