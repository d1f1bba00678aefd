package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** A job that waits for its turn and may run from {@code dueAt} on. */
public record WaitingJob(JobRef job, Instant dueAt) {
  /** The order among an account's jobs: by moment, then by id as the database compares ids. */
  public static final Comparator<WaitingJob> ORDER =
      Comparator.comparing(WaitingJob::dueAt)
          .thenComparing(waiting -> waiting.job().id(), WaitingJob::compareIds);

  private static int compareIds(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
