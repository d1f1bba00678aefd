package com.lotview.posting.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * The first jobs of an account's two queues, due or not.
 *
 * @param limited the first post
 * @param unlimited the first job that no limit counts
 */
public record QueueHeads(@Nullable WaitingJob limited, @Nullable WaitingJob unlimited) {

  /** The trace under which one of the two was scheduled. */
  @Nullable String traceparent(JobRef job) {
    WaitingJob head = limited != null && limited.job().equals(job) ? limited : unlimited;
    return head == null ? null : head.traceparent();
  }
}
