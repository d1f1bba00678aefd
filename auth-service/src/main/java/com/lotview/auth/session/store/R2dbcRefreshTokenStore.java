package com.lotview.auth.session.store;

import com.lotview.auth.session.OpenSession;
import com.lotview.auth.session.RefreshTokenStore;
import com.lotview.auth.session.StoredToken;
import com.lotview.kit.rows.Columns;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link RefreshTokenStore} on PostgreSQL. */
@Component
class R2dbcRefreshTokenStore implements RefreshTokenStore {
  private final DatabaseClient database;

  R2dbcRefreshTokenStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Place> findPlace(byte[] hash) {
    return database
        .sql("select dealership_id, family from refresh_token where token_hash = :hash")
        .bind("hash", hash)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Place(columns.uuid("dealership_id"), columns.uuid("family"));
        })
        .one();
  }

  @Override
  public Mono<Void> lock(UUID family) {
    return database
        .sql("select pg_advisory_xact_lock(hashtextextended('family:' || :family, 0))")
        .bind("family", family.toString())
        .then();
  }

  @Override
  public Mono<StoredToken> find(byte[] hash) {
    return database
        .sql(
            """
            select t.id, t.user_id, t.family, t.session_started_at, t.expires_at, t.rotated_at, t.revoked_at,
                   exists (select from refresh_token c
                           where c.family = t.family and c.parent_id = t.id
                             and c.rotated_at is not null) as child_rotated
            from refresh_token t where t.token_hash = :hash
            """)
        .bind("hash", hash)
        .map(row -> token(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Void> insert(NewToken token, byte[] hash) {
    UUID parent = token.parent();
    return database
        .sql(
            """
            insert into refresh_token
              (id, dealership_id, user_id, family, parent_id, token_hash, session_started_at,
               created_at, expires_at, ip, user_agent)
            values (:id, :dealership, :user, :family, :parent, :hash, :started, :created, :expires,
                    :ip, :agent)
            """)
        .bind("id", token.id())
        .bind("dealership", token.dealershipId())
        .bind("user", token.userId())
        .bind("family", token.family())
        .bind("parent", parent == null ? Parameters.in(UUID.class) : Parameters.in(parent))
        .bind("hash", hash)
        .bind("started", token.startedAt())
        .bind("created", token.createdAt())
        .bind("expires", token.expiresAt())
        .bind("ip", Columns.orNull(token.origin().address(), String.class))
        .bind("agent", Columns.orNull(token.origin().userAgent(), String.class))
        .then();
  }

  @Override
  public Mono<Void> markRotated(UUID id, Instant at) {
    return database
        .sql("update refresh_token set rotated_at = :at where id = :id and rotated_at is null")
        .bind("at", at)
        .bind("id", id)
        .then();
  }

  @Override
  public Mono<Boolean> revoke(UUID family, UUID userId, Instant at) {
    return database
        .sql(
            "update refresh_token set revoked_at = :at"
                + " where family = :family and user_id = :user and revoked_at is null")
        .bind("at", at)
        .bind("family", family)
        .bind("user", userId)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  @Override
  public Flux<UUID> openFamilies(UUID userId) {
    return database
        .sql(
            """
            select distinct family from refresh_token
             where user_id = :user and revoked_at is null order by family
            """)
        .bind("user", userId)
        .map(row -> new Columns(row).uuid("family"))
        .all();
  }

  @Override
  public Flux<OpenSession> openSessions(UUID userId, Instant now) {
    return database
        .sql(
            """
            select distinct on (t.family) t.family, t.created_at as last_used_at, t.ip,
                   t.user_agent, t.session_started_at as started_at
              from refresh_token t
             where t.user_id = :user and t.revoked_at is null and t.expires_at > :now
             order by t.family, t.created_at desc
            """)
        .bind("user", userId)
        .bind("now", now)
        .map(row -> session(new Columns(row)))
        .all()
        .sort(Comparator.comparing(OpenSession::lastUsedAt).reversed());
  }

  private static OpenSession session(Columns row) {
    return new OpenSession(
        row.uuid("family"),
        row.instant("started_at"),
        row.instant("last_used_at"),
        row.findText("ip"),
        row.findText("user_agent"));
  }

  @Override
  public Mono<Void> deleteExpired(UUID userId, Instant now) {
    return database
        .sql("delete from refresh_token where user_id = :user and expires_at < :now")
        .bind("user", userId)
        .bind("now", now)
        .then();
  }

  private static StoredToken token(Columns row) {
    return new StoredToken(
        row.uuid("id"),
        row.uuid("user_id"),
        row.uuid("family"),
        row.instant("session_started_at"),
        row.instant("expires_at"),
        row.findInstant("rotated_at"),
        row.findInstant("revoked_at"),
        row.flag("child_rotated"));
  }
}
