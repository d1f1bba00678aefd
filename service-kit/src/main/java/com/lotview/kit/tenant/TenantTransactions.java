package com.lotview.kit.tenant;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The only two ways to the database. Row-level security shows nothing outside of them.
 *
 * <p>The work given runs inside one transaction on one connection; an error rolls everything back.
 * Nested calls join the outer transaction, and must be for the same dealership.
 */
public final class TenantTransactions {
  private final DatabaseClient database;
  private final TransactionalOperator transactions;
  private final String openToSystem;

  public TenantTransactions(
      DatabaseClient database, TransactionalOperator transactions, String schema) {
    this.database = database;
    this.transactions = transactions;
    this.openToSystem = "set local role " + schema + "_system";
  }

  /** Runs the work seeing and writing only what belongs to the dealership. */
  public <T> Mono<T> inTenant(UUID dealershipId, Mono<T> work) {
    return one(openTo(dealershipId), work);
  }

  /** As {@link #inTenant(UUID, Mono)}, for many rows. */
  public <T> Flux<T> inTenantMany(UUID dealershipId, Flux<T> work) {
    return many(openTo(dealershipId), work);
  }

  /**
   * Runs work across dealerships, as the role that the migrations opened single tables to. For
   * dispatch, leases and the relay; never for a request of a person.
   */
  public <T> Mono<T> inSystem(Mono<T> work) {
    return one(openToSystem, work);
  }

  /** As {@link #inSystem(Mono)}, for many rows. */
  public <T> Flux<T> inSystemMany(Flux<T> work) {
    return many(openToSystem, work);
  }

  // The text of an UUID cannot hold anything that ends the quotation.
  private static String openTo(UUID dealershipId) {
    return "select set_config('app.dealership_id', '" + dealershipId + "', true)";
  }

  private <T> Mono<T> one(String opening, Mono<T> work) {
    return Mono.deferContextual(context ->
        OpeningConnections.isOpen(context)
            ? transactions.transactional(database.sql(opening).then().then(work))
            : transactions.transactional(work).contextWrite(opened(opening)));
  }

  private <T> Flux<T> many(String opening, Flux<T> work) {
    return Flux.deferContextual(context ->
        OpeningConnections.isOpen(context)
            ? transactions.transactional(database.sql(opening).then().thenMany(work))
            : transactions.transactional(work).contextWrite(opened(opening)));
  }

  private static Function<Context, Context> opened(String opening) {
    return context -> OpeningConnections.opening(context, opening);
  }
}
