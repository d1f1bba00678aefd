package com.lotview.worker.fleet.port;

import org.jspecify.annotations.Nullable;

/**
 * Reports this worker's browsers to the posting service, so that it hands over no more jobs than
 * fit.
 */
public interface WorkerReports {

  /**
   * Reports; blocking.
   *
   * @param browsers how many jobs can run at once; 0 while the worker shuts down
   * @param free how many more could begin now
   * @param secondsPerJob the latest jobs' average; null before the first one
   * @return false if the posting service does not answer for now
   */
  boolean tell(int browsers, int free, @Nullable Double secondsPerJob);
}
