package com.lotview.notification.webhook.store;

import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.notification.webhook.Delivery;
import com.lotview.notification.webhook.DeliveryStore;
import com.lotview.notification.webhook.Receiver.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link DeliveryStore} on PostgreSQL. */
@Component
final class R2dbcDeliveryStore implements DeliveryStore {
  private static final String COLUMNS =
      "id, event, body, state, tries, next_try_at, status, error, answer, created_at, finished_at";
  private static final String RETURNING = "returning " + COLUMNS;

  private final DatabaseClient database;
  private final TenantTransactions transactions;

  R2dbcDeliveryStore(DatabaseClient database, TenantTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public Flux<Delivery> list(UUID hookId, @Nullable UUID before, int limit) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from webhook_delivery where webhook_id = :hook"
                + (before == null
                    ? ""
                    : " and n < (select n from webhook_delivery where id = :before)")
                + " order by n desc limit :limit")
        .bind("hook", hookId)
        .bind("limit", limit)
        .bindValues(before == null ? Map.of() : Map.of("before", before))
        .map(row -> delivery(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Delivery> add(
      UUID dealershipId, UUID hookId, String event, String data, Instant now) {
    return database
        .sql(
            """
            insert into webhook_delivery (dealership_id, webhook_id, event, body, next_try_at)
            values (:dealership, :hook, :event, webhook_body(:event, 0, :data), :now)
            """
                + RETURNING)
        .bind("dealership", dealershipId)
        .bind("hook", hookId)
        .bind("event", event)
        .bind("data", data)
        .bind("now", now)
        .map(row -> delivery(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Delivery> again(UUID hookId, UUID id, Instant now) {
    return database
        .sql(
            """
            update webhook_delivery
               set state = 'PENDING', tries = 0, next_try_at = :now, finished_at = null
             where id = :id and webhook_id = :hook
            """
                + RETURNING)
        .bind("id", id)
        .bind("hook", hookId)
        .bind("now", now)
        .map(row -> delivery(new Columns(row)))
        .one();
  }

  @Override
  public Flux<DueDelivery> take(Instant now, Instant until, int ofEach, int limit) {
    return transactions.inSystemMany(
        database
            .sql(
                """
                with due as (
                  select d.id from webhook w cross join lateral (
                    select id, next_try_at, n from webhook_delivery
                     where webhook_id = w.id and next_try_at <= :now
                     order by next_try_at, n
                     limit greatest(0, case when w.failing_since is null then :each else 1 end
                       - (select count(*) from webhook_delivery f
                           where f.webhook_id = w.id and f.taken_until > :now))
                     for update skip locked) d
                   where w.active order by d.next_try_at, d.n limit :limit)
                update webhook_delivery d
                   set tries = d.tries + 1, taken_until = :until, next_try_at = :until
                  from due, webhook w
                 where d.id = due.id and w.id = d.webhook_id
                returning d.id, d.dealership_id, d.webhook_id, d.body, d.tries, w.url, w.secret,
                          case when w.old_secret_until > :now then w.old_secret end as old_secret
                """)
            .bind("now", now)
            .bind("until", until)
            .bind("each", ofEach)
            .bind("limit", limit)
            .map(row -> due(new Columns(row)))
            .all());
  }

  @Override
  public Mono<Void> delivered(DueDelivery delivery, Answer answer, Instant now) {
    return end(delivery, answer, "DELIVERED", null, now)
        .then(
            database
                .sql(
                    "update webhook set failing_since = null where id = :hook"
                        + " and failing_since is not null")
                .bind("hook", delivery.hookId())
                .then());
  }

  @Override
  public Mono<Instant> failed(
      DueDelivery delivery, Answer answer, @Nullable Instant next, Instant now) {
    return end(delivery, answer, next == null ? "FAILED" : "PENDING", next, now)
        .then(
            database
                .sql(
                    "update webhook set failing_since = coalesce(failing_since, :now)"
                        + " where id = :hook returning failing_since")
                .bind("now", now)
                .bind("hook", delivery.hookId())
                .map(row -> new Columns(row).instant("failing_since"))
                .one());
  }

  private Mono<Void> end(
      DueDelivery delivery, Answer answer, String state, @Nullable Instant next, Instant now) {
    return database
        .sql(
            """
            update webhook_delivery
               set state = :state, next_try_at = :next, taken_until = null, status = :status,
                   error = :error, answer = :answer, finished_at = :finished
             where id = :id
            """)
        .bind("id", delivery.id())
        .bind("state", state)
        .bind("next", Columns.orNull(next, Instant.class))
        .bind("status", Columns.orNull(answer.status(), Integer.class))
        .bind("error", Columns.orNull(answer.error(), String.class))
        .bind("answer", Columns.orNull(answer.text(), String.class))
        .bind("finished", Columns.orNull(next == null ? now : null, Instant.class))
        .then();
  }

  @Override
  public Mono<Boolean> disable(UUID hookId, String reason, Instant now) {
    Mono<Void> waiting =
        database
            .sql(
                """
                update webhook_delivery
                   set state = 'FAILED', next_try_at = null, finished_at = :now,
                       error = coalesce(error, 'The web hook was disabled')
                 where webhook_id = :hook and state = 'PENDING'
                """)
            .bind("hook", hookId)
            .bind("now", now)
            .then();
    return database
        .sql(
            "update webhook set active = false, disabled_reason = :reason"
                + " where id = :hook and active returning id")
        .bind("hook", hookId)
        .bind("reason", reason)
        .map(row -> new Columns(row).uuid("id"))
        .one()
        .flatMap(id -> waiting.thenReturn(true))
        .defaultIfEmpty(false);
  }

  private static DueDelivery due(Columns row) {
    return new DueDelivery(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("webhook_id"),
        URI.create(row.text("url")),
        row.text("secret"),
        row.findText("old_secret"),
        row.text("body"),
        row.number("tries"));
  }

  private static Delivery delivery(Columns row) {
    return new Delivery(
        row.uuid("id"),
        row.text("event"),
        row.text("body"),
        Delivery.State.valueOf(row.text("state")),
        row.number("tries"),
        row.findInstant("next_try_at"),
        row.findNumber("status"),
        row.findText("error"),
        row.findText("answer"),
        row.instant("created_at"),
        row.findInstant("finished_at"));
  }
}
