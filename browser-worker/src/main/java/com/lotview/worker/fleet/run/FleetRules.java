package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.recovery.RecoveryRules;
import java.time.Duration;

/**
 * How a worker behaves.
 *
 * @param browsers at once
 * @param lease how long an account is held without a sign of life
 * @param renew how often that sign is given
 * @param poll how often the jobs are looked at when nothing wakes the worker
 */
public record FleetRules(
    int browsers, Duration lease, Duration renew, Duration poll, RecoveryRules recovery) {
  public FleetRules {
    if (browsers < 1) {
      throw new IllegalArgumentException("LOTVIEW_BROWSERS must be at least 1");
    }
    if (renew.multipliedBy(3).compareTo(lease) > 0) {
      throw new IllegalArgumentException(
          "LOTVIEW_LEASE must be at least three times LOTVIEW_LEASE_RENEW");
    }
  }

  /**
   * How long after a renewal the holder itself still trusts its lease: less than the lease, so that
   * it has stopped before anybody else may start.
   */
  Duration trust() {
    return lease.minus(renew);
  }
}
