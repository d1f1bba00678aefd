package com.lotview.kit.outbox;

import com.lotview.kit.id.Ids;
import com.lotview.kit.web.Trace;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where events are left: in the transaction of the change that they tell of, so that neither is
 * ever without the other. Events of one topic and key leave in the order of their commits.
 */
public final class Outbox {
  private final DatabaseClient database;
  private final JsonMapper json;
  private final OutboxSignal signal;

  public Outbox(DatabaseClient database, JsonMapper json, OutboxSignal signal) {
    this.database = database;
    this.json = json;
    this.signal = signal;
  }

  /**
   * Appends the event to the running transaction.
   *
   * @return completes when it is written; fails with {@link NoTransactionException} outside of a
   *     transaction
   */
  public Mono<Void> append(OutboxEvent event) {
    return Mono.deferContextual(context ->
        insert(event, Trace.current(context)).then(Mono.defer(this::wakeRelayAfterCommit)));
  }

  private Mono<Void> insert(OutboxEvent event, String traceparent) {
    return database
        .sql("select outbox_append(:id, :topic, :key, :type, :trace, :payload)")
        .bind("id", Ids.next())
        .bind("topic", event.topic())
        .bind("key", event.key())
        .bind("type", event.type())
        .bind("trace", traceparent)
        .bind("payload", json.writeValueAsString(event.body()))
        .fetch()
        .first()
        .then();
  }

  private Mono<Void> wakeRelayAfterCommit() {
    return TransactionSynchronizationManager.forCurrentTransaction()
        .doOnNext(current -> {
          if (!current.getSynchronizations().contains(signal.afterCommit())) {
            current.registerSynchronization(signal.afterCommit());
          }
        })
        .then();
  }

  /** Type of what is registered with a transaction. */
  interface Wake extends TransactionSynchronization {}
}
