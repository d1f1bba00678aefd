package com.lotview.worker.fleet.lease;

import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Jobs, leases and runs. Blocking, each method one transaction, thread-safe.
 *
 * <p>A method with a {@link Lease} writes nothing and throws {@link LeaseLost} if the account has a
 * newer fence.
 */
public interface JobStore {
  /**
   * Stores a job. Repeated deliveries change nothing.
   *
   * @param body the event's body, unchanged
   * @param orderedAt time of the event
   * @return whether the job is new
   */
  boolean accept(JobOrder order, String body, @Nullable String traceparent, Instant orderedAt);

  /**
   * Leases a free account whose first open job is due. Prefers the dealership with the fewest
   * leases, then the job that has waited longest. If the job had no run yet, its first run begins
   * with the claim. The cost does not depend on the number of waiting jobs.
   *
   * @param seat location of the run, if one begins
   * @param done leases to release first; lost ones are ignored
   */
  Optional<Claim> claim(WorkerId worker, Duration lease, RunLocation seat, Collection<Lease> done);

  /** Reads the claim again, with later changes. */
  Claim reread(Claim claim);

  /**
   * Gives the job its order as it is now; only while it has clicked nothing.
   *
   * @param body the order's JSON, unchanged
   * @return the claim with the new order
   */
  Claim replace(Claim claim, JobOrder order, String body);

  /** Voids the leases of this host's dead workers; returns how many. */
  int voidLeasesOfDead(WorkerId worker);

  /** Begins a run. Call it before any process works in the run's folder. */
  Run begin(Claim claim, WorkerId worker, RunPurpose purpose, RunLocation seat);

  /**
   * Extends the lease to this duration from now.
   *
   * @throws LeaseLost also if the lease has lapsed
   */
  void renew(Lease lease, UUID runId, Duration length);

  /** Stores a run's notes and publishes its steps. */
  void note(Lease lease, Job job, Run run, Notes notes);

  /**
   * Commits the intent to click, and extends the lease to this duration from now.
   *
   * @throws LeaseLost also if the lease has lapsed
   */
  void intend(Lease lease, Job job, Run run, Duration length, Notes notes);

  /** Ends a run without a result; the job can be claimed again. */
  void end(Lease lease, Job job, Run run, RunEnd end, @Nullable String remark, Notes notes);

  /**
   * Ends the job and the given run, and publishes the result, in one transaction. A done job stays
   * unchanged.
   */
  void finish(Lease lease, Job job, @Nullable Run run, JobResult result, Notes notes);

  /** Defers the account's jobs until then. */
  void postpone(Lease lease, Instant until);

  /** Releases the leases; lost ones are ignored. */
  void release(Collection<Lease> leases);

  /** Up to this many jobs that were done before that time, oldest first. */
  Old old(Instant doneBefore, int most);

  /** Deletes done jobs with their runs. */
  void forget(Old jobs);

  /**
   * Jobs that are old enough to be deleted.
   *
   * @param dealerships the dealership of each job
   * @param pictures keys of their stored pictures
   */
  record Old(List<UUID> dealerships, List<String> jobs, List<String> pictures) {}
}
