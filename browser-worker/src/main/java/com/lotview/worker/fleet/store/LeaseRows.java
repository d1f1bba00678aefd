package com.lotview.worker.fleet.store;

import com.lotview.worker.fleet.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code account_lease}. */
final class LeaseRows {
  /*
   * The oldest open job that is due, the first of its account, and of an account that nobody holds;
   * and the lease, in one statement. Two that race for one account: one finds the job locked, or
   * its insert finds the other's lease live, and gets no row.
   */
  private static final String TAKE_NEXT =
      """
      with candidate as (
        select j.dealership_id, j.account_id, j.job_id from job j
        where j.state <> 'DONE' and j.not_before <= clock_timestamp()
          and not exists (select from account_lease l
            where l.dealership_id = j.dealership_id and l.account_id = j.account_id
              and l.until > clock_timestamp())
          and not exists (select from job e
            where e.dealership_id = j.dealership_id and e.account_id = j.account_id
              and e.state <> 'DONE' and e.seq < j.seq)
        order by j.seq limit 1 for update skip locked)
      insert into account_lease (dealership_id, account_id, holder, fence, until)
      select dealership_id, account_id, :holder, 1, clock_timestamp() + :millis * interval '1 ms'
      from candidate
      on conflict (dealership_id, account_id) do update
        set holder = excluded.holder, fence = account_lease.fence + 1, until = excluded.until
        where account_lease.until <= clock_timestamp()
      returning dealership_id, account_id, holder, fence, (select job_id from candidate) as job_id
      """;

  private final DatabaseClient database;

  LeaseRows(DatabaseClient database) {
    this.database = database;
  }

  /** A lease with the job that it was taken for. */
  record Taken(Lease lease, String jobId) {}

  Mono<Taken> takeNext(String holder, Duration length) {
    return database
        .sql(TAKE_NEXT)
        .bind("holder", holder)
        .bind("millis", length.toMillis())
        .map(row ->
            new Taken(
                new Lease(
                    Columns.get(row, "dealership_id", UUID.class),
                    Columns.get(row, "account_id", UUID.class),
                    Columns.get(row, "holder", String.class),
                    Columns.get(row, "fence", Long.class)),
                Columns.get(row, "job_id", String.class)))
        .one();
  }

  /** Locks the row until the transaction ends; empty if the fence is no longer the account's. */
  Mono<Boolean> lock(Lease lease) {
    return ofFence(
            lease,
            """
            select true from account_lease where dealership_id = :dealership
              and account_id = :account and fence = :fence and holder = :holder
            for no key update
            """)
        .map(row -> true)
        .one();
  }

  /** Until when it is held now; empty if the fence is no longer the account's, or has lapsed. */
  Mono<Instant> extend(Lease lease, Duration length) {
    return ofFence(
            lease,
            """
            update account_lease set until = clock_timestamp() + :millis * interval '1 ms'
            where dealership_id = :dealership and account_id = :account and fence = :fence
              and holder = :holder and until > clock_timestamp()
            returning until
            """)
        .bind("millis", length.toMillis())
        .map(row -> Columns.instant(row, "until"))
        .one();
  }

  Mono<Long> release(Lease lease) {
    return ofFence(
            lease,
            """
            update account_lease set until = clock_timestamp()
            where dealership_id = :dealership and account_id = :account and fence = :fence
              and holder = :holder
            """)
        .fetch()
        .rowsUpdated();
  }

  Flux<String> liveHolders() {
    return database
        .sql("select distinct holder from account_lease where until > clock_timestamp()")
        .map(row -> Columns.get(row, "holder", String.class))
        .all();
  }

  Mono<Long> voidAll(List<String> holders) {
    return database
        .sql(
            """
            update account_lease set until = clock_timestamp()
            where holder = any(:holders) and until > clock_timestamp()
            """)
        .bind("holders", holders.toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  Mono<Instant> now() {
    return database
        .sql("select clock_timestamp() as now")
        .map(row -> Columns.instant(row, "now"))
        .one();
  }

  private DatabaseClient.GenericExecuteSpec ofFence(Lease lease, String sql) {
    return database
        .sql(sql)
        .bind("dealership", lease.dealershipId())
        .bind("account", lease.accountId())
        .bind("fence", lease.fence())
        .bind("holder", lease.holder());
  }
}
