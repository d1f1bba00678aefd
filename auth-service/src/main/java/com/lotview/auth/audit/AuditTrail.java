package com.lotview.auth.audit;

import reactor.core.publisher.Mono;

/** Where the audit trail is kept. Entries are added, never changed. */
public interface AuditTrail {
  /** Adds the entry to the running transaction of its dealership; one with a known id is kept. */
  Mono<Void> record(AuditEntry entry);
}
