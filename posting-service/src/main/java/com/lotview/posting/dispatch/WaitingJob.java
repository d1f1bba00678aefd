package com.lotview.posting.dispatch;

import java.time.Instant;

/**
 * A job that waits for its turn.
 *
 * @param wantedAt when it was to run; gives the order among an account's jobs
 * @param dueAt when it may run; later than wanted if the limits moved it
 */
public record WaitingJob(JobRef job, Instant wantedAt, Instant dueAt) {}
