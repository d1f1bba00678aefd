package com.lotview.auth.audit;

import com.lotview.kit.tenant.TenantTransactions;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads the audit trail of a dealership. */
@Component
public class AuditQueries {
  private final AuditTrail trail;
  private final TenantTransactions transactions;

  AuditQueries(AuditTrail trail, TenantTransactions transactions) {
    this.trail = trail;
    this.transactions = transactions;
  }

  /** The entries, latest first. */
  public Flux<NamedEntry> find(UUID dealershipId, AuditQuery query) {
    return transactions.inTenantMany(dealershipId, trail.find(query));
  }
}
