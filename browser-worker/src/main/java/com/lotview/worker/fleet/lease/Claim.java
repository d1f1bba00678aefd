package com.lotview.worker.fleet.lease;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job with its account's lease and its earlier runs.
 *
 * @param now the database's time
 * @param runs earlier runs in order, without the begun one
 * @param begun the job's first run, which begins with the claim; null if there were runs before
 * @param rewind what the database may have forgotten of the job; null if nothing
 */
public record Claim(
    Job job,
    Lease lease,
    Instant now,
    List<Run> runs,
    @Nullable Run begun,
    @Nullable Rewind rewind) {

  /**
   * The database has gone back since the job was accepted: it is restored, or a replica that was
   * behind took its place. Runs of the time in between are forgotten, and so are their clicks.
   *
   * @param noticedAt when the database that is here now was first used; the earlier one was gone by
   *     then
   * @param runs number of the job's last run from before
   */
  public record Rewind(Instant noticedAt, int runs) {}

  /** The same claim with earlier runs. */
  public Claim with(List<Run> earlier) {
    return new Claim(job, lease, now, earlier, begun, rewind);
  }

  /** The same claim with another order. */
  public Claim with(Job other) {
    return new Claim(other, lease, now, runs, begun, rewind);
  }
}
