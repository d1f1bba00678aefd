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
  boolean accept(JobOrder order, String body, @Nullable String traceparent);

  /**
   * Leases an account whose first open job is due and that nobody holds: of the dealership with the
   * fewest leases among those whose turn it is, the job that has waited longest. If nothing was
   * tried for the job so far, its first run begins with the claim. Costs the same however many jobs
   * wait.
   *
   * @param seat of the run, if one begins
   * @param done leases that are let go first; those that are lost already do not matter
   */
  Optional<Claim> claim(WorkerId worker, Duration lease, RunLocation seat, Collection<Lease> done);

  /** The claim again, with what has been written since. */
  Claim reread(Claim claim);

  /** Makes leases void whose holders this host knows to be dead; says how many. */
  int voidLeasesOfDead(WorkerId worker);

  /** Begins a run; its folder must be known here before any process works in it. */
  Run begin(Claim claim, WorkerId worker, RunPurpose purpose, RunLocation seat);

  /**
   * Holds the lease for the duration from now on.
   *
   * @throws LeaseLost also when it has lapsed
   */
  void renew(Lease lease, UUID runId, Duration length);

  /** Notes what a run has to tell, and tells of its steps. */
  void note(Lease lease, Job job, Run run, Notes notes);

  /**
   * Notes that the run is going to click, and holds the lease for the duration from now on.
   *
   * @throws LeaseLost also when it has lapsed
   */
  void intend(Lease lease, Job job, Run run, Duration length, Notes notes);

  /** Notes the end of a run that brought no result, and leaves the job to be claimed again. */
  void end(Lease lease, Job job, Run run, RunEnd end, @Nullable String remark, Notes notes);

  /**
   * Ends the job, and its run if one is given, and tells of it, in one transaction. A job that is
   * done stays as it is.
   */
  void finish(Lease lease, Job job, @Nullable Run run, JobResult result, Notes notes);

  /** Leaves the account's jobs alone until then. */
  void postpone(Lease lease, Instant until);

  /** Lets accounts go. What is lost already does not matter. */
  void release(Collection<Lease> leases);

  /** Some jobs that were done before that time, the oldest first. */
  Old old(Instant doneBefore, int most);

  /** Forgets done jobs with their runs. */
  void forget(Old jobs);

  /**
   * Jobs that are old enough to be forgotten.
   *
   * @param dealerships of the jobs, one for each
   * @param pictures keys of what was kept of them
   */
  record Old(List<UUID> dealerships, List<String> jobs, List<String> pictures) {}
}
