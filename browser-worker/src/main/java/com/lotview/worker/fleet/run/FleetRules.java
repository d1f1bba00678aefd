package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.recovery.RecoveryRules;
import java.time.Duration;

/**
 * Limits and times of a worker.
 *
 * @param browsers maximum number at a time
 * @param leaseDuration how long a lease lasts without a renewal
 * @param leaseRenewalInterval interval of the renewals
 * @param pollInterval how often to poll for jobs without a wake-up
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
   * How long the holder trusts its lease after a renewal. It is shorter than the lease, so that the
   * holder stops before another worker may start.
   */
  Duration trust() {
    return leaseDuration.minus(leaseRenewalInterval);
  }
}
