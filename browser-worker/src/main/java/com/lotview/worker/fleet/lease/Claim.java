package com.lotview.worker.fleet.lease;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job with its account's lease and its earlier runs.
 *
 * @param now the database's time
 * @param runs earlier runs in order, without the begun one
 * @param begun the job's first run, which begins with the claim; null if there were runs before
 */
public record Claim(Job job, Lease lease, Instant now, List<Run> runs, @Nullable Run begun) {}
