package com.lotview.posting.posting.lifecycle;

/** The states of a posting; {@link PostingLifecycle} defines the transitions between them. */
public enum PostingStatus {
  /** Ordered. */
  QUEUED,
  /** Waits for a manager's approval; no work has been done for it yet. */
  AWAITING_APPROVAL,
  /** Its text is being written. */
  GENERATING,
  /** Complete; waits for its moment, its account's turn, or a free browser. */
  READY,
  /** A worker has begun it, or a person fills its form by hand. */
  POSTING,
  /** The site answered that it is published; no page has shown it yet. */
  PUBLISHING,
  /** Live: a page showed it. */
  POSTED,
  /** Ended without a listing; a person may have it tried again. */
  FAILED,
  /** Called off. */
  CANCELLED,
  /** Was live and was removed. */
  DELETED,
  /** Waits until the account's owner has signed in again. */
  NEEDS_LOGIN,
  /** It is not known whether it is live; a person must look. */
  NEEDS_REVIEW;

  /** Whether nothing more happens without a person. */
  public boolean isSettled() {
    return switch (this) {
      case POSTED, FAILED, CANCELLED, DELETED -> true;
      case QUEUED,
          AWAITING_APPROVAL,
          GENERATING,
          READY,
          POSTING,
          PUBLISHING,
          NEEDS_LOGIN,
          NEEDS_REVIEW ->
          false;
    };
  }
}
