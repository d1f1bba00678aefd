package com.lotview.posting.dispatch;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first jobs of an account's queues, due or not.
 *
 * @param limited the first post
 * @param unlimited the first other job that no limit counts
 * @param look the first look at the account's listings; it goes behind all others
 */
public record QueueHeads(
    @Nullable WaitingJob limited, @Nullable WaitingJob unlimited, @Nullable WaitingJob look) {
  /** Nothing waits. */
  public static final QueueHeads NONE = new QueueHeads(null, null, null);

  /** Without a look. */
  public QueueHeads(@Nullable WaitingJob limited, @Nullable WaitingJob unlimited) {
    this(limited, unlimited, null);
  }

  /** These, with that job at the head of its queue. */
  public QueueHeads with(WaitingJob first) {
    return switch (first.job().kind()) {
      case POST -> new QueueHeads(first, unlimited, look);
      case LOOK -> new QueueHeads(limited, unlimited, first);
      case REMOVE, EDIT_PRICE, RENEW, CHECK_SESSION, CHECK_FORM, SIGN_IN ->
          new QueueHeads(limited, first, look);
    };
  }

  /** The trace under which one of them was scheduled. */
  public @Nullable String traceparent(JobRef job) {
    return Stream.of(limited, unlimited, look)
        .<WaitingJob>mapMulti((head, sink) -> {
          if (head != null && head.job().equals(job)) {
            sink.accept(head);
          }
        })
        .findFirst()
        .map(WaitingJob::traceparent)
        .orElse(null);
  }
}
