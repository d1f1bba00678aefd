package com.lotview.posting.posting.lifecycle;

/** Everything that can happen to a posting. */
public sealed interface Trigger {

  /** It was ordered, and its text is asked for. */
  record TextWanted() implements Trigger {}

  /** A usable text came for that request. */
  record TextArrived(int request) implements Trigger {}

  /** A text came for that request that cannot be used. */
  record TextRefused(int request) implements Trigger {}

  /** No text came in time. */
  record TextMissing() implements Trigger {}

  /** The dispatcher gives it its account's turn. */
  record TurnGiven() implements Trigger {}

  /** The fleet says how an attempt ended. */
  sealed interface AttemptEnded extends Trigger {
    int attempt();
  }

  /** The listing was seen live. */
  record Posted(int attempt) implements AttemptEnded {}

  /** There is no listing. */
  record AttemptFailed(int attempt, Cure cure) implements AttemptEnded {}

  /** There is no listing: the site wants the account's owner. */
  record LoginLost(int attempt) implements AttemptEnded {}

  /** The worker could not tell. */
  record Unclear(int attempt) implements AttemptEnded {}

  /** What may help after a failure. */
  enum Cure {
    NOTHING,
    ANOTHER_TRY,
    /** The site shows a limit notice: the account rests. */
    REST
  }

  /** The fleet has not answered in time. */
  record AnswerMissing() implements Trigger {}

  /** The owner of its account has signed in again. */
  record OwnerSignedIn() implements Trigger {}

  /** A person calls it off. */
  record Cancelled() implements Trigger {}

  /** A removal of the listing was requested. */
  record RemovalWanted(RemovalWish wish) implements Trigger {}

  /** The listing was seen to be gone. */
  record Removed() implements Trigger {}

  /**
   * A person has it tried again.
   *
   * @param textKept its text fits the facts as they are now
   */
  record Retried(boolean textKept) implements Trigger {}

  /** A person has looked: it is live. */
  record ResolvedLive() implements Trigger {}

  /** A person has looked: it is not live. */
  record ResolvedNotLive() implements Trigger {}
}
