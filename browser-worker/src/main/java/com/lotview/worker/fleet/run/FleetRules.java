package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.recovery.RecoveryRules;
import java.time.Duration;

/**
 * Limits and times of a worker.
 *
 * @param browsers maximum number at a time
 * @param lease how long a lease lasts without a renewal
 * @param renew interval of the renewals
 * @param poll how often to poll for jobs without a wake-up
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
   * How long the holder trusts its lease after a renewal. It is shorter than the lease, so that the
   * holder stops before another worker may start.
   */
  Duration trust() {
    return lease.minus(renew);
  }
}
