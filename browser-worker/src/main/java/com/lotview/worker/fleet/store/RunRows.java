package com.lotview.worker.fleet.store;

import com.lotview.worker.fleet.Claim;
import com.lotview.worker.fleet.Evidence;
import com.lotview.worker.fleet.Lease;
import com.lotview.worker.fleet.Run;
import com.lotview.worker.fleet.RunEnd;
import com.lotview.worker.fleet.RunPurpose;
import com.lotview.worker.fleet.WorkerId;
import com.lotview.worker.fleet.messaging.FleetEvents.Span;
import com.lotview.worker.marketplace.Step;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code run}, {@code step} and {@code evidence}. Updates of a run carry its fence. */
final class RunRows {
  private static final String OF_RUN =
      " where dealership_id = :dealership and run_id = :run and fence = :fence";
  // A recoverer ends the run of a dead worker, whose fence is lower than its own.
  private static final String OF_RUN_OR_OLDER =
      " where dealership_id = :dealership and run_id = :run and fence <= :fence";

  private final DatabaseClient database;

  RunRows(DatabaseClient database) {
    this.database = database;
  }

  Mono<Run> insert(
      Claim claim, WorkerId worker, RunPurpose purpose, UUID runId, String folder, int number) {
    Lease lease = claim.lease();
    return database
        .sql(
            """
            insert into run (dealership_id, run_id, job_id, account_id, purpose, number, fence,
              holder, host, folder, lease_until)
            select dealership_id, :run, :job, account_id, :purpose, :number, fence, holder, :host,
              :folder, until
            from account_lease
            where dealership_id = :dealership and account_id = :account and fence = :fence
            returning *
            """)
        .bind("run", runId)
        .bind("job", claim.job().id())
        .bind("purpose", purpose.name())
        .bind("number", number)
        .bind("host", worker.host())
        .bind("folder", folder)
        .bind("dealership", lease.dealershipId())
        .bind("account", lease.accountId())
        .bind("fence", lease.fence())
        .map(RunRows::run)
        .one();
  }

  Flux<Run> ofJob(UUID dealership, String jobId) {
    return database
        .sql(
            "select * from run where dealership_id = :dealership and job_id = :job order by number")
        .bind("dealership", dealership)
        .bind("job", jobId)
        .map(RunRows::run)
        .all();
  }

  private static Run run(Readable row) {
    String end = row.get("ending", String.class);
    return new Run(
        Columns.get(row, "run_id", UUID.class),
        RunPurpose.valueOf(Columns.get(row, "purpose", String.class)),
        Columns.get(row, "number", Integer.class),
        Columns.get(row, "fence", Long.class),
        Columns.get(row, "host", String.class),
        Columns.get(row, "folder", String.class),
        row.get("process_group", Long.class),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "lease_until"),
        Columns.instantOrNull(row, "intent_at"),
        Columns.instantOrNull(row, "clicked_at"),
        end == null ? null : RunEnd.valueOf(end),
        Columns.instantOrNull(row, "ended_at"));
  }

  Mono<Long> setProcessGroup(Lease lease, UUID run, long processGroup) {
    return of(lease, run, "update run set process_group = :value" + OF_RUN)
        .bind("value", processGroup)
        .fetch()
        .rowsUpdated();
  }

  Mono<Boolean> setLease(Lease lease, UUID run, Instant until) {
    return of(lease, run, "update run set lease_until = :value" + OF_RUN)
        .bind("value", until.atOffset(ZoneOffset.UTC))
        .fetch()
        .rowsUpdated()
        .thenReturn(true);
  }

  /** Empty if there is no such run, or it has ended. */
  Mono<Boolean> setIntent(Lease lease, UUID run) {
    return of(
            lease,
            run,
            "update run set intent_at = clock_timestamp()" + OF_RUN + " and ending is null")
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .map(rows -> true);
  }

  Mono<Long> setClicked(Lease lease, UUID run) {
    return of(lease, run, "update run set clicked_at = clock_timestamp()" + OF_RUN)
        .fetch()
        .rowsUpdated();
  }

  Mono<Long> setEnd(Lease lease, UUID run, RunEnd end, @Nullable String remark) {
    DatabaseClient.GenericExecuteSpec update =
        of(
                lease,
                run,
                "update run set ending = :value, remark = :remark, ended_at = clock_timestamp()"
                    + OF_RUN_OR_OLDER
                    + " and ending is null")
            .bind("value", end.name());
    return (remark == null
            ? update.bindNull("remark", String.class)
            : update.bind("remark", remark))
        .fetch()
        .rowsUpdated();
  }

  Mono<Long> insertStep(Lease lease, UUID run, Step step, long elapsedMillis) {
    return database
        .sql(
            """
            insert into step (dealership_id, run_id, step, message, elapsed_ms)
            values (:dealership, :run, :step, :message, :elapsed) on conflict do nothing
            """)
        .bind("dealership", lease.dealershipId())
        .bind("run", run)
        .bind("step", step.number())
        .bind("message", step.message())
        .bind("elapsed", elapsedMillis)
        .fetch()
        .rowsUpdated();
  }

  Mono<Long> upsertEvidence(Lease lease, String jobId, UUID run, Evidence evidence) {
    return database
        .sql(
            """
            insert into evidence (dealership_id, job_id, kind, run_id, key, sha256, taken_at)
            values (:dealership, :job, :kind, :run, :key, :sha256, :taken)
            on conflict (dealership_id, job_id, kind) do update
              set run_id = excluded.run_id, key = excluded.key, sha256 = excluded.sha256,
                taken_at = excluded.taken_at
            """)
        .bind("dealership", lease.dealershipId())
        .bind("job", jobId)
        .bind("kind", evidence.kind().wire())
        .bind("run", run)
        .bind("key", evidence.key())
        .bind("sha256", evidence.sha256())
        .bind("taken", evidence.takenAt().atOffset(ZoneOffset.UTC))
        .fetch()
        .rowsUpdated();
  }

  /** From the job's first run until now, with all that is kept of it. */
  Mono<Span> spanAndEvidence(UUID dealership, String jobId) {
    Mono<Span> span =
        database
            .sql(
                """
                select coalesce(min(started_at), clock_timestamp()) as started,
                  clock_timestamp() as finished
                from run where dealership_id = :dealership and job_id = :job
                """)
            .bind("dealership", dealership)
            .bind("job", jobId)
            .map(row ->
                new Span(
                    Columns.instant(row, "started"),
                    Columns.instant(row, "finished"),
                    java.util.List.of()))
            .one();
    return span.zipWhen(
        bare -> evidence(dealership, jobId).collectList(),
        (bare, kept) -> new Span(bare.started(), bare.finished(), kept));
  }

  private Flux<Evidence> evidence(UUID dealership, String jobId) {
    return database
        .sql(
            """
            select kind, key, sha256, taken_at from evidence
            where dealership_id = :dealership and job_id = :job order by taken_at
            """)
        .bind("dealership", dealership)
        .bind("job", jobId)
        .map(row ->
            new Evidence(
                Evidence.Kind.valueOf(
                    Columns.get(row, "kind", String.class).toUpperCase(Locale.ROOT)),
                Columns.get(row, "key", String.class),
                Columns.get(row, "sha256", String.class),
                Columns.instant(row, "taken_at")))
        .all();
  }

  private DatabaseClient.GenericExecuteSpec of(Lease lease, UUID run, String sql) {
    return database
        .sql(sql)
        .bind("dealership", lease.dealershipId())
        .bind("run", run)
        .bind("fence", lease.fence());
  }
}
