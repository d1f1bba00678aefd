package com.lotview.notification.event.store;

import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.web.Trace;
import com.lotview.notification.event.EventLog;
import com.lotview.notification.event.LoggedEvent;
import com.lotview.notification.event.News;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Component
final class R2dbcEventLog implements EventLog {
  private final DatabaseClient database;
  private final TenantTransactions transactions;
  private final JsonMapper json;

  R2dbcEventLog(DatabaseClient database, TenantTransactions transactions, JsonMapper json) {
    this.database = database;
    this.transactions = transactions;
    this.json = json;
  }

  @Override
  public Mono<Void> append(UUID dealershipId, News news) {
    return Mono.deferContextual(context -> {
      return database
          .sql("select event_append(:dealership, :event, :vehicle, :data, :trace)")
          .bind("dealership", dealershipId)
          .bind("event", news.event())
          .bind("vehicle", Columns.orNull(news.vehicleId(), UUID.class))
          .bind("data", json.writeValueAsString(news.data()))
          .bind("trace", Trace.current(context))
          .fetch()
          .first()
          .then();
    });
  }

  @Override
  public Mono<Long> head(UUID dealershipId) {
    return transactions
        .inTenant(
            dealershipId,
            database
                .sql("select seq from event_head")
                .map(row -> new Columns(row).big("seq"))
                .one())
        .defaultIfEmpty(0L);
  }

  @Override
  public Flux<LoggedEvent> after(UUID dealershipId, long seq, int limit) {
    return transactions.inTenantMany(
        dealershipId,
        database
            .sql(
                "select seq, event, vehicle_id, data from event where seq > :seq order by seq limit :limit")
            .bind("seq", seq)
            .bind("limit", limit)
            .map(row -> entry(new Columns(row)))
            .all());
  }

  @Override
  public Mono<Long> deleteOlderThan(Duration age) {
    return transactions.inSystem(
        database
            .sql("delete from event where at < clock_timestamp() - make_interval(secs => :seconds)")
            .bind("seconds", (double) age.toSeconds())
            .fetch()
            .rowsUpdated());
  }

  private LoggedEvent entry(Columns row) {
    long seq = row.big("seq");
    String frame =
        "{\"event\":"
            + json.writeValueAsString(row.text("event"))
            + ",\"data\":"
            + row.text("data")
            + ",\"seq\":"
            + seq
            + "}";
    return new LoggedEvent(seq, row.findUuid("vehicle_id"), frame);
  }
}
