package com.lotview.posting.dispatch;

import org.jspecify.annotations.Nullable;

/** What a worker must do with a job that it is about to begin. */
public sealed interface JobStart {

  /**
   * It begins.
   *
   * @param order the order as it is now, as in {@code posting.requested}; null: unchanged since the
   *     hand-over
   */
  record Go(@Nullable Object order) implements JobStart {}

  /** It leaves the job: the job was cancelled, or replaced by another attempt. */
  record Withdrawn(String reason) implements JobStart {}
}
