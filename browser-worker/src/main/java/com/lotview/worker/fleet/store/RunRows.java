package com.lotview.worker.fleet.store;

import com.lotview.kit.rows.Columns;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.Lease;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunLocation;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.lease.WorkerId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code run}. */
final class RunRows {
  /*
   * The account's first open job, and its first run if it has none. This transaction has just
   * leased the account, so no other one changes them.
   */
  static final String HEAD =
      """
      with %s,
      head as (
        select dealership_id, job_id, account_id, kind, state, request, traceparent,
          database_timeline
        from job where dealership_id = :dealership and account_id = :account and state <> 'DONE'
        order by seq limit 1),
      begun as (
        insert into run (dealership_id, run_id, job_id, account_id, purpose, number, fence, holder,
          host, folder, lease_until)
        select h.dealership_id, :run, h.job_id, h.account_id, h.kind, 1, l.fence, l.holder, :host,
          :folder, l.until
        from head h join account_lease l using (dealership_id, account_id)
        where l.fence = :fence and l.holder = :holder and not exists (
          select from run r where r.dealership_id = h.dealership_id and r.job_id = h.job_id)
        returning *),
      started as (
        update job j set state = 'RUNNING' from begun b
        where j.dealership_id = b.dealership_id and j.job_id = b.job_id)
      select j.job_id, j.request, j.state, j.traceparent, clock_timestamp() as now, b.run_id,
        b.purpose, b.number, b.fence, b.host, b.folder, b.process_group, b.started_at,
        b.lease_until, b.intent_at, b.clicked_at, b.ending, b.ended_at, b.remark,
        %s
      from head j cross join here left join begun b on true
      """
          .formatted(JobRows.HERE, JobRows.REWIND);

  private static final String BEGIN =
      """
      with %s,
      started as (
        update job j set state = :state from held
        where j.dealership_id = held.dealership_id and j.job_id = :job and j.state <> 'DONE')
      insert into run (dealership_id, run_id, job_id, account_id, purpose, number, fence,
        holder, host, folder, lease_until)
      select dealership_id, :run, :job, account_id, :purpose, :number, fence, holder, :host,
        :folder, until
      from held
      returning *
      """
          .formatted(LeaseRows.HELD);

  private static final String RENEW =
      """
      with %s
      update run r set lease_until = held.until from held
      where r.dealership_id = held.dealership_id and r.run_id = :run and r.fence = held.fence
      """
          .formatted(LeaseRows.EXTENDED);

  private final DatabaseClient database;
  private final JobRows jobs;

  RunRows(DatabaseClient database, JobRows jobs) {
    this.database = database;
    this.jobs = jobs;
  }

  /** The claim of an account's first open job, without its earlier runs. */
  Mono<Claim> head(Lease lease, WorkerId worker, RunLocation seat) {
    return LeaseRows.bind(database.sql(HEAD), lease)
        .bind("run", seat.runId())
        .bind("host", worker.host())
        .bind("folder", seat.folder())
        .map(row -> {
          Columns columns = new Columns(row);
          return jobs.claim(
              columns, lease, columns.findUuid("run_id") == null ? null : run(columns));
        })
        .one();
  }

  /** Empty if the fence is stale. */
  Mono<Run> begin(Claim claim, WorkerId worker, RunPurpose purpose, RunLocation seat) {
    return LeaseRows.bind(database.sql(BEGIN), claim.lease())
        .bind("state", purpose == RunPurpose.LOOK ? "SETTLING" : "RUNNING")
        .bind("job", claim.job().id())
        .bind("run", seat.runId())
        .bind("purpose", purpose.name())
        .bind("number", claim.runs().size() + 1)
        .bind("host", worker.host())
        .bind("folder", seat.folder())
        .map(row -> run(new Columns(row)))
        .one();
  }

  Flux<Run> ofJob(UUID dealership, String jobId) {
    return database
        .sql(
            "select * from run where dealership_id = :dealership and job_id = :job order by number")
        .bind("dealership", dealership)
        .bind("job", jobId)
        .map(row -> run(new Columns(row)))
        .all();
  }

  /** Zero if the fence is stale or the lease has lapsed. */
  Mono<Long> renew(Lease lease, UUID runId, Duration length) {
    return LeaseRows.bind(database.sql(RENEW), lease)
        .bind("millis", length.toMillis())
        .bind("run", runId)
        .fetch()
        .rowsUpdated();
  }

  private static Run run(Columns row) {
    String end = row.findText("ending");
    return new Run(
        row.uuid("run_id"),
        RunPurpose.valueOf(row.text("purpose")),
        row.number("number"),
        row.big("fence"),
        row.text("host"),
        row.text("folder"),
        row.findBig("process_group"),
        row.instant("started_at"),
        row.instant("lease_until"),
        row.findInstant("intent_at"),
        row.findInstant("clicked_at"),
        end == null ? null : RunEnd.valueOf(end),
        row.findInstant("ended_at"),
        row.findText("remark"));
  }
}
