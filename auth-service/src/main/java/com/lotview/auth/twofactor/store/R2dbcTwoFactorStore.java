package com.lotview.auth.twofactor.store;

import com.lotview.auth.twofactor.TwoFactorStore;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link TwoFactorStore} on PostgreSQL. */
@Component
class R2dbcTwoFactorStore implements TwoFactorStore {
  private final DatabaseClient database;

  R2dbcTwoFactorStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Factor> find(UUID userId) {
    return database
        .sql("select secret, confirmed_at, last_step from two_factor where user_id = :user")
        .bind("user", userId)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Factor(
              columns.text("secret"),
              columns.findInstant("confirmed_at"),
              columns.big("last_step"));
        })
        .one();
  }

  @Override
  public Mono<Boolean> begin(UUID dealershipId, UUID userId, String sealed, Instant at) {
    return changed(
        database
            .sql(
                """
                insert into two_factor (user_id, dealership_id, secret, created_at)
                values (:user, :dealership, :secret, :at)
                on conflict (user_id) do update
                   set secret = excluded.secret, created_at = excluded.created_at
                 where two_factor.confirmed_at is null
                """)
            .bind("user", userId)
            .bind("dealership", dealershipId)
            .bind("secret", sealed)
            .bind("at", at));
  }

  @Override
  public Mono<Void> confirm(UUID userId, Instant at) {
    return database
        .sql("update two_factor set confirmed_at = :at where user_id = :user")
        .bind("at", at)
        .bind("user", userId)
        .then();
  }

  @Override
  public Mono<Boolean> accept(UUID userId, long step) {
    return changed(
        database
            .sql(
                "update two_factor set last_step = :step"
                    + " where user_id = :user and last_step < :step")
            .bind("step", step)
            .bind("user", userId));
  }

  @Override
  public Mono<Boolean> remove(UUID userId) {
    return changed(
        database.sql("delete from two_factor where user_id = :user").bind("user", userId));
  }

  @Override
  public Mono<Void> replaceCodes(UUID dealershipId, UUID userId, List<byte[]> hashes) {
    Mono<Void> forget =
        database.sql("delete from recovery_code where user_id = :user").bind("user", userId).then();
    return forget
        .thenMany(
            Flux.fromIterable(hashes)
                .concatMap(hash ->
                    database
                        .sql(
                            "insert into recovery_code (user_id, dealership_id, code_hash)"
                                + " values (:user, :dealership, :hash)")
                        .bind("user", userId)
                        .bind("dealership", dealershipId)
                        .bind("hash", hash)
                        .then()))
        .then();
  }

  @Override
  public Mono<Boolean> useCode(UUID userId, byte[] hash) {
    return changed(
        database
            .sql("delete from recovery_code where user_id = :user and code_hash = :hash")
            .bind("user", userId)
            .bind("hash", hash));
  }

  @Override
  public Mono<Long> codesLeft(UUID userId) {
    return database
        .sql("select count(*) as codes from recovery_code where user_id = :user")
        .bind("user", userId)
        .map(row -> new Columns(row).big("codes"))
        .one();
  }

  @Override
  public Flux<UUID> without() {
    return database
        .sql(
            """
            select u.id from app_user u
             where u.active and not exists (
               select from two_factor f where f.user_id = u.id and f.confirmed_at is not null)
             order by u.id
            """)
        .map(row -> new Columns(row).uuid("id"))
        .all();
  }

  @Override
  public Mono<Void> require(UUID dealershipId, boolean required) {
    return database
        .sql(
            """
            update dealership set two_factor_required = :required, updated_at = clock_timestamp()
             where id = :id
            """)
        .bind("required", required)
        .bind("id", dealershipId)
        .then();
  }

  @Override
  public Flux<SealedSecret> sealedOtherwise(String beginning, UUID after, int count) {
    return database
        .sql(
            """
            select user_id, secret from two_factor
             where not starts_with(secret, :beginning) and user_id > :after
             order by user_id limit :count
            """)
        .bind("beginning", beginning)
        .bind("after", after)
        .bind("count", count)
        .map(row -> {
          Columns columns = new Columns(row);
          return new SealedSecret(columns.uuid("user_id"), columns.text("secret"));
        })
        .all();
  }

  @Override
  public Mono<Boolean> reseal(SealedSecret old, String sealed) {
    return changed(
        database
            .sql("update two_factor set secret = :new where user_id = :user and secret = :old")
            .bind("new", sealed)
            .bind("user", old.userId())
            .bind("old", old.sealed()));
  }

  private static Mono<Boolean> changed(DatabaseClient.GenericExecuteSpec statement) {
    return statement.fetch().rowsUpdated().map(rows -> rows == 1);
  }
}
