package com.lotview.auth.apikey.store;

import com.lotview.auth.apikey.ApiKey;
import com.lotview.auth.apikey.ApiKeyStore;
import com.lotview.kit.rows.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link ApiKeyStore} on PostgreSQL. */
@Component
class R2dbcApiKeyStore implements ApiKeyStore {
  private static final String COLUMNS =
      " id, name, beginning, scopes, created_by, created_at, expires_at, last_used_at ";

  // The time of the last use is not written for every request.
  private static final Duration EXACT_TO = Duration.ofMinutes(1);

  private final DatabaseClient database;

  R2dbcApiKeyStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<ApiKey> list() {
    return database
        .sql(
            "select"
                + COLUMNS
                + "from api_key where revoked_at is null order by created_at desc, id desc")
        .map(row -> key(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Void> add(UUID dealershipId, ApiKey key, byte[] hash) {
    return database
        .sql(
            """
            insert into api_key (id, dealership_id, name, beginning, key_hash, scopes, created_by,
                                 created_at, expires_at)
            values (:id, :dealership, :name, :beginning, :hash, :scopes, :by, :at, :expires)
            """)
        .bind("id", key.id())
        .bind("dealership", dealershipId)
        .bind("name", key.name())
        .bind("beginning", key.beginning())
        .bind("hash", hash)
        .bind("scopes", String.join(" ", key.scopes()))
        .bind("by", key.createdBy())
        .bind("at", key.createdAt())
        .bind("expires", Columns.orNull(key.expiresAt(), Instant.class))
        .then();
  }

  @Override
  public Mono<ApiKey> revoke(UUID id, Instant at) {
    return database
        .sql(
            "update api_key set revoked_at = :at where id = :id and revoked_at is null returning"
                + COLUMNS)
        .bind("id", id)
        .bind("at", at)
        .map(row -> key(new Columns(row)))
        .one();
  }

  @Override
  public Mono<UsedKey> use(byte[] hash, Instant now) {
    return database
        .sql(
            "select"
                + COLUMNS
                + """
                , dealership_id from api_key
                 where key_hash = :hash and revoked_at is null
                   and (expires_at is null or expires_at > :now)
                   and exists (select from dealership d
                                where d.id = dealership_id and d.active)
                """)
        .bind("hash", hash)
        .bind("now", now)
        .map(row -> {
          Columns columns = new Columns(row);
          return new UsedKey(columns.uuid("dealership_id"), key(columns));
        })
        .one()
        .flatMap(used -> noteUse(used.key(), now).thenReturn(used));
  }

  private Mono<Void> noteUse(ApiKey key, Instant now) {
    Instant last = key.lastUsedAt();
    if (last != null && last.isAfter(now.minus(EXACT_TO))) {
      return Mono.empty();
    }
    return database
        .sql("update api_key set last_used_at = :now where id = :id")
        .bind("now", now)
        .bind("id", key.id())
        .then();
  }

  private static ApiKey key(Columns row) {
    return new ApiKey(
        row.uuid("id"),
        row.text("name"),
        row.text("beginning"),
        List.of(row.text("scopes").split(" ", -1)),
        row.uuid("created_by"),
        row.instant("created_at"),
        row.findInstant("expires_at"),
        row.findInstant("last_used_at"));
  }
}
