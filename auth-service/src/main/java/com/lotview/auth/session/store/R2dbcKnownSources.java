package com.lotview.auth.session.store;

import com.lotview.auth.session.KnownSources;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The {@link KnownSources} on PostgreSQL. */
@Component
class R2dbcKnownSources implements KnownSources {
  private final DatabaseClient database;

  R2dbcKnownSources(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Boolean> knows(byte[] email, byte[] source, Instant since) {
    return database
        .sql(
            """
            select exists (select from known_source where email_hash = :email
                             and source_hash = :source and seen_at >= :since) as known
            """)
        .bind("email", email)
        .bind("source", source)
        .bind("since", since)
        .map(row -> new Columns(row).flag("known"))
        .one();
  }

  @Override
  public Mono<Void> keep(byte[] email, byte[] source, Instant seenAt, Instant forgetBefore) {
    Mono<Void> forget =
        database
            .sql("delete from known_source where email_hash = :email and seen_at < :before")
            .bind("email", email)
            .bind("before", forgetBefore)
            .then();
    return database
        .sql(
            """
            insert into known_source (email_hash, source_hash, seen_at)
            values (:email, :source, :at)
            on conflict (email_hash, source_hash) do update set seen_at = excluded.seen_at
            """)
        .bind("email", email)
        .bind("source", source)
        .bind("at", seenAt)
        .then()
        .then(forget);
  }
}
