package com.lotview.posting.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What a worker process says of its browsers.
 *
 * @param worker its identity; another process has another one
 * @param browsers how many jobs it can run at once; 0 while it shuts down
 * @param free how many of them it could begin now
 * @param secondsPerJob how long its latest jobs took on average; null before the first one
 */
public record WorkerReport(String worker, int browsers, int free, @Nullable Double secondsPerJob) {}
