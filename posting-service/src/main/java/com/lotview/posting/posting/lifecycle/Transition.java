package com.lotview.posting.posting.lifecycle;

import com.lotview.contracts.ErrorCode;

/** What an event does to a posting's life. */
public sealed interface Transition {

  /** It goes on like this; the state may be the same. */
  record Changed(PostingLifecycle next, FollowUp then) implements Transition {}

  /** It stays as it is, for this reason. */
  record Kept(String why) implements Transition {}

  /** What a person wants cannot be done now. */
  record Refused(ErrorCode code, String why) implements Transition {}

  /** What is to be done in the transaction of the change. */
  enum FollowUp {
    NOTHING,
    ASK_FOR_TEXT,
    /** Put on the waiting list. */
    WAIT_FOR_TURN,
    /** Hand the attempt to the fleet. */
    RUN,
    /** Put on the waiting list for some minutes later. */
    TRY_AGAIN,
    /** Let the account rest, and put on the waiting list. */
    TRY_AFTER_REST,
    /** Order the removal of the listing. */
    REMOVE,
    /** Report that there is a listing which the posting's state denies. */
    TELL_IT_IS_LIVE
  }
}
