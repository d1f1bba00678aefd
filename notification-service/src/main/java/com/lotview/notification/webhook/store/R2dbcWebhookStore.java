package com.lotview.notification.webhook.store;

import com.lotview.kit.rows.Columns;
import com.lotview.notification.webhook.Webhook;
import com.lotview.notification.webhook.WebhookStore;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link WebhookStore} on PostgreSQL. */
@Component
final class R2dbcWebhookStore implements WebhookStore {
  private static final String SELECT =
      """
      select id, url, description, events, active, disabled_reason, failing_since,
             case when old_secret_until > clock_timestamp() then old_secret_until end as old_until,
             created_at
        from webhook
      """;

  private final DatabaseClient database;

  R2dbcWebhookStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Webhook> list() {
    return database
        .sql(SELECT + "order by created_at, id")
        .map(row -> hook(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Webhook> find(UUID id) {
    return database
        .sql(SELECT + "where id = :id")
        .bind("id", id)
        .map(row -> hook(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Void> add(UUID dealershipId, Webhook hook, String sealedSecret) {
    return database
        .sql(
            """
            insert into webhook (id, dealership_id, url, description, events, secret, created_at)
            values (:id, :dealership, :url, :description, :events, :secret, :at)
            """)
        .bind("id", hook.id())
        .bind("dealership", dealershipId)
        .bind("url", hook.url().toString())
        .bind("description", hook.description())
        .bind("events", String.join(" ", hook.events()))
        .bind("secret", sealedSecret)
        .bind("at", hook.createdAt())
        .then();
  }

  @Override
  public Mono<Void> change(Webhook hook) {
    return database
        .sql(
            """
            update webhook set url = :url, description = :description, events = :events,
                   active = :active, disabled_reason = :reason, failing_since = :failing
             where id = :id
            """)
        .bind("id", hook.id())
        .bind("url", hook.url().toString())
        .bind("description", hook.description())
        .bind("events", String.join(" ", hook.events()))
        .bind("active", hook.active())
        .bind("reason", Columns.orNull(hook.disabledReason(), String.class))
        .bind("failing", Columns.orNull(hook.failingSince(), Instant.class))
        .then();
  }

  @Override
  public Mono<UUID> remove(UUID id) {
    return database
        .sql("delete from webhook where id = :id returning id")
        .bind("id", id)
        .map(row -> new Columns(row).uuid("id"))
        .one();
  }

  @Override
  public Mono<Void> rotate(UUID id, String sealedSecret, Instant oldUntil) {
    return database
        .sql(
            """
            update webhook set old_secret = secret, old_secret_until = :until, secret = :secret
             where id = :id
            """)
        .bind("id", id)
        .bind("until", oldUntil)
        .bind("secret", sealedSecret)
        .then();
  }

  private static Webhook hook(Columns row) {
    return new Webhook(
        row.uuid("id"),
        URI.create(row.text("url")),
        row.text("description"),
        List.of(row.text("events").split(" ")),
        row.flag("active"),
        row.findText("disabled_reason"),
        row.findInstant("failing_since"),
        row.findInstant("old_until"),
        row.instant("created_at"));
  }
}
