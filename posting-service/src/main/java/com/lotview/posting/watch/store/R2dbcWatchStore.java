package com.lotview.posting.watch.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.watch.AccountWatch;
import com.lotview.posting.watch.WatchStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcWatchStore implements WatchStore {
  private static final String SELECT =
      "select dealership_id, fb_account_id, id, state, attempts, next_at, zone, asked_at, ended_at,"
          + " others, error from listing_watch where ";

  private final DatabaseClient database;

  R2dbcWatchStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<AccountWatch> find(UUID fbAccountId) {
    return read(database.sql(SELECT + "fb_account_id = :id").bind("id", fbAccountId));
  }

  @Override
  public Mono<AccountWatch> findLocked(UUID fbAccountId) {
    return read(
        database.sql(SELECT + "fb_account_id = :id for no key update").bind("id", fbAccountId));
  }

  @Override
  public Mono<AccountWatch> findByLook(UUID id) {
    return read(database.sql(SELECT + "id = :id for no key update").bind("id", id));
  }

  @Override
  public Mono<Void> save(AccountWatch watch) {
    return database
        .sql(
            """
            insert into listing_watch (dealership_id, fb_account_id, id, state, attempts, next_at, zone,
              asked_at, ended_at, others, error)
            values (:dealership, :account, :id, :state, :attempts, :next, :zone, :asked, :ended, :others,
              :error)
            on conflict (dealership_id, fb_account_id) do update set id = excluded.id,
              state = excluded.state, attempts = excluded.attempts, next_at = excluded.next_at,
              zone = excluded.zone,
              asked_at = excluded.asked_at, ended_at = excluded.ended_at,
              others = excluded.others, error = excluded.error
            """)
        .bind("dealership", watch.account().dealershipId())
        .bind("account", watch.account().fbAccountId())
        .bind("id", watch.id())
        .bind("state", watch.state().name())
        .bind("attempts", watch.attempts())
        .bind("next", watch.nextAt())
        .bind("zone", watch.zone().getId())
        .bind("asked", Columns.orNull(watch.askedAt(), Instant.class))
        .bind("ended", Columns.orNull(watch.endedAt(), Instant.class))
        .bind("others", Columns.orNull(watch.others(), Integer.class))
        .bind("error", Columns.orNull(watch.error(), String.class))
        .then();
  }

  @Override
  public Flux<AccountRef> due(Instant now, int limit) {
    return database
        .sql(
            """
            select dealership_id, fb_account_id from listing_watch
            where state not in ('WAITING', 'RUNNING') and next_at <= :now
            order by next_at limit :limit
            """)
        .bind("now", now)
        .bind("limit", limit)
        .map(row -> account(new Columns(row)))
        .all();
  }

  private static AccountRef account(Columns row) {
    return AccountRef.of(row.uuid("dealership_id"), row.uuid("fb_account_id"));
  }

  private static Mono<AccountWatch> read(GenericExecuteSpec spec) {
    return spec.map(row -> watch(new Columns(row))).one();
  }

  private static AccountWatch watch(Columns row) {
    return new AccountWatch(
        account(row),
        row.uuid("id"),
        AccountWatch.State.valueOf(row.text("state")),
        row.number("attempts"),
        row.instant("next_at"),
        ZoneId.of(row.text("zone")),
        row.findInstant("asked_at"),
        row.findInstant("ended_at"),
        row.findNumber("others"),
        row.findText("error"));
  }
}
