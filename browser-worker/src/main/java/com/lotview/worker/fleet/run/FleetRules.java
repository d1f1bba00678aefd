package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.recovery.RecoveryRules;
import java.time.Duration;

/**
 * How a worker behaves.
 *
 * @param browsers at once
 * @param leaseDuration how long a lease on an account lasts without renewal
 * @param leaseRenewalInterval how often a run renews its lease (heartbeat)
 * @param pollInterval how often to poll for jobs when nothing wakes the worker
 */
public record FleetRules(
    int browsers,
    Duration leaseDuration,
    Duration leaseRenewalInterval,
    Duration pollInterval,
    RecoveryRules recovery) {
  public FleetRules {
    if (browsers < 1) {
      throw new IllegalArgumentException("LOTVIEW_BROWSERS must be at least 1");
    }
    if (leaseRenewalInterval.multipliedBy(3).compareTo(leaseDuration) > 0) {
      throw new IllegalArgumentException(
          "LOTVIEW_LEASE_DURATION must be at least three times LOTVIEW_LEASE_RENEWAL_INTERVAL");
    }
  }

  /**
   * How long after a renewal the holder itself still trusts its lease: less than the lease, so that
   * it has stopped before anybody else may start.
   */
  Duration trust() {
    return leaseDuration.minus(leaseRenewalInterval);
  }
}
