package com.lotview.worker.fleet.store;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.web.Trace;
import com.lotview.worker.blocking.Await;
import com.lotview.worker.fleet.Claim;
import com.lotview.worker.fleet.Evidence;
import com.lotview.worker.fleet.Job;
import com.lotview.worker.fleet.JobResult;
import com.lotview.worker.fleet.JobState;
import com.lotview.worker.fleet.JobStore;
import com.lotview.worker.fleet.Lease;
import com.lotview.worker.fleet.LeaseLost;
import com.lotview.worker.fleet.PostingOrder;
import com.lotview.worker.fleet.Run;
import com.lotview.worker.fleet.RunEnd;
import com.lotview.worker.fleet.RunPurpose;
import com.lotview.worker.fleet.WorkerId;
import com.lotview.worker.fleet.messaging.FleetEvents;
import com.lotview.worker.marketplace.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@link JobStore} on PostgreSQL. Leases live on the database's clock alone. */
public final class R2dbcJobStore implements JobStore {
  private final TenantTransactions transactions;
  private final JobRows jobs;
  private final LeaseRows leases;
  private final RunRows runs;
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
    this.runs = new RunRows(database);
  }

  @Override
  public boolean accept(PostingOrder order, String body, @Nullable String traceparent) {
    return Await.value(
        transactions.inTenant(
            order.dealershipId(), jobs.insert(order, body, traceparent).map(rows -> rows == 1)));
  }

  @Override
  public Optional<Claim> claim(WorkerId worker, Duration lease) {
    return Await.optional(
        transactions.inSystem(
            leases
                .takeNext(worker.holder(), lease)
                .flatMap(taken -> claimOf(taken.lease(), taken.jobId()))));
  }

  @Override
  public Claim reread(Claim claim) {
    return guarded(claim.lease(), claimOf(claim.lease(), claim.job().id()));
  }

  private Mono<Claim> claimOf(Lease lease, String jobId) {
    return jobs.read(lease.dealershipId(), jobId)
        .zipWhen(job -> runs.ofJob(lease.dealershipId(), jobId).collectList())
        .zipWith(leases.now())
        .map(all -> new Claim(all.getT1().getT1(), lease, all.getT2(), all.getT1().getT2()));
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
  public Run begin(Claim claim, WorkerId worker, RunPurpose purpose, UUID runId, String folder) {
    JobState state = purpose == RunPurpose.POST ? JobState.RUNNING : JobState.SETTLING;
    Lease lease = claim.lease();
    return guarded(
        lease,
        jobs.setState(lease.dealershipId(), claim.job().id(), state)
            .then(
                Mono.defer(() ->
                    runs.insert(claim, worker, purpose, runId, folder, claim.runs().size() + 1))));
  }

  @Override
  public void browserStarted(Lease lease, Run run, long processGroup) {
    guarded(lease, runs.setProcessGroup(lease, run.id(), processGroup).thenReturn(true));
  }

  @Override
  public void renew(Lease lease, UUID runId, Duration length) {
    fenced(
        lease, leases.extend(lease, length).flatMap(until -> runs.setLease(lease, runId, until)));
  }

  @Override
  public void step(Lease lease, Job job, Run run, Step step, long elapsedMillis) {
    guarded(
        lease,
        runs.insertStep(lease, run.id(), step, elapsedMillis)
            .then(Mono.defer(() -> events.stepped(job.order(), step, elapsedMillis)))
            .contextWrite(context -> Trace.with(context, job.traceparent()))
            .thenReturn(true));
  }

  @Override
  public void intend(Lease lease, Run run, Duration length) {
    fenced(
        lease,
        leases
            .extend(lease, length)
            .flatMap(until ->
                runs.setLease(lease, run.id(), until)
                    .then(Mono.defer(() -> runs.setIntent(lease, run.id())))));
  }

  @Override
  public void clicked(Lease lease, Run run) {
    guarded(lease, runs.setClicked(lease, run.id()).thenReturn(true));
  }

  @Override
  public void keep(Lease lease, Job job, Run run, Evidence evidence) {
    guarded(lease, runs.upsertEvidence(lease, job.id(), run.id(), evidence).thenReturn(true));
  }

  @Override
  public void end(Lease lease, Job job, Run run, RunEnd end, @Nullable String remark) {
    JobState state =
        end == RunEnd.HANDED_BACK && run.purpose() == RunPurpose.POST
            ? JobState.WAITING
            : JobState.SETTLING;
    Mono<Long> leave =
        end == RunEnd.LOST
            ? Mono.just(0L)
            : Mono.defer(() -> jobs.setState(lease.dealershipId(), job.id(), state));
    guarded(lease, runs.setEnd(lease, run.id(), end, remark).then(leave));
  }

  @Override
  public void finish(Lease lease, Job job, @Nullable Run run, JobResult result) {
    Mono<Long> endRun =
        run == null
            ? Mono.just(0L)
            : runs.setEnd(lease, run.id(), RunEnd.FINISHED, result.reason());
    Mono<Boolean> tell =
        runs.spanAndEvidence(lease.dealershipId(), job.id())
            .flatMap(span -> events.completed(job.order(), lease.fence(), result, span))
            .contextWrite(context -> Trace.with(context, job.traceparent()))
            .thenReturn(true);
    guarded(
        lease,
        endRun
            .then(Mono.defer(() -> jobs.setDone(lease.dealershipId(), job.id(), result.outcome())))
            .filter(rows -> rows == 1)
            .flatMap(rows -> tell)
            .defaultIfEmpty(false));
  }

  @Override
  public void postpone(Lease lease, Job job, Instant until) {
    guarded(lease, jobs.setNotBefore(lease.dealershipId(), job.id(), until));
  }

  @Override
  public void release(Lease lease) {
    Await.done(transactions.inTenant(lease.dealershipId(), leases.release(lease)));
  }

  /** The work, with the account's lease row locked under this fence for as long as it takes. */
  private <T> T guarded(Lease lease, Mono<T> work) {
    return fenced(lease, leases.lock(lease).flatMap(held -> work));
  }

  private <T> T fenced(Lease lease, Mono<T> work) {
    return Await.optional(transactions.inTenant(lease.dealershipId(), work))
        .orElseThrow(() -> new LeaseLost(lease));
  }
}
