package com.lotview.worker.fleet.store;

import com.lotview.kit.rows.Columns;
import com.lotview.worker.fleet.lease.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code account_lease}: the holder and the turn of each account. */
final class LeaseRows {
  /**
   * The account's row with this fence, locked until the transaction ends; no row if the fence is
   * stale.
   */
  static final String HELD =
      """
      held as (
        select dealership_id, account_id, fence, holder, until from account_lease
        where dealership_id = :dealership and account_id = :account and fence = :fence
          and holder = :holder
        for no key update)
      """;

  /** The same with an extended lease; no row also if the lease has lapsed. */
  static final String EXTENDED =
      """
      held as (
        update account_lease set until = clock_timestamp() + :millis * interval '1 ms'
        where dealership_id = :dealership and account_id = :account and fence = :fence
          and holder = :holder and until > clock_timestamp()
        returning dealership_id, account_id, fence, holder, until)
      """;

  /*
   * Takes the first due and free accounts by turn, and of these the one whose dealership has the
   * fewest leases. It reads at most 16 accounts, independent of the number of waiting jobs. A
   * racing second claim skips the locked account.
   */
  static final String TAKE_NEXT =
      """
      with running as (
        select dealership_id, count(*) as leases from account_lease
        where until > statement_timestamp() group by dealership_id),
      ready as (
        select dealership_id, account_id, turn from account_lease
        where turn is not null and until <= statement_timestamp() and due <= statement_timestamp()
        order by turn limit 16),
      chosen as (
        select a.dealership_id, a.account_id
        from ready
        join account_lease a using (dealership_id, account_id)
        left join running using (dealership_id)
        where a.turn is not null and a.until <= statement_timestamp()
          and a.due <= statement_timestamp()
        order by coalesce(running.leases, 0), ready.turn limit 1
        for update of a skip locked)
      update account_lease l
      set holder = :holder, fence = l.fence + 1,
        until = clock_timestamp() + :millis * interval '1 ms'
      from chosen
      where l.dealership_id = chosen.dealership_id and l.account_id = chosen.account_id
      returning l.dealership_id, l.account_id, l.holder, l.fence
      """;

  private final DatabaseClient database;

  LeaseRows(DatabaseClient database) {
    this.database = database;
  }

  private static Lease lease(Columns row) {
    return new Lease(
        row.uuid("dealership_id"), row.uuid("account_id"), row.text("holder"), row.big("fence"));
  }

  Mono<Lease> takeNext(String holder, Duration length) {
    return database
        .sql(TAKE_NEXT)
        .bind("holder", holder)
        .bind("millis", length.toMillis())
        .map(row -> lease(new Columns(row)))
        .one();
  }

  /** Locks the row until the transaction ends; empty if the fence is stale. */
  Mono<Boolean> lock(Lease lease) {
    return bind(database.sql("with " + HELD + " select true from held"), lease)
        .map(row -> true)
        .one();
  }

  /** Releases an account that has nothing to do. */
  Mono<Long> rest(Lease lease) {
    return ofFence(lease, "turn = null, until = clock_timestamp()").fetch().rowsUpdated();
  }

  /** Zero if the fence is stale. */
  Mono<Long> postpone(Lease lease, Instant until) {
    return ofFence(lease, "due = :due")
        .bind("due", until.atOffset(ZoneOffset.UTC))
        .fetch()
        .rowsUpdated();
  }

  Mono<Long> release(Collection<Lease> leases) {
    return database
        .sql(
            """
            update account_lease l set until = clock_timestamp()
            from unnest(:dealerships::uuid[], :accounts::uuid[], :fences::bigint[],
              :holders::text[]) as d(dealership_id, account_id, fence, holder)
            where l.dealership_id = d.dealership_id and l.account_id = d.account_id
              and l.fence = d.fence and l.holder = d.holder
            """)
        .bind("dealerships", leases.stream().map(Lease::dealershipId).toArray(UUID[]::new))
        .bind("accounts", leases.stream().map(Lease::accountId).toArray(UUID[]::new))
        .bind("fences", leases.stream().map(Lease::fence).toArray(Long[]::new))
        .bind("holders", leases.stream().map(Lease::holder).toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  Flux<String> liveHolders() {
    return database
        .sql("select distinct holder from account_lease where until > statement_timestamp()")
        .map(row -> new Columns(row).text("holder"))
        .all();
  }

  Mono<Long> voidAll(List<String> holders) {
    return database
        .sql(
            """
            update account_lease set until = clock_timestamp()
            where holder = any(:holders) and until > statement_timestamp()
            """)
        .bind("holders", holders.toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  private DatabaseClient.GenericExecuteSpec ofFence(Lease lease, String set) {
    return bind(
        database.sql(
            "update account_lease set "
                + set
                + " where dealership_id = :dealership and account_id = :account"
                + " and fence = :fence and holder = :holder"),
        lease);
  }

  static DatabaseClient.GenericExecuteSpec bind(
      DatabaseClient.GenericExecuteSpec statement, Lease lease) {
    return statement
        .bind("dealership", lease.dealershipId())
        .bind("account", lease.accountId())
        .bind("fence", lease.fence())
        .bind("holder", lease.holder());
  }
}
