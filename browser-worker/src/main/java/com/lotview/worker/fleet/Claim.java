package com.lotview.worker.fleet;

import java.time.Instant;
import java.util.List;

/**
 * A job together with the lease of its account and all that was tried before.
 *
 * @param now the database's time
 * @param runs in order
 */
public record Claim(Job job, Lease lease, Instant now, List<Run> runs) {}
