package com.lotview.auth.session.store;

import com.lotview.auth.session.AttemptStore;
import com.lotview.kit.id.Ids;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link AttemptStore} on PostgreSQL. */
@Component
class R2dbcAttemptStore implements AttemptStore {
  private final DatabaseClient database;

  R2dbcAttemptStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> lock(byte[] lane) {
    return database
        .sql("select pg_advisory_xact_lock(hashtextextended('login:' || :lane, 0))")
        .bind("lane", HexFormat.of().formatHex(lane))
        .then();
  }

  @Override
  public Flux<Attempt> since(byte[] lane, Instant from) {
    return database
        .sql(
            "select tried_at, open from login_attempt where lane = :lane and tried_at >= :from"
                + " order by tried_at")
        .bind("lane", lane)
        .bind("from", from)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Attempt(columns.instant("tried_at"), columns.flag("open"));
        })
        .all();
  }

  @Override
  public Mono<UUID> add(byte[] lane, Instant at, Instant forgetBefore) {
    Mono<Void> forget =
        database
            .sql("delete from login_attempt where tried_at < :before")
            .bind("before", forgetBefore)
            .then();
    UUID id = Ids.next();
    return database
        .sql(
            "insert into login_attempt (id, lane, tried_at, open)"
                + " values (:id, :lane, :at, true)")
        .bind("id", id)
        .bind("lane", lane)
        .bind("at", at)
        .then()
        .then(forget)
        .thenReturn(id);
  }

  @Override
  public Mono<Void> failed(UUID id) {
    return database
        .sql("update login_attempt set open = false where id = :id")
        .bind("id", id)
        .then();
  }

  @Override
  public Mono<Void> remove(UUID id) {
    return database.sql("delete from login_attempt where id = :id").bind("id", id).then();
  }

  @Override
  public Mono<Void> clear(byte[] lane) {
    return database.sql("delete from login_attempt where lane = :lane").bind("lane", lane).then();
  }
}
