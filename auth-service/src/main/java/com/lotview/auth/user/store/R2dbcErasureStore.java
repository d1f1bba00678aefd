package com.lotview.auth.user.store;

import com.lotview.auth.user.Erasure;
import com.lotview.auth.user.ErasureStore;
import com.lotview.kit.hash.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link ErasureStore} on PostgreSQL. */
@Component
class R2dbcErasureStore implements ErasureStore {
  // A recovery code goes with its second factor.
  private static final List<String> OF_PERSON =
      List.of("refresh_token", "one_time_link", "login_challenge", "two_factor");

  private final DatabaseClient database;

  R2dbcErasureStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> erase(UUID id, String email, Instant at) {
    return Flux.fromIterable(OF_PERSON)
        .concatMap(table ->
            database.sql("delete from " + table + " where user_id = :id").bind("id", id).then())
        .then(deleteMails(email))
        .then(empty(id, at));
  }

  // The version rises, so that the database publishes the change.
  private Mono<Void> empty(UUID id, Instant at) {
    return database
        .sql(
            """
            update app_user
               set email = null, password_hash = null, first_name = :first, last_name = :last,
                   last_login_at = null, erased_at = :at, access_version = access_version + 1,
                   updated_at = clock_timestamp()
             where id = :id
            """)
        .bind("first", Erasure.FIRST_NAME)
        .bind("last", Erasure.LAST_NAME)
        .bind("at", at)
        .bind("id", id)
        .then();
  }

  @Override
  public Mono<Void> forgetAddress(String email) {
    return database
        .sql("delete from known_source where email_hash = :hash")
        .bind("hash", Sha256.of(email))
        .then()
        .then(
            database
                .sql("delete from registration where email = :email")
                .bind("email", email)
                .then())
        .then(deleteMails(email));
  }

  private Mono<Void> deleteMails(String email) {
    return database.sql("delete from mail where recipient = :email").bind("email", email).then();
  }
}
