package com.lotview.posting.dispatch.store;

import com.lotview.posting.dispatch.DispatchStore;
import com.lotview.posting.dispatch.FreeAccount;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.Turn;
import com.lotview.posting.dispatch.WaitingJob;
import com.lotview.posting.rows.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcDispatchStore implements DispatchStore {
  private static final Duration COUNTED = Duration.ofDays(1);
  private static final String OF_ACCOUNT =
      " where dealership_id = :dealership and fb_account_id = :account";

  private final DatabaseClient database;

  R2dbcDispatchStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<FreeAccount> freeAccounts(Instant now, int limit) {
    // One index look per account: the cost does not grow with the number of waiting postings.
    return database
        .sql(
            """
            select s.dealership_id, s.fb_account_id
            from account_slot s cross join lateral (
              select w.due_at from dispatch w
              where w.dealership_id = s.dealership_id and w.fb_account_id = s.fb_account_id
                and w.due_at <= :now
              order by w.due_at limit 1) d
            where s.open and s.busy_job is null
            order by d.due_at limit :limit
            """)
        .bind("now", now)
        .bind("limit", limit)
        .map(row -> free(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Boolean> claim(UUID dealershipId, UUID fbAccountId) {
    return ofAccount(
            "select open and busy_job is null as free from account_slot"
                + OF_ACCOUNT
                + " for no key update skip locked",
            dealershipId,
            fbAccountId)
        .map(row -> new Columns(row).flag("free"))
        .one()
        .defaultIfEmpty(false);
  }

  @Override
  public Mono<Void> lock(UUID dealershipId, UUID fbAccountId) {
    return ofAccount(
            "select 1 as locked from account_slot" + OF_ACCOUNT + " for no key update",
            dealershipId,
            fbAccountId)
        .fetch()
        .first()
        .then();
  }

  @Override
  public Flux<WaitingJob> waiting(UUID dealershipId, UUID fbAccountId, Instant now, int limit) {
    return ofAccount(
            "select job_id, kind, wanted_at, due_at from dispatch"
                + OF_ACCOUNT
                + " and (due_at <= :now or reserved)"
                + " order by wanted_at, job_id limit :limit for update skip locked",
            dealershipId,
            fbAccountId)
        .bind("now", now)
        .bind("limit", limit)
        .map(row -> job(new Columns(row)))
        .all();
  }

  @Override
  public Flux<Instant> taken(UUID dealershipId, UUID fbAccountId, Instant since) {
    return ofAccount(
            "select at from post_slot" + OF_ACCOUNT + " and at > :since", dealershipId, fbAccountId)
        .bind("since", since)
        .map(row -> new Columns(row).instant("at"))
        .all();
  }

  @Override
  public Mono<Void> occupy(
      UUID dealershipId, UUID fbAccountId, JobRef job, int attempt, Instant now) {
    return ofAccount(
            """
            with busy as (
              update account_slot set busy_job = :job, busy_attempt = :attempt
              where dealership_id = :dealership and fb_account_id = :account),
            gone as (
              delete from dispatch where dealership_id = :dealership and job_id = :job),
            old as (
              delete from post_slot
              where dealership_id = :dealership and fb_account_id = :account and at <= :before)
            insert into post_slot (dealership_id, fb_account_id, posting_id, attempt, at)
            select :dealership, :account, :job, :attempt, :now where :limited
            """,
            dealershipId,
            fbAccountId)
        .bind("job", job.id())
        .bind("limited", job.kind().isLimited())
        .bind("attempt", attempt)
        .bind("now", now)
        .bind("before", now.minus(COUNTED))
        .then();
  }

  @Override
  public Mono<Void> release(
      UUID dealershipId, UUID fbAccountId, UUID jobId, int attempt, Instant now) {
    // The click lies somewhere between dispatch and now. Counted from now on, no rolling window of
    // clicks can hold more than the limit.
    return ofAccount(
            """
            with free as (
              update account_slot set busy_job = null, busy_attempt = null
              where dealership_id = :dealership and fb_account_id = :account
                and busy_job = :job and busy_attempt = :attempt
              returning dealership_id)
            update post_slot p set at = greatest(p.at, :now)
            from free
            where p.dealership_id = free.dealership_id and p.posting_id = :job
              and p.attempt = :attempt
            """,
            dealershipId,
            fbAccountId)
        .bind("job", jobId)
        .bind("attempt", attempt)
        .bind("now", now)
        .then();
  }

  @Override
  public Mono<Void> postpone(UUID dealershipId, List<Turn.Move> moves) {
    String[] ids = moves.stream().map(move -> move.jobId().toString()).toArray(String[]::new);
    String[] dues = moves.stream().map(move -> move.dueAt().toString()).toArray(String[]::new);
    return database
        .sql(
            """
            update dispatch d set due_at = m.due_at, reserved = true
            from unnest(cast(:ids as uuid[]), cast(:dues as timestamptz[])) as m (job_id, due_at)
            where d.dealership_id = :dealership and d.job_id = m.job_id
            """)
        .bind("ids", ids)
        .bind("dues", dues)
        .bind("dealership", dealershipId)
        .then();
  }

  @Override
  public Mono<Void> schedule(UUID dealershipId, UUID fbAccountId, JobRef job, Instant dueAt) {
    return ofAccount(
            """
            insert into dispatch (dealership_id, job_id, kind, fb_account_id, wanted_at, due_at)
            values (:dealership, :job, :kind, :account, :due, :due)
            on conflict (dealership_id, job_id) do update
              set wanted_at = excluded.wanted_at, due_at = excluded.due_at, reserved = false
            """,
            dealershipId,
            fbAccountId)
        .bind("job", job.id())
        .bind("kind", job.kind().name())
        .bind("due", dueAt)
        .then();
  }

  @Override
  public Mono<Void> remove(UUID dealershipId, UUID jobId) {
    return database
        .sql("delete from dispatch where dealership_id = :dealership and job_id = :job")
        .bind("dealership", dealershipId)
        .bind("job", jobId)
        .then();
  }

  @Override
  public Mono<Void> setOpen(UUID dealershipId, UUID fbAccountId, boolean open) {
    return ofAccount(
            """
            insert into account_slot (dealership_id, fb_account_id, open)
            values (:dealership, :account, :open)
            on conflict (dealership_id, fb_account_id) do update set open = excluded.open
            """,
            dealershipId,
            fbAccountId)
        .bind("open", open)
        .then();
  }

  private static FreeAccount free(Columns row) {
    return new FreeAccount(row.uuid("dealership_id"), row.uuid("fb_account_id"));
  }

  private static WaitingJob job(Columns row) {
    return new WaitingJob(
        new JobRef(JobKind.valueOf(row.text("kind")), row.uuid("job_id")),
        row.instant("wanted_at"),
        row.instant("due_at"));
  }

  private GenericExecuteSpec ofAccount(String sql, UUID dealershipId, UUID fbAccountId) {
    return database.sql(sql).bind("dealership", dealershipId).bind("account", fbAccountId);
  }
}
