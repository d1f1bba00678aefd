package com.lotview.worker.fleet;

import com.lotview.worker.marketplace.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Jobs, leases and runs. Blocking, each method one transaction, thread-safe.
 *
 * <p>Whatever takes a {@link Lease} writes nothing and throws {@link LeaseLost} when its fence is
 * no longer the account's.
 */
public interface JobStore {
  /**
   * Takes a job in, once however often it comes.
   *
   * @param body the event's body, kept as it came
   * @return whether it is new
   */
  boolean accept(PostingOrder order, String body, @Nullable String traceparent);

  /**
   * Leases the account of the oldest open job that is the first of its account, is due, and whose
   * account nobody holds.
   */
  Optional<Claim> claim(WorkerId worker, Duration lease);

  /** The claim again, with what has been written since. */
  Claim reread(Claim claim);

  /** Makes leases void whose holders this host knows to be dead; says how many. */
  int voidLeasesOfDead(WorkerId worker);

  /** Begins a run; its folder must be known here before any process works in it. */
  Run begin(Claim claim, WorkerId worker, RunPurpose purpose, UUID runId, String folder);

  /** Notes the browser's process group. */
  void browserStarted(Lease lease, Run run, long processGroup);

  /**
   * Holds the lease for the duration from now on.
   *
   * @throws LeaseLost also when it has lapsed
   */
  void renew(Lease lease, UUID runId, Duration length);

  /** Notes a step and tells of it. */
  void step(Lease lease, Job job, Run run, Step step, long elapsedMillis);

  /**
   * Notes that the run is going to click, and holds the lease for the duration from now on.
   *
   * @throws LeaseLost also when it has lapsed
   */
  void intend(Lease lease, Run run, Duration length);

  /** Notes that the click has been given. */
  void clicked(Lease lease, Run run);

  /** Notes a kept picture. */
  void keep(Lease lease, Job job, Run run, Evidence evidence);

  /** Notes the end of a run that brought no result, and leaves the job to be claimed again. */
  void end(Lease lease, Job job, Run run, RunEnd end, @Nullable String remark);

  /**
   * Ends the job, and its run if one is given, and tells of it, in one transaction. A job that is
   * done stays as it is.
   */
  void finish(Lease lease, Job job, @Nullable Run run, JobResult result);

  /** Leaves the job alone until then. */
  void postpone(Lease lease, Job job, Instant until);

  /** Lets the account go. If the lease is lost already, nothing happens. */
  void release(Lease lease);
}
