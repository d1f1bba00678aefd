package com.lotview.posting.posting.lifecycle;

/** The states of a posting; {@link PostingLifecycle} says how it comes from one to another. */
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
  /** Ended without a listing; a person may have it tried again. */
  FAILED,
  /** Called off. */
  CANCELLED,
  /** Was live and was taken down. */
  DELETED,
  /** Waits until the account's owner has signed in again. */
  NEEDS_LOGIN,
  /** It is not known whether it is live; a person must look. */
  NEEDS_REVIEW;

  /** Whether nothing more happens by itself. */
  public boolean isSettled() {
    return switch (this) {
      case POSTED, FAILED, CANCELLED, DELETED -> true;
      case QUEUED, GENERATING, READY, POSTING, NEEDS_LOGIN, NEEDS_REVIEW -> false;
    };
  }
}
