package com.lotview.kit.outbox;

import com.lotview.kit.id.Ids;
import com.lotview.kit.trace.Trace;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Transactional outbox: stores events in the transaction of the change that they report, so that
 * neither exists without the other. Events of one topic and key leave in the order of their
 * commits.
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
   * Appends events to the running transaction, in one statement and in the order given.
   *
   * <p>Each topic and key is locked until the commit; transactions that append to several take them
   * in the same order, or they may wait for each other.
   *
   * @return completes when they are written; fails with {@link NoTransactionException} outside of a
   *     transaction
   */
  public Mono<Void> append(OutboxEvent... events) {
    return Mono.deferContextual(context ->
        insert(List.of(events), Trace.current(context))
            .then(Mono.defer(this::wakeRelayAfterCommit)));
  }

  private Mono<Void> insert(List<OutboxEvent> events, String traceparent) {
    return database
        .sql(
            "select outbox_append(id, topic, key, type, :trace, payload) from (select * from"
                + " unnest(:ids::uuid[], :topics::text[], :keys::text[], :types::text[],"
                + " :payloads::text[]) with ordinality as e(id, topic, key, type, payload, n)"
                + " order by n) ordered")
        .bind("trace", traceparent)
        .bind("ids", events.stream().map(event -> Ids.next()).toArray(UUID[]::new))
        .bind("topics", texts(events, OutboxEvent::topic))
        .bind("keys", texts(events, OutboxEvent::key))
        .bind("types", texts(events, OutboxEvent::type))
        .bind("payloads", texts(events, event -> json.writeValueAsString(event.body())))
        .then();
  }

  private static String[] texts(List<OutboxEvent> events, Function<OutboxEvent, String> part) {
    return events.stream().map(part).toArray(String[]::new);
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
