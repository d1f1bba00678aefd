package com.lotview.posting.fleet;

/**
 * The browsers of all workers that are there.
 *
 * @param workers how many worker processes reported lately
 * @param browsers how many jobs they can run at once
 * @param free how many of them they could begin now
 * @param secondsPerJob how long a job takes, as measured by them
 */
public record FleetCapacity(int workers, int browsers, int free, double secondsPerJob) {

  /** Whether no worker is there. */
  public boolean isAway() {
    return workers == 0;
  }

  /**
   * How many more jobs can be handed over. In line with the fleet stand at most as many as it has
   * browsers: enough that a browser never waits for the dispatcher, and few enough that each is
   * begun soon.
   *
   * @param notBegun jobs that were handed over and that no worker has begun
   */
  public int room(int notBegun) {
    return Math.max(0, free + browsers - notBegun);
  }
}
