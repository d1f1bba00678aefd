package com.lotview.kit.events;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.web.Trace;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Handles each event once per consumer, however often Kafka delivers it. */
public final class Inbox {
  private final DatabaseClient database;
  private final TenantTransactions transactions;

  public Inbox(DatabaseClient database, TenantTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /**
   * Runs the work in one transaction of the dealership together with the note that the event was
   * handled; an event noted before completes at once. If the work fails, nothing is noted.
   */
  public Mono<Void> once(String consumer, IncomingEvent event, UUID dealershipId, Mono<Void> work) {
    Mono<Void> handle = note(consumer, event.id()).filter(fresh -> fresh).flatMap(fresh -> work);
    return transactions
        .inTenant(dealershipId, handle)
        .contextWrite(context -> Trace.with(context, event.traceparent()));
  }

  private Mono<Boolean> note(String consumer, UUID eventId) {
    return database
        .sql(
            "insert into inbox (consumer, event_id) values (:consumer, :event) on conflict do nothing")
        .bind("consumer", consumer)
        .bind("event", eventId)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }
}
