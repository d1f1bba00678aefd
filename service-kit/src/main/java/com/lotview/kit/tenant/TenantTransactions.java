package com.lotview.kit.tenant;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The only two ways into the database. Row-level security shows nothing outside of them.
 *
 * <p>The work given runs inside one transaction on one connection; an error rolls everything back.
 * Nested calls join the outer transaction, and must be for the same dealership.
 */
public final class TenantTransactions {
  private final DatabaseClient database;
  private final TransactionalOperator transactions;
  private final String systemRole;

  public TenantTransactions(
      DatabaseClient database, TransactionalOperator transactions, String schema) {
    this.database = database;
    this.transactions = transactions;
    this.systemRole = schema + "_system";
  }

  /** Runs the work seeing and writing only what belongs to the dealership. */
  public <T> Mono<T> inTenant(UUID dealershipId, Mono<T> work) {
    return transactions.transactional(enter(dealershipId).then(work));
  }

  /** As {@link #inTenant(UUID, Mono)}, for many rows. */
  public <T> Flux<T> inTenantMany(UUID dealershipId, Flux<T> work) {
    return transactions.transactional(enter(dealershipId).thenMany(work));
  }

  /**
   * Runs work across dealerships, as the role that the migrations opened single tables to. For
   * dispatch, leases and the relay; never for a request of a person.
   */
  public <T> Mono<T> inSystem(Mono<T> work) {
    return transactions.transactional(
        database.sql("set local role " + systemRole).then().then(work));
  }

  /** As {@link #inSystem(Mono)}, for many rows. */
  public <T> Flux<T> inSystemMany(Flux<T> work) {
    return transactions.transactional(
        database.sql("set local role " + systemRole).then().thenMany(work));
  }

  private Mono<Void> enter(UUID dealershipId) {
    return database
        .sql("select set_config('app.dealership_id', :dealership, true)")
        .bind("dealership", dealershipId.toString())
        .fetch()
        .first()
        .then();
  }
}
