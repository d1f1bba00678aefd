package com.lotview.auth.audit.store;

import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditQuery;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.auth.audit.NamedEntry;
import com.lotview.kit.audit.Change;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The {@link AuditTrail} on PostgreSQL. */
@Component
class R2dbcAuditTrail implements AuditTrail {
  private final DatabaseClient database;
  private final JsonMapper json;

  R2dbcAuditTrail(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  // An entry of another service may come after its person was erased.
  @Override
  public Mono<Void> record(AuditEntry entry) {
    return database
        .sql(
            """
            insert into audit_event (
              id, dealership_id, user_id, action, subject, ip, user_agent, changes, at)
            select :id, :dealership, :user, :action, :subject,
                   case when erased then null else :ip end,
                   case when erased then null else :agent end, cast(:changes as jsonb), :at
              from (select exists (select from app_user
                                    where id = :user and erased_at is not null) as erased) person
            on conflict (id) do nothing
            """)
        .bind("id", entry.id())
        .bind("dealership", entry.dealershipId())
        .bind("user", Columns.orNull(entry.userId(), UUID.class))
        .bind("action", entry.action())
        .bind("subject", entry.subject())
        .bind("ip", Columns.orNull(entry.ip(), String.class))
        .bind("agent", Columns.orNull(entry.userAgent(), String.class))
        .bind("changes", json.writeValueAsString(entry.changes()))
        .bind("at", entry.at())
        .then();
  }

  @Override
  public Mono<Void> erase(UUID userId) {
    return database.sql("select erase_from_audit(:user)").bind("user", userId).then();
  }

  @Override
  public Flux<NamedEntry> find(AuditQuery query) {
    return database
        .sql(
            """
            select e.id, e.at, e.user_id, e.action, e.subject, e.ip, e.user_agent, e.changes,
                   coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), k.name) as who
              from audit_event e
              left join app_user u on u.id = e.user_id
              left join api_key k on k.id = e.user_id
             where (:user::uuid is null or e.user_id = :user)
               and (:action::text is null or starts_with(e.action, :action))
               and (:subject::text is null or e.subject = :subject)
               and (:from::timestamptz is null or e.at >= :from)
               and (:to::timestamptz is null or e.at < :to)
               and (:before::uuid is null
                    or (e.at, e.id) < (select b.at, b.id from audit_event b where b.id = :before))
             order by e.at desc, e.id desc
             limit :limit
            """)
        .bind("user", Columns.orNull(query.userId(), UUID.class))
        .bind("action", Columns.orNull(query.action(), String.class))
        .bind("subject", Columns.orNull(query.subject(), String.class))
        .bind("from", Columns.orNull(query.from(), Instant.class))
        .bind("to", Columns.orNull(query.to(), Instant.class))
        .bind("before", Columns.orNull(query.before(), UUID.class))
        .bind("limit", query.limit())
        .map(row -> entry(new Columns(row)))
        .all();
  }

  private NamedEntry entry(Columns row) {
    return new NamedEntry(
        row.uuid("id"),
        row.instant("at"),
        row.findUuid("user_id"),
        row.findText("who"),
        row.text("action"),
        row.text("subject"),
        row.findText("ip"),
        row.findText("user_agent"),
        List.of(json.readValue(row.text("changes"), Change[].class)));
  }
}
