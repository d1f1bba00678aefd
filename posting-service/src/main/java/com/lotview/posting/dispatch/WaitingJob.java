package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that waits for its turn and may run from {@code dueAt} on.
 *
 * @param traceparent of the request or event that scheduled it; null if there was none
 */
public record WaitingJob(JobRef job, Instant dueAt, @Nullable String traceparent) {
  /** The order among an account's jobs: by moment, then by id as the database compares ids. */
  public static final Comparator<WaitingJob> ORDER =
      Comparator.comparing(WaitingJob::dueAt)
          .thenComparing(waiting -> waiting.job().id(), WaitingJob::compareIds);

  /** A job that was scheduled without a trace. */
  public WaitingJob(JobRef job, Instant dueAt) {
    this(job, dueAt, null);
  }

  private static int compareIds(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
