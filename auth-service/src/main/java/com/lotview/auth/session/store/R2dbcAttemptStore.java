package com.lotview.auth.session.store;

import com.lotview.auth.session.AttemptStore;
import com.lotview.kit.id.Ids;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.util.HexFormat;
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
  public Mono<Void> lock(byte[] email) {
    return database
        .sql("select pg_advisory_xact_lock(hashtextextended('login:' || :email, 0))")
        .bind("email", HexFormat.of().formatHex(email))
        .then();
  }

  @Override
  public Flux<Instant> latest(byte[] email, int count) {
    return database
        .sql(
            "select tried_at from login_attempt where email_hash = :email"
                + " order by tried_at desc limit :count")
        .bind("email", email)
        .bind("count", count)
        .map(row -> new Columns(row).instant("tried_at"))
        .all();
  }

  @Override
  public Mono<Void> add(byte[] email, Instant at, Instant forgetBefore) {
    Mono<Void> forget =
        database
            .sql("delete from login_attempt where tried_at < :before")
            .bind("before", forgetBefore)
            .then();
    return database
        .sql("insert into login_attempt (id, email_hash, tried_at) values (:id, :email, :at)")
        .bind("id", Ids.next())
        .bind("email", email)
        .bind("at", at)
        .then()
        .then(forget);
  }

  @Override
  public Mono<Void> clear(byte[] email) {
    return database
        .sql("delete from login_attempt where email_hash = :email")
        .bind("email", email)
        .then();
  }
}
