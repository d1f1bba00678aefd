package com.lotview.kit.database;

import com.lotview.kit.tenant.TenantTransactions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Whether PostgreSQL answers; part of the readiness, so that no requests are sent here without it.
 */
public final class DatabaseHealth implements ReactiveHealthIndicator {
  private final DatabaseClient database;
  private final TenantTransactions transactions;

  public DatabaseHealth(DatabaseClient database, TenantTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public Mono<Health> health() {
    return transactions
        .inSystem(database.sql("select 1").then())
        .then(Mono.fromSupplier(() -> Health.up().build()))
        .onErrorResume(error -> Mono.just(Health.down(error).build()));
  }
}
