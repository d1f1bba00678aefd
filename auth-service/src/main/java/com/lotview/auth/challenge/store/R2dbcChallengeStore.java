package com.lotview.auth.challenge.store;

import com.lotview.auth.challenge.ChallengeStore;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The {@link ChallengeStore} on PostgreSQL. */
@Component
class R2dbcChallengeStore implements ChallengeStore {
  private final DatabaseClient database;

  R2dbcChallengeStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> add(byte[] hash, Pending pending, Instant expiresAt) {
    return database
        .sql(
            """
            insert into login_challenge
              (token_hash, dealership_id, user_id, access_version, expires_at)
            values (:hash, :dealership, :user, :version, :expires)
            """)
        .bind("hash", hash)
        .bind("dealership", pending.dealershipId())
        .bind("user", pending.userId())
        .bind("version", pending.version())
        .bind("expires", expiresAt)
        .then();
  }

  @Override
  public Mono<Pending> find(byte[] hash, Instant now) {
    return database
        .sql(
            """
            select dealership_id, user_id, access_version from login_challenge
             where token_hash = :hash and expires_at > :now
            """)
        .bind("hash", hash)
        .bind("now", now)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Pending(
              columns.uuid("dealership_id"),
              columns.uuid("user_id"),
              columns.number("access_version"));
        })
        .one();
  }

  @Override
  public Mono<Boolean> use(byte[] hash, Instant now) {
    return database
        .sql("delete from login_challenge where token_hash = :hash and expires_at > :now")
        .bind("hash", hash)
        .bind("now", now)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Mono<Void> forget(Instant now) {
    return database
        .sql("delete from login_challenge where expires_at <= :now")
        .bind("now", now)
        .then();
  }
}
