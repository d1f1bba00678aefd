package com.lotview.worker.fleet.lease;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job together with the lease of its account and all that was tried before.
 *
 * @param now the database's time
 * @param runs in order, without the begun one
 * @param begun the job's first run, if nothing was tried before: it begins with the claim
 */
public record Claim(Job job, Lease lease, Instant now, List<Run> runs, @Nullable Run begun) {}
