package com.lotview.posting.signin.store;

import com.lotview.kit.rows.Columns;
import com.lotview.kit.ticket.Ticket;
import com.lotview.posting.signin.SignIn;
import com.lotview.posting.signin.SignInStore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSignInStore implements SignInStore {
  private static final String COLUMNS =
      "id, dealership_id, account_id, purpose, label, user_id, state, reason, worker_url,"
          + " fb_account_id, created_at, until";
  private static final String SELECT = "select " + COLUMNS + " from sign_in where ";

  private final DatabaseClient database;

  R2dbcSignInStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> insert(SignIn signIn) {
    return database
        .sql(
            """
            insert into sign_in (dealership_id, id, account_id, purpose, label, user_id, state,
              reason, worker_url, created_at, until)
            values (:dealership, :id, :account, :purpose, :label, :user, :state, :reason, :worker,
              :created, :until)
            """)
        .bind("dealership", signIn.dealershipId())
        .bind("id", signIn.id())
        .bind("account", signIn.accountId())
        .bind("purpose", signIn.purpose().name())
        .bind("label", signIn.label())
        .bind("user", Columns.orNull(signIn.userId(), UUID.class))
        .bind("state", signIn.state().name())
        .bind("reason", Columns.orNull(signIn.reason(), String.class))
        .bind("worker", Columns.orNull(signIn.workerUrl(), String.class))
        .bind("created", signIn.createdAt())
        .bind("until", signIn.until())
        .then();
  }

  @Override
  public Mono<SignIn> find(UUID id) {
    return one(database.sql(SELECT + "id = :id").bind("id", id));
  }

  @Override
  public Mono<SignIn> latest(UUID accountId) {
    return one(
        database
            .sql(SELECT + "account_id = :account order by created_at desc limit 1")
            .bind("account", accountId));
  }

  @Override
  public Mono<Void> issue(UUID id, UUID userId, Ticket ticket, Instant until) {
    return database
        .sql(
            "update sign_in set user_id = :user, ticket_hash = :hash, ticket_until = :until"
                + " where id = :id and ended_at is null")
        .bind("user", userId)
        .bind("hash", ticket.hash())
        .bind("until", until)
        .bind("id", id)
        .then();
  }

  @Override
  public Mono<SignIn> byTicket(Ticket ticket, Instant now) {
    return one(
        database
            .sql(SELECT + "ticket_hash = :hash and ticket_until > :now")
            .bind("hash", ticket.hash())
            .bind("now", now));
  }

  @Override
  public Mono<SignIn> redeem(Ticket ticket, Instant now) {
    return one(
        database
            .sql(
                "update sign_in set ticket_hash = null, ticket_until = null"
                    + " where ticket_hash = :hash and ticket_until > :now and state = 'OPEN'"
                    + " and until > :now returning "
                    + COLUMNS)
            .bind("hash", ticket.hash())
            .bind("now", now));
  }

  @Override
  public Mono<SignIn> open(UUID id, String workerUrl) {
    return one(
        database
            .sql(
                "update sign_in set state = 'OPEN', worker_url = :worker"
                    + " where id = :id and ended_at is null returning "
                    + COLUMNS)
            .bind("worker", workerUrl)
            .bind("id", id));
  }

  @Override
  public Mono<SignIn> end(
      UUID id, SignIn.State state, @Nullable String reason, @Nullable UUID account, Instant now) {
    return one(
        database
            .sql(
                "update sign_in set state = :state, reason = :reason, fb_account_id = :account,"
                    + " ended_at = :now where id = :id and ended_at is null returning "
                    + COLUMNS)
            .bind("state", state.name())
            .bind("reason", Columns.orNull(reason, String.class))
            .bind("account", Columns.orNull(account, UUID.class))
            .bind("now", now)
            .bind("id", id));
  }

  @Override
  public Mono<Void> cancelConnects(UUID userId, String reason, Instant now) {
    return database
        .sql(
            "update sign_in set state = 'CANCELLED', reason = :reason, ended_at = :now"
                + " where user_id = :user and purpose = 'CONNECT' and ended_at is null")
        .bind("reason", reason)
        .bind("now", now)
        .bind("user", userId)
        .then();
  }

  @Override
  public Mono<Void> expire(UUID accountId, Instant now) {
    return database
        .sql(
            "update sign_in set state = 'FAILED', reason = 'Nobody signed in in time',"
                + " ended_at = :now"
                + " where account_id = :account and ended_at is null and until <= :now")
        .bind("now", now)
        .bind("account", accountId)
        .then();
  }

  @Override
  public Mono<Void> forget(Instant endedBefore) {
    return database
        .sql("delete from sign_in where until < :before")
        .bind("before", endedBefore)
        .then();
  }

  private static Mono<SignIn> one(GenericExecuteSpec spec) {
    return spec.map(row -> signIn(new Columns(row))).one();
  }

  private static SignIn signIn(Columns row) {
    return new SignIn(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("account_id"),
        SignIn.Purpose.valueOf(row.text("purpose")),
        row.text("label"),
        row.findUuid("user_id"),
        SignIn.State.valueOf(row.text("state")),
        row.findText("reason"),
        row.findText("worker_url"),
        row.findUuid("fb_account_id"),
        row.instant("created_at"),
        row.instant("until"));
  }
}
