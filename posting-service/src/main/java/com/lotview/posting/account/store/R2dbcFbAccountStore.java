package com.lotview.posting.account.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccountStore;
import com.lotview.posting.account.SealedSession;
import com.lotview.posting.dispatch.AccountRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcFbAccountStore implements FbAccountStore {
  private final DatabaseClient database;
  private final ConnectedIdentities identities;

  R2dbcFbAccountStore(DatabaseClient database) {
    this.database = database;
    this.identities = new ConnectedIdentities(database);
  }

  @Override
  public Flux<FbAccount> findAll() {
    return database
        .sql(FbAccountRow.SELECT + " where state <> 'DISCONNECTED' order by id")
        .map(FbAccountRow::account)
        .all();
  }

  @Override
  public Flux<FbAccount> findUsable(UUID userId) {
    return database
        .sql(
            FbAccountRow.SELECT
                + " a where state <> 'DISCONNECTED' and (not restricted or exists"
                + " (select from fb_account_user u where u.fb_account_id = a.id"
                + " and u.user_id = :user)) order by id")
        .bind("user", userId)
        .map(FbAccountRow::account)
        .all();
  }

  @Override
  public Mono<FbAccount> find(UUID id) {
    return database
        .sql(FbAccountRow.SELECT + " where id = :id and state <> 'DISCONNECTED'")
        .bind("id", id)
        .map(FbAccountRow::account)
        .one();
  }

  @Override
  public Mono<Map<UUID, String>> labels(Collection<UUID> ids) {
    return database
        .sql("select id, label from fb_account where id = any(:ids)")
        .bind("ids", ids.toArray(UUID[]::new))
        .map(row -> {
          Columns columns = new Columns(row);
          return Map.entry(columns.uuid("id"), columns.text("label"));
        })
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Mono<FbAccount> findByIdentity(String identityHash) {
    return database
        .sql(FbAccountRow.SELECT + " where identity_hash = :identity")
        .bind("identity", identityHash)
        .map(FbAccountRow::account)
        .one();
  }

  @Override
  public Mono<SealedSession> findSession(UUID id) {
    return database
        .sql(
            "select "
                + FbAccountRow.COLUMNS
                + ", sealed_session, session_version, unseen from fb_account where id = :id"
                + " and sealed_session is not null")
        .bind("id", id)
        .map(FbAccountRow::session)
        .one();
  }

  @Override
  public Mono<Void> insert(FbAccount account, String identityHash, String sealedSession) {
    return database
        .sql(
            """
            insert into fb_account (dealership_id, id, label, identity_hash, account_ref, state,
              unseen, sealed_session, last_checked_at, created_at, updated_at)
            values (:dealership, :id, :label, :identity, :ref, :state, :state = 'CHECKING', :sealed,
              :checked, :created, :created)
            """)
        .bind("dealership", account.dealershipId())
        .bind("id", account.id())
        .bind("label", account.label())
        .bind("identity", identityHash)
        .bind("ref", account.accountRef())
        .bind("state", account.state().name())
        .bind("sealed", sealedSession)
        .bind("checked", Columns.orNull(account.lastCheckedAt(), Instant.class))
        .bind("created", account.createdAt())
        .then();
  }

  @Override
  public Mono<Boolean> claim(FbAccount account, byte[] fingerprint) {
    return identities.claim(account, fingerprint);
  }

  @Override
  public Mono<Void> release(UUID id) {
    return identities.release(id);
  }

  @Override
  public Mono<Void> reconnect(FbAccount account, String sealedSession, Instant now) {
    return database
        .sql(
            """
            update fb_account set label = :label, state = :state, unseen = (:state = 'CHECKING'),
              sealed_session = :sealed, session_version = session_version + 1, last_checked_at = :checked,
              updated_at = :now
            where id = :id
            """)
        .bind("label", account.label())
        .bind("state", account.state().name())
        .bind("sealed", sealedSession)
        .bind("checked", Columns.orNull(account.lastCheckedAt(), Instant.class))
        .bind("now", now)
        .bind("id", account.id())
        .then();
  }

  @Override
  public Mono<Boolean> refresh(UUID id, String sealedSession, long version, Instant now) {
    return database
        .sql(
            """
            update fb_account set sealed_session = :sealed, session_version = session_version + 1,
              updated_at = :now
            where id = :id and session_version = :version and sealed_session is not null
            """)
        .bind("sealed", sealedSession)
        .bind("version", version)
        .bind("now", now)
        .bind("id", id)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Mono<Boolean> reseal(UUID id, String sealedSession, long version) {
    return database
        .sql(
            """
            update fb_account set sealed_session = :sealed
            where id = :id and session_version = :version and sealed_session is not null
            """)
        .bind("sealed", sealedSession)
        .bind("version", version)
        .bind("id", id)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  // Every account has a slot, and slots are open to the system's work.
  @Override
  public Flux<AccountRef> refs(@Nullable UUID after, int limit) {
    return database
        .sql(
            """
            select dealership_id, fb_account_id from account_slot
            where :after::uuid is null or fb_account_id > :after
            order by fb_account_id limit :limit
            """)
        .bind("after", Columns.orNull(after, UUID.class))
        .bind("limit", limit)
        .map(row -> {
          Columns columns = new Columns(row);
          return AccountRef.of(columns.uuid("dealership_id"), columns.uuid("fb_account_id"));
        })
        .all();
  }

  @Override
  public Mono<FbAccount> markNeedsLogin(UUID id, Instant now) {
    return database
        .sql(
            "update fb_account set state = 'NEEDS_LOGIN', last_checked_at = :now, updated_at = :now"
                + " where id = :id and state in ('VALID', 'CHECKING') returning "
                + FbAccountRow.COLUMNS)
        .bind("id", id)
        .bind("now", now)
        .map(FbAccountRow::account)
        .one();
  }

  @Override
  public Mono<FbAccount> markValid(UUID id, Instant now) {
    // One statement for both: every state of the account has the time of its check.
    return database
        .sql(
            """
            with before as (
              select id, state, last_checked_at from fb_account where id = :id for no key update),
            seen as (
              update fb_account a set last_checked_at = :now, updated_at = :now, unseen = false,
                state = case when a.state in ('NEEDS_LOGIN', 'CHECKING') then 'VALID'
                  else a.state end
              from before b where a.id = b.id
              returning a.*,
                b.state in ('NEEDS_LOGIN', 'CHECKING')
                  or b.state = 'VALID' and b.last_checked_at is null as news)
            """
                + FbAccountRow.from("seen where news"))
        .bind("id", id)
        .bind("now", now)
        .map(FbAccountRow::account)
        .one();
  }

  @Override
  public Mono<FbAccount> rest(UUID id, Instant until, Instant now) {
    return database
        .sql(
            """
            with before as (
              select * from fb_account where id = :id and state <> 'DISCONNECTED' for no key update),
            rested as (
              update fb_account set resting_until = greatest(resting_until, :until),
                updated_at = :now
              where id in (select id from before))
            """
                + FbAccountRow.from("before"))
        .bind("id", id)
        .bind("until", until)
        .bind("now", now)
        .map(FbAccountRow::account)
        .one();
  }

  @Override
  public Mono<FbAccount> disconnect(UUID id, Instant now) {
    return database
        .sql(
            "update fb_account set state = 'DISCONNECTED', sealed_session = null,"
                + " session_version = session_version + 1, updated_at = :now"
                + " where id = :id and state <> 'DISCONNECTED' returning "
                + FbAccountRow.COLUMNS)
        .bind("id", id)
        .bind("now", now)
        .map(FbAccountRow::account)
        .one();
  }

  @Override
  public Mono<Long> countWaiting(UUID id) {
    return database
        .sql("select count(*) as waiting from dispatch where fb_account_id = :id")
        .bind("id", id)
        .map(row -> new Columns(row).big("waiting"))
        .one();
  }
}
