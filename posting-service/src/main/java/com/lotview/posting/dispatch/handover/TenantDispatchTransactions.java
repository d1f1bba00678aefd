package com.lotview.posting.dispatch.handover;

import com.lotview.kit.tenant.TenantTransactions;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The service's own transactions. */
@Component
class TenantDispatchTransactions implements DispatchTransactions {
  private final TenantTransactions transactions;

  TenantDispatchTransactions(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> Mono<T> inTenant(UUID dealershipId, Mono<T> work) {
    return transactions.inTenant(dealershipId, work);
  }

  @Override
  public <T> Flux<T> inSystem(Flux<T> work) {
    return transactions.inSystemMany(work);
  }
}
