package com.lotview.posting.account.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.account.SessionCheck;
import com.lotview.posting.account.SessionCheckStore;
import com.lotview.posting.dispatch.AccountRef;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSessionCheckStore implements SessionCheckStore {
  private static final String SELECT =
      "select dealership_id, fb_account_id, id, state, attempts, next_at, asked_at, ended_at, error"
          + " from session_check where ";

  private final DatabaseClient database;

  R2dbcSessionCheckStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<SessionCheck> find(UUID fbAccountId) {
    return read(database.sql(SELECT + "fb_account_id = :id").bind("id", fbAccountId));
  }

  @Override
  public Mono<SessionCheck> findLocked(UUID fbAccountId) {
    return read(
        database.sql(SELECT + "fb_account_id = :id for no key update").bind("id", fbAccountId));
  }

  @Override
  public Mono<SessionCheck> findById(UUID id) {
    return read(database.sql(SELECT + "id = :id for no key update").bind("id", id));
  }

  @Override
  public Mono<Void> save(SessionCheck check) {
    return database
        .sql(
            """
            insert into session_check (dealership_id, fb_account_id, id, state, attempts, next_at,
              asked_at, ended_at, error)
            values (:dealership, :account, :id, :state, :attempts, :next, :asked, :ended, :error)
            on conflict (dealership_id, fb_account_id) do update set id = excluded.id,
              state = excluded.state, attempts = excluded.attempts, next_at = excluded.next_at,
              asked_at = excluded.asked_at, ended_at = excluded.ended_at, error = excluded.error
            """)
        .bind("dealership", check.account().dealershipId())
        .bind("account", check.account().fbAccountId())
        .bind("id", check.id())
        .bind("state", check.state().name())
        .bind("attempts", check.attempts())
        .bind("next", check.nextAt())
        .bind("asked", Columns.orNull(check.askedAt(), Instant.class))
        .bind("ended", Columns.orNull(check.endedAt(), Instant.class))
        .bind("error", Columns.orNull(check.error(), String.class))
        .then();
  }

  @Override
  public Mono<Void> delete(UUID fbAccountId) {
    return database
        .sql("delete from session_check where fb_account_id = :id")
        .bind("id", fbAccountId)
        .then();
  }

  @Override
  public Flux<AccountRef> due(Instant now, int limit) {
    return database
        .sql(
            """
            select dealership_id, fb_account_id from session_check
            where state not in ('WAITING', 'RUNNING') and next_at <= :now
            order by next_at limit :limit
            """)
        .bind("now", now)
        .bind("limit", limit)
        .map(row -> ref(new Columns(row)))
        .all();
  }

  private static AccountRef ref(Columns row) {
    return AccountRef.of(row.uuid("dealership_id"), row.uuid("fb_account_id"));
  }

  private static Mono<SessionCheck> read(GenericExecuteSpec spec) {
    return spec.map(row -> check(new Columns(row))).one();
  }

  private static SessionCheck check(Columns row) {
    return new SessionCheck(
        ref(row),
        row.uuid("id"),
        SessionCheck.State.valueOf(row.text("state")),
        row.number("attempts"),
        row.instant("next_at"),
        row.findInstant("asked_at"),
        row.findInstant("ended_at"),
        row.findText("error"));
  }
}
