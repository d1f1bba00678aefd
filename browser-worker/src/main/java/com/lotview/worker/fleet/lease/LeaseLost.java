package com.lotview.worker.fleet.lease;

/** Another worker may hold the account: this run must stop. */
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LeaseLost(Lease lease) {
    super("The lease with fence " + lease.fence() + " is no longer held");
  }
}
