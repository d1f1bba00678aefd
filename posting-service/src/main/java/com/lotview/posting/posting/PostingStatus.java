package com.lotview.posting.posting;

import java.util.EnumSet;
import java.util.Set;

/**
 * The states of a posting and every change between them that there is. A terminal state absorbs:
 * nothing leads out of it.
 */
public enum PostingStatus {
  /** Ordered. */
  QUEUED,
  /** Its text is being written. */
  GENERATING,
  /** Complete; waits for its moment and its account's turn. */
  READY,
  /** A worker has it. */
  POSTING,
  /** Live, by evidence. */
  POSTED,
  /** Ended without a listing. */
  FAILED,
  /** Called off before a worker had it. */
  CANCELLED,
  /** Was live and was taken down. */
  DELETED,
  /** Waits until the account's owner has signed in again. */
  NEEDS_LOGIN,
  /** Nobody can tell whether it is live; a person must look. */
  NEEDS_REVIEW;

  /** Whether a posting may go from this state to that one. */
  public boolean canBecome(PostingStatus next) {
    return nexts().contains(next);
  }

  /** Whether nothing leads out of this state. */
  public boolean isTerminal() {
    return nexts().isEmpty();
  }

  /** Whether a person may call the posting off: no worker has it and nothing is live. */
  public boolean isCancellable() {
    return canBecome(CANCELLED);
  }

  private Set<PostingStatus> nexts() {
    return switch (this) {
      case QUEUED -> EnumSet.of(GENERATING, CANCELLED);
      case GENERATING -> EnumSet.of(READY, FAILED, CANCELLED);
      case READY -> EnumSet.of(POSTING, CANCELLED);
      // Back to READY: another try, only where no click is unsettled.
      case POSTING -> EnumSet.of(POSTED, FAILED, READY, NEEDS_LOGIN, NEEDS_REVIEW);
      case NEEDS_LOGIN -> EnumSet.of(READY, CANCELLED);
      // The same attempt may still be settled by evidence found later.
      case NEEDS_REVIEW -> EnumSet.of(POSTED, FAILED);
      case POSTED, FAILED, CANCELLED, DELETED -> EnumSet.noneOf(PostingStatus.class);
    };
  }
}
