package com.lotview.worker.fleet.lease;

/**
 * The state of a job in the fleet. The lease, not this state, says whether a worker holds the job.
 */
public enum JobState {
  /** May be claimed. */
  WAITING,
  /** A run works on it, or died. */
  RUNNING,
  /** The effect of a click is unknown; the next runs verify it. */
  SETTLING,
  /** It has a result. This state is final. */
  DONE
}
