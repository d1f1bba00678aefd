package com.lotview.worker.fleet.recovery;

import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A click that may have happened although no run of the job shows it. An earlier attempt made it,
 * or a run that the database forgot when it went back to an earlier state.
 *
 * @param number of the job's last run that says nothing about the click; 0 if each says something
 * @param dead from when on the browser that may have clicked cannot act any more; possibly later
 *     than now
 */
public record UnseenClick(int number, Instant dead) {

  /**
   * What the order and the database's history leave open. Only a post may not be repeated.
   *
   * @param rewind as in {@link Claim}
   * @param lease how long a lease lasts, which a worker may have got from the database that is gone
   */
  public static @Nullable UnseenClick of(
      JobOrder order, Claim.@Nullable Rewind rewind, Duration lease, RecoveryRules rules) {
    Instant carried = order.openClick();
    if (rewind == null || order.kind() != JobKind.POST) {
      return carried == null ? null : new UnseenClick(0, carried);
    }
    Instant gone = rewind.noticedAt().plus(lease).plus(rules.orphanGracePeriod());
    return new UnseenClick(
        rewind.runs(), carried != null && carried.isAfter(gone) ? carried : gone);
  }

  /** Whether a later run committed its intent, for which it needed the proof. */
  boolean settledBy(List<Run> runs) {
    return runs.stream().anyMatch(run -> run.number() > number && run.intentAt() != null);
  }
}
