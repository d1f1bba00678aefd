package com.lotview.worker.fleet.port;

import org.jspecify.annotations.Nullable;

/** Tells the posting service of this worker's browsers, so that it hands over no more than fits. */
public interface WorkerReports {

  /**
   * Tells; blocking.
   *
   * @param browsers how many jobs can run at once; 0 while the worker shuts down
   * @param free how many more could begin now
   * @param secondsPerJob the latest jobs' average; null before the first one
   * @return false if the posting service does not answer for now
   */
  boolean tell(int browsers, int free, @Nullable Double secondsPerJob);
}
