package com.lotview.notification.event.store;

import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.trace.Trace;
import com.lotview.notification.event.EventLog;
import com.lotview.notification.event.LoggedEvent;
import com.lotview.notification.event.News;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
          .sql(
              "select event_append(:dealership, :event, :vehicle, :data, :trace, :user,"
                  + " :permission, :without)")
          .bind("dealership", dealershipId)
          .bind("event", news.event())
          .bind("vehicle", Columns.orNull(news.vehicleId(), UUID.class))
          .bind("data", json.writeValueAsString(news.data()))
          .bind("trace", Trace.current(context))
          .bind("user", Columns.orNull(news.userId(), UUID.class))
          .bind("permission", Columns.orNull(permission(news), String.class))
          .bind("without", Columns.orNull(without(news), String.class))
          .fetch()
          .first()
          .then();
    });
  }

  private static @Nullable String permission(News news) {
    News.Limited limited = news.limited();
    return limited == null ? null : limited.permission().value();
  }

  private @Nullable String without(News news) {
    News.Limited limited = news.limited();
    return limited == null || limited.without() == null
        ? null
        : json.writeValueAsString(limited.without());
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
  public Mono<Span> span(UUID dealershipId) {
    return transactions
        .inTenant(
            dealershipId,
            database
                .sql(
                    """
                    select seq, coalesce((select min(seq) from event), seq + 1) as first
                      from event_head
                    """)
                .map(row -> {
                  Columns columns = new Columns(row);
                  return new Span(columns.big("first"), columns.big("seq"));
                })
                .one())
        .defaultIfEmpty(new Span(1, 0));
  }

  @Override
  public Flux<LoggedEvent> after(UUID dealershipId, long seq, int limit) {
    return transactions.inTenantMany(
        dealershipId,
        database
            .sql(
                """
                select seq, event, vehicle_id, data, user_id, permission, data_without
                  from event where seq > :seq order by seq limit :limit
                """)
            .bind("seq", seq)
            .bind("limit", limit)
            .map(row -> entry(new Columns(row)))
            .all());
  }

  private LoggedEvent entry(Columns row) {
    return new LoggedEvent(
        row.big("seq"),
        row.findUuid("vehicle_id"),
        row.findUuid("user_id"),
        frame(row, row.text("data")),
        limited(row));
  }

  private LoggedEvent.@Nullable Limited limited(Columns row) {
    String permission = row.findText("permission");
    String without = row.findText("data_without");
    return permission == null
        ? null
        : new LoggedEvent.Limited(permission, without == null ? null : frame(row, without));
  }

  private String frame(Columns row, String data) {
    return "{\"event\":"
        + json.writeValueAsString(row.text("event"))
        + ",\"data\":"
        + data
        + ",\"seq\":"
        + row.big("seq")
        + "}";
  }
}
