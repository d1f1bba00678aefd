package com.lotview.worker.fleet.store;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.trace.Trace;
import com.lotview.worker.blocking.Await;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.Job;
import com.lotview.worker.fleet.lease.JobState;
import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.Lease;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunLocation;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.lease.WorkerId;
import com.lotview.worker.fleet.messaging.FleetEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@link JobStore} on PostgreSQL. Leases use the database's clock only. */
public final class R2dbcJobStore implements JobStore {
  private final TenantTransactions transactions;
  private final JobRows jobs;
  private final LeaseRows leases;
  private final RunRows runs;
  private final RunLog log;
  private final OldRows old;
  private final FleetEvents events;

  public R2dbcJobStore(
      DatabaseClient database,
      TenantTransactions transactions,
      FleetEvents events,
      JsonMapper json) {
    this.transactions = transactions;
    this.events = events;
    this.jobs = new JobRows(database, json);
    this.leases = new LeaseRows(database);
    this.runs = new RunRows(database, jobs);
    this.log = new RunLog(database);
    this.old = new OldRows(database);
  }

  @Override
  public boolean accept(
      JobOrder order, String body, @Nullable String traceparent, Instant orderedAt) {
    return Await.value(
        transactions.inSystem(
            jobs.accept(order, body, traceparent, orderedAt).map(rows -> rows == 1)));
  }

  @Override
  public Optional<Claim> claim(
      WorkerId worker, Duration lease, RunLocation seat, Collection<Lease> done) {
    Mono<Claim> taken =
        leases
            .takeNext(worker.holder(), lease)
            .flatMap(held ->
                runs.head(held, worker, seat)
                    .flatMap(this::withRuns)
                    .switchIfEmpty(Mono.defer(() -> leases.rest(held).then(Mono.empty()))));
    Mono<Long> letGo = done.isEmpty() ? Mono.just(0L) : leases.release(done);
    return Await.optional(transactions.inSystem(letGo.then(taken)));
  }

  private Mono<Claim> withRuns(Claim claim) {
    return claim.begun() != null
        ? Mono.just(claim)
        : runs.ofJob(claim.lease().dealershipId(), claim.job().id()).collectList().map(claim::with);
  }

  @Override
  public Claim reread(Claim claim) {
    Lease lease = claim.lease();
    return fenced(
        lease, leases.lock(lease).then(jobs.read(lease, claim.job().id())).flatMap(this::withRuns));
  }

  @Override
  public Claim replace(Claim claim, JobOrder order, String body) {
    Lease lease = claim.lease();
    fenced(
        lease, leases.lock(lease).flatMap(held -> jobs.replace(lease.dealershipId(), order, body)));
    return claim.with(new Job(order, claim.job().state(), claim.job().traceparent()));
  }

  @Override
  public int voidLeasesOfDead(WorkerId worker) {
    return Await.value(
            transactions.inSystem(
                leases
                    .liveHolders()
                    .filter(worker::knowsDead)
                    .collectList()
                    .flatMap(dead -> dead.isEmpty() ? Mono.just(0L) : leases.voidAll(dead))))
        .intValue();
  }

  @Override
  public Run begin(Claim claim, WorkerId worker, RunPurpose purpose, RunLocation seat) {
    return fenced(claim.lease(), runs.begin(claim, worker, purpose, seat));
  }

  @Override
  public void renew(Lease lease, UUID runId, Duration length) {
    fenced(lease, runs.renew(lease, runId, length).filter(rows -> rows == 1));
  }

  @Override
  public void note(Lease lease, Job job, Run run, Notes notes) {
    fenced(lease, told(job, notes, log.note(lease, job, run, notes)));
  }

  @Override
  public void intend(Lease lease, Job job, Run run, Duration length, Notes notes) {
    fenced(lease, told(job, notes, log.intend(lease, job, run, length, notes)));
  }

  @Override
  public void end(Lease lease, Job job, Run run, RunEnd end, @Nullable String remark, Notes notes) {
    fenced(
        lease,
        told(job, notes, log.end(lease, job, run, end, remark, stateAfter(run, end), notes)));
  }

  private static @Nullable JobState stateAfter(Run run, RunEnd end) {
    if (end == RunEnd.LOST) {
      return null;
    }
    return end == RunEnd.HANDED_BACK && run.purpose() != RunPurpose.LOOK
        ? JobState.WAITING
        : JobState.SETTLING;
  }

  private Mono<Boolean> told(Job job, Notes notes, Mono<List<Notes.Reached>> written) {
    return written
        .flatMap(steps -> events.went(job.order(), steps, notes.healed()).thenReturn(true))
        .contextWrite(context -> Trace.with(context, job.traceparent()));
  }

  @Override
  public void finish(Lease lease, Job job, @Nullable Run run, JobResult result, Notes notes) {
    Mono<Boolean> finished =
        Mono.defer(() -> log.finish(lease, job, run, result, notes))
            .flatMap(end ->
                events
                    .completed(
                        job.order(), end.told(), notes.healed(), lease.fence(), result, end.span())
                    .thenReturn(true))
            .defaultIfEmpty(false)
            .contextWrite(context -> Trace.with(context, job.traceparent()));
    fenced(lease, leases.lock(lease).flatMap(held -> finished));
  }

  @Override
  public void postpone(Lease lease, Instant until) {
    fenced(lease, leases.postpone(lease, until).filter(rows -> rows == 1));
  }

  @Override
  public void release(Collection<Lease> done) {
    if (!done.isEmpty()) {
      Await.done(transactions.inSystem(leases.release(done)));
    }
  }

  @Override
  public Old old(Instant doneBefore, int most) {
    return Await.value(transactions.inSystem(old.find(doneBefore, most)));
  }

  @Override
  public void forget(Old jobs) {
    Await.done(transactions.inSystem(old.delete(jobs)));
  }

  /** Runs the work; an empty result means a stale fence. */
  private <T> T fenced(Lease lease, Mono<T> work) {
    return Await.optional(transactions.inTenant(lease.dealershipId(), work))
        .orElseThrow(() -> new LeaseLost(lease));
  }
}
