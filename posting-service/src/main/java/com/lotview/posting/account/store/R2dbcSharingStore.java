package com.lotview.posting.account.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.sharing.AccountUsers;
import com.lotview.posting.account.sharing.SharingStore;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSharingStore implements SharingStore {
  private final DatabaseClient database;

  R2dbcSharingStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<FbAccount> findLocked(UUID id) {
    return database
        .sql(
            "select "
                + FbAccountRow.COLUMNS
                + " from fb_account where id = :id and state <> 'DISCONNECTED'"
                + " for no key update")
        .bind("id", id)
        .map(FbAccountRow::account)
        .one();
  }

  @Override
  public Mono<AccountUsers> users(UUID id) {
    return database
        .sql(
            """
            select a.restricted, u.user_id from fb_account a
            left join fb_account_user u
              on u.dealership_id = a.dealership_id and u.fb_account_id = a.id
            where a.id = :id
            """)
        .bind("id", id)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Row(columns.flag("restricted"), columns.find("user_id", UUID.class));
        })
        .all()
        .collectList()
        .map(rows ->
            rows.stream().noneMatch(Row::restricted)
                ? new AccountUsers(null)
                : new AccountUsers(rows.stream().flatMap(Row::users).collect(Collectors.toSet())));
  }

  private record Row(boolean restricted, @Nullable UUID user) {
    Stream<UUID> users() {
      return Stream.ofNullable(user);
    }
  }

  @Override
  public Mono<Void> share(FbAccount account, AccountUsers users, Instant now) {
    Set<UUID> ids = users.userIds();
    return database
        .sql(
            """
            with gone as (
              delete from fb_account_user
              where fb_account_id = :id and user_id <> all(cast(:users as uuid[]))),
            added as (
              insert into fb_account_user (dealership_id, fb_account_id, user_id)
              select :dealership, :id, unnest(cast(:users as uuid[]))
              on conflict do nothing)
            update fb_account set restricted = :restricted, version = version + 1,
              updated_at = :now
            where id = :id
            """)
        .bind("id", account.id())
        .bind("dealership", account.dealershipId())
        .bind("users", ids == null ? new UUID[0] : ids.toArray(UUID[]::new))
        .bind("restricted", ids != null)
        .bind("now", now)
        .then();
  }

  @Override
  public Mono<Void> move(UUID id, @Nullable String country, Instant now) {
    return database
        .sql(
            "update fb_account set country = :country, version = version + 1, updated_at = :now"
                + " where id = :id")
        .bind("country", Columns.orNull(country, String.class))
        .bind("now", now)
        .bind("id", id)
        .then();
  }

  @Override
  public Mono<Void> rename(UUID id, String label, Instant now) {
    return database
        .sql(
            "update fb_account set label = :label, version = version + 1, updated_at = :now"
                + " where id = :id")
        .bind("label", label)
        .bind("now", now)
        .bind("id", id)
        .then();
  }
}
