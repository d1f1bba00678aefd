package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * A posting that waits for its turn.
 *
 * @param wantedAt when it was to run; gives the order among an account's postings
 * @param dueAt when it may run; later than wanted if the limits moved it
 */
public record WaitingJob(UUID postingId, Instant wantedAt, Instant dueAt) {}
