package com.lotview.auth.link.store;

import com.lotview.auth.link.LinkOwner;
import com.lotview.auth.link.LinkPurpose;
import com.lotview.auth.link.LinkStore;
import com.lotview.kit.id.Ids;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The {@link LinkStore} on PostgreSQL. */
@Component
class R2dbcLinkStore implements LinkStore {
  private final DatabaseClient database;

  R2dbcLinkStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> add(LinkOwner owner, LinkPurpose purpose, byte[] hash, Instant at) {
    return database
        .sql(
            """
            insert into one_time_link
              (id, dealership_id, user_id, purpose, token_hash, created_at, expires_at)
            values (:id, :dealership, :user, :purpose, :hash, :at, :expires)
            """)
        .bind("id", Ids.next())
        .bind("dealership", owner.dealershipId())
        .bind("user", owner.userId())
        .bind("purpose", purpose.name())
        .bind("hash", hash)
        .bind("at", at)
        .bind("expires", at.plus(purpose.life()))
        .then();
  }

  @Override
  public Mono<Void> withdraw(UUID userId, LinkPurpose purpose) {
    return database
        .sql(
            "update one_time_link set expires_at = created_at"
                + " where user_id = :user and purpose = :purpose")
        .bind("user", userId)
        .bind("purpose", purpose.name())
        .then();
  }

  @Override
  public Mono<Void> forget(UUID userId, Instant before) {
    return database
        .sql("delete from one_time_link where user_id = :user and created_at < :before")
        .bind("user", userId)
        .bind("before", before)
        .then();
  }

  @Override
  public Mono<Long> count(UUID userId, LinkPurpose purpose, Instant since) {
    return database
        .sql(
            """
            select count(*) as sent from one_time_link
             where user_id = :user and purpose = :purpose and created_at > :since
            """)
        .bind("user", userId)
        .bind("purpose", purpose.name())
        .bind("since", since)
        .map(row -> new Columns(row).big("sent"))
        .one();
  }

  @Override
  public Mono<LinkOwner> find(byte[] hash, LinkPurpose purpose, Instant now) {
    return database
        .sql(
            """
            select dealership_id, user_id from one_time_link
             where token_hash = :hash and purpose = :purpose and expires_at > :now
            """)
        .bind("hash", hash)
        .bind("purpose", purpose.name())
        .bind("now", now)
        .map(row -> {
          Columns columns = new Columns(row);
          return new LinkOwner(columns.uuid("dealership_id"), columns.uuid("user_id"));
        })
        .one();
  }

  @Override
  public Mono<Boolean> use(byte[] hash, Instant now) {
    return database
        .sql(
            "update one_time_link set expires_at = created_at"
                + " where token_hash = :hash and expires_at > :now")
        .bind("hash", hash)
        .bind("now", now)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }
}
