package com.lotview.posting.fleet;

import org.jspecify.annotations.Nullable;

/**
 * A worker process's report about its browsers.
 *
 * @param worker its identity, unique to the process
 * @param browsers how many jobs it can run at once; 0 while it shuts down
 * @param free how many of them it could begin now
 * @param secondsPerJob how long its latest jobs took on average; null before the first one
 */
public record WorkerReport(String worker, int browsers, int free, @Nullable Double secondsPerJob) {}
