package com.lotview.worker.fleet.lease;

/**
 * Where a job stands in the fleet. The lease, not this state, says whether somebody works on it.
 */
public enum JobState {
  /** May be claimed. */
  WAITING,
  /** A run is at work, or died doing so. */
  RUNNING,
  /** A click has no known end: the account's listings are looked at. */
  SETTLING,
  /** Has a result. Nothing leaves this state. */
  DONE
}
