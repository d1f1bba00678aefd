package com.lotview.posting.dispatch.store;

import com.lotview.kit.rows.Columns;
import com.lotview.kit.trace.Trace;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.AccountSlot;
import com.lotview.posting.dispatch.DispatchStore;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.QueueHeads;
import com.lotview.posting.dispatch.WaitingJob;
import com.lotview.posting.id.DealershipId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The dispatcher's tables. Longer than 300 lines because all statements of the port take the same
 * locks in the same order and share the account's {@code next_look}.
 */
@Repository
class R2dbcDispatchStore implements DispatchStore {
  private static final Duration COUNTED = Duration.ofDays(1);
  // Among how many due accounts turns are shared out; those behind them come as these are served.
  private static final int CANDIDATES = 1_000;
  private static final String OF_ACCOUNT =
      " where dealership_id = :dealership and fb_account_id = :account";
  private static final String IN_ORDER = " order by due_at, job_id limit ";
  private static final String FIRST =
      "(select job_id, kind, due_at, traceparent from dispatch"
          + OF_ACCOUNT
          + " and %s"
          + IN_ORDER
          + "1)";
  private static final String HEADS =
      String.join(
          " union all ",
          FIRST.formatted("kind = 'POST'"),
          FIRST.formatted("kind <> 'POST' and kind <> 'LOOK'"),
          FIRST.formatted("kind = 'LOOK'"));
  private static final String NEXT_DUE =
      "(select due_at from dispatch"
          + OF_ACCOUNT
          + " and kind %s 'POST' and job_id <> :job"
          + IN_ORDER
          + "1)";

  private final DatabaseClient database;

  R2dbcDispatchStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<AccountRef> freeAccounts(Instant now, int limit) {
    return database
        .sql(
            """
            with due as (
              select dealership_id, fb_account_id, next_look from account_slot
              where open and busy_job is null and next_look <= :now
              order by next_look limit :candidates),
            placed as (
              select dealership_id, fb_account_id, next_look,
                row_number() over (partition by dealership_id order by next_look) as place
              from due),
            dealerships as (
              select dealership_id, (
                select max(s.handed_at) from account_slot s
                where s.dealership_id = placed.dealership_id) as served
              from placed where place = 1)
            select dealership_id, fb_account_id from placed join dealerships using (dealership_id)
            order by place, served nulls first, next_look limit :limit
            """)
        .bind("now", now)
        .bind("candidates", CANDIDATES)
        .bind("limit", limit)
        .map(row -> account(new Columns(row)))
        .all();
  }

  @Override
  public Mono<AccountSlot> claim(AccountRef account) {
    // A connection keeps query plans that it made while the tables were small, and these scan whole
    // tables; after a bulk order that would read every waiting job in every turn.
    return slot(
        ", set_config('enable_seqscan', 'off', true)", " for no key update skip locked", account);
  }

  @Override
  public Mono<Void> lock(AccountRef account) {
    return slot("", " for no key update", account).then();
  }

  @Override
  public Mono<AccountSlot> slot(AccountRef account) {
    return slot("", "", account);
  }

  private Mono<AccountSlot> slot(String setting, String lock, AccountRef account) {
    return ofAccount(
            "select open, busy_job is not null as busy, rest_until"
                + setting
                + " from account_slot"
                + OF_ACCOUNT
                + lock,
            account)
        .map(row -> slot(new Columns(row)))
        .one();
  }

  @Override
  public Mono<QueueHeads> heads(AccountRef account) {
    return ofAccount(HEADS, account)
        .map(row -> job(new Columns(row)))
        .all()
        .reduce(QueueHeads.NONE, QueueHeads::with);
  }

  @Override
  public Flux<Instant> taken(AccountRef account, Instant since) {
    return ofAccount("select at from post_slot" + OF_ACCOUNT + " and at > :since", account)
        .bind("since", since)
        .map(row -> new Columns(row).instant("at"))
        .all();
  }

  @Override
  public Mono<Void> occupy(AccountRef account, JobRef job, int attempt, Instant now) {
    return ofAccount(
            """
            with busy as (
              update account_slot set busy_job = :job, busy_attempt = :attempt,
                handed_at = :now, begun_at = null, next_look = least(%s, %s)
              where dealership_id = :dealership and fb_account_id = :account),
            gone as (
              delete from dispatch
              where dealership_id = :dealership and job_id = :job and fb_account_id = :account),
            old as (
              delete from post_slot
              where dealership_id = :dealership and fb_account_id = :account and at <= :before)
            insert into post_slot (dealership_id, fb_account_id, posting_id, attempt, at)
            select :dealership, :account, :job, :attempt, :now where :limited
            """
                .formatted(NEXT_DUE.formatted("="), NEXT_DUE.formatted("<>")),
            account)
        .bind("job", job.id())
        .bind("limited", job.kind().isLimited())
        .bind("attempt", attempt)
        .bind("now", now)
        .bind("before", now.minus(COUNTED))
        .then();
  }

  @Override
  public Mono<Boolean> release(AccountRef account, UUID jobId, int attempt, Instant now) {
    // The click lies somewhere between dispatch and now. Counted from now on, no rolling window of
    // clicks can hold more than the limit.
    return ofAccount(
            """
            with free as (
              update account_slot set busy_job = null, busy_attempt = null, begun_at = null
              where dealership_id = :dealership and fb_account_id = :account
                and busy_job = :job and busy_attempt = :attempt
              returning dealership_id, open and next_look <= :now as more),
            counted as (
              update post_slot p set at = greatest(p.at, :now)
              from free
              where p.dealership_id = free.dealership_id and p.posting_id = :job
                and p.attempt = :attempt)
            select coalesce(more, false) as more from free
            """,
            account)
        .bind("job", jobId)
        .bind("attempt", attempt)
        .bind("now", now)
        .map(row -> new Columns(row).flag("more"))
        .one()
        .defaultIfEmpty(false);
  }

  @Override
  public Mono<Instant> handed(AccountRef account, UUID jobId, int attempt) {
    return ofAccount(
            "select handed_at from account_slot"
                + OF_ACCOUNT
                + " and busy_job = :job and busy_attempt = :attempt"
                + " and begun_at is null and handed_at is not null",
            account)
        .bind("job", jobId)
        .bind("attempt", attempt)
        .map(row -> new Columns(row).instant("handed_at"))
        .one();
  }

  @Override
  public Mono<Boolean> begin(AccountRef account, UUID jobId, int attempt, Instant now) {
    return ofAccount(
            "update account_slot set begun_at = coalesce(begun_at, :now)"
                + OF_ACCOUNT
                + " and busy_job = :job and busy_attempt = :attempt",
            account)
        .bind("now", now)
        .bind("job", jobId)
        .bind("attempt", attempt)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Mono<Integer> notBegun() {
    return database
        .sql(
            """
            select count(*)::integer as jobs from account_slot
            where busy_job is not null and begun_at is null
            """)
        .map(row -> new Columns(row).number("jobs"))
        .one();
  }

  @Override
  public Mono<Void> uncount(AccountRef account, UUID jobId, int attempt) {
    return ofAccount(
            "delete from post_slot" + OF_ACCOUNT + " and posting_id = :job and attempt = :attempt",
            account)
        .bind("job", jobId)
        .bind("attempt", attempt)
        .then();
  }

  @Override
  public Mono<Void> count(AccountRef account, UUID postingId, int attempt, Instant at) {
    return ofAccount(
            """
            insert into post_slot (dealership_id, fb_account_id, posting_id, attempt, at)
            values (:dealership, :account, :job, :attempt, :now)
            on conflict (dealership_id, posting_id, attempt) do update
              set at = greatest(post_slot.at, excluded.at)
            """,
            account)
        .bind("job", postingId)
        .bind("attempt", attempt)
        .bind("now", at)
        .then();
  }

  @Override
  public Mono<Void> pollAgain(AccountRef account, @Nullable Instant at) {
    return ofAccount("update account_slot set next_look = :at" + OF_ACCOUNT, account)
        .bind("at", Columns.orNull(at, Instant.class))
        .then();
  }

  @Override
  public Mono<Boolean> schedule(AccountRef account, JobRef job, Instant dueAt) {
    return Mono.deferContextual(context -> schedule(account, job, dueAt, Trace.find(context)));
  }

  private Mono<Boolean> schedule(
      AccountRef account, JobRef job, Instant dueAt, @Nullable String traceparent) {
    // The statement writes the job from the slot's row, so the slot is locked before the job.
    return ofAccount(
            """
            with slot as (
              update account_slot set next_look = least(next_look, :due)
              where dealership_id = :dealership and fb_account_id = :account
              returning dealership_id, fb_account_id, open and busy_job is null as free),
            waiting as (
              insert into dispatch
                (dealership_id, job_id, kind, fb_account_id, due_at, traceparent)
              select dealership_id, :job, :kind, fb_account_id, :due, :trace from slot
              on conflict (dealership_id, job_id) do update set kind = excluded.kind,
                fb_account_id = excluded.fb_account_id, due_at = excluded.due_at,
                traceparent = excluded.traceparent)
            select free from slot
            """,
            account)
        .bind("job", job.id())
        .bind("kind", job.kind().stored())
        .bind("due", dueAt)
        .bind("trace", Columns.orNull(traceparent, String.class))
        .map(row -> new Columns(row).flag("free"))
        .one()
        .switchIfEmpty(
            Mono.error(
                () -> new IllegalStateException("No slot of account " + account.fbAccountId())));
  }

  @Override
  public Mono<Void> remove(DealershipId dealership, UUID jobId) {
    return database
        .sql(
            """
            with slot as (
              select s.dealership_id from account_slot s
              where s.dealership_id = :dealership and s.fb_account_id =
                (select d.fb_account_id from dispatch d
                 where d.dealership_id = :dealership and d.job_id = :job)
              for no key update)
            delete from dispatch d using slot
            where d.dealership_id = slot.dealership_id and d.job_id = :job
            """)
        .bind("dealership", dealership.value())
        .bind("job", jobId)
        .then();
  }

  @Override
  public Flux<JobRef> drop(AccountRef account) {
    Flux<JobRef> gone =
        ofAccount("delete from dispatch" + OF_ACCOUNT + " returning job_id, kind", account)
            .map(row -> ref(new Columns(row)))
            .all();
    return lock(account).thenMany(gone).concatWith(pollAgain(account, null).cast(JobRef.class));
  }

  @Override
  public Mono<Void> setOpen(AccountRef account, boolean open) {
    return ofAccount(
            """
            insert into account_slot (dealership_id, fb_account_id, open)
            values (:dealership, :account, :open)
            on conflict (dealership_id, fb_account_id) do update set open = excluded.open
            """,
            account)
        .bind("open", open)
        .then();
  }

  @Override
  public Mono<Void> rest(AccountRef account, Instant until) {
    return ofAccount(
            "update account_slot set rest_until = greatest(rest_until, :until)" + OF_ACCOUNT,
            account)
        .bind("until", until)
        .then();
  }

  @Override
  public Flux<AccountRef> accountsOf(UUID dealershipId, Collection<UUID> jobIds) {
    return database
        .sql(
            """
            select distinct dealership_id, fb_account_id from dispatch
            where dealership_id = :dealership and job_id = any(:jobs)
            """)
        .bind("dealership", dealershipId)
        .bind("jobs", jobIds.toArray(UUID[]::new))
        .map(row -> account(new Columns(row)))
        .all();
  }

  @Override
  public Flux<WaitingJob> posts(AccountRef account, int limit) {
    return ofAccount(
            "select job_id, kind, due_at, traceparent from dispatch"
                + OF_ACCOUNT
                + " and kind = 'POST'"
                + IN_ORDER
                + ":limit",
            account)
        .bind("limit", limit)
        .map(row -> job(new Columns(row)))
        .all();
  }

  private static AccountRef account(Columns row) {
    return AccountRef.of(row.uuid("dealership_id"), row.uuid("fb_account_id"));
  }

  private static AccountSlot slot(Columns row) {
    return new AccountSlot(row.flag("open"), row.flag("busy"), row.findInstant("rest_until"));
  }

  private static WaitingJob job(Columns row) {
    return new WaitingJob(ref(row), row.instant("due_at"), row.findText("traceparent"));
  }

  private static JobRef ref(Columns row) {
    return new JobRef(JobKind.ofStored(row.text("kind")), row.uuid("job_id"));
  }

  private GenericExecuteSpec ofAccount(String sql, AccountRef account) {
    return database
        .sql(sql)
        .bind("dealership", account.dealershipId())
        .bind("account", account.fbAccountId());
  }
}
