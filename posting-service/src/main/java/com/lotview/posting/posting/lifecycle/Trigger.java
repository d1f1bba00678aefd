package com.lotview.posting.posting.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a posting. */
public sealed interface Trigger {

  /** It was ordered, and its text is asked for. */
  record TextWanted() implements Trigger {}

  /** It was ordered by a person whose postings need a manager's approval. */
  record ApprovalWanted() implements Trigger {}

  /** A manager approves it. */
  record Approved() implements Trigger {}

  /** A manager declines it. */
  record Declined() implements Trigger {}

  /** A usable text came for that request. */
  record TextArrived(int request) implements Trigger {}

  /** A text came for that request that cannot be used. */
  record TextRefused(int request) implements Trigger {}

  /** No text came in time. */
  record TextMissing() implements Trigger {}

  /**
   * The dispatcher gives it its account's turn: it is handed to the fleet.
   *
   * @param unseenClick when the browser of a click was dead that the database may have forgotten;
   *     null if it has not gone back
   */
  record TurnGiven(@Nullable Instant unseenClick) implements Trigger {
    /** Of a posting that has clicked nothing which is not known. */
    public TurnGiven() {
      this(null);
    }
  }

  /** A person begins to fill the form by hand. */
  record BegunByHand() implements Trigger {}

  /** The person who filled the form by hand has published the listing. */
  record ListedByHand() implements Trigger {}

  /** A worker begins that attempt. */
  record Begun(int attempt) implements Trigger {}

  /** The fleet reports how an attempt ended. */
  sealed interface AttemptEnded extends Trigger {
    int attempt();
  }

  /** The listing was seen live. */
  record Posted(int attempt) implements AttemptEnded {}

  /** The site answered with the listing's id, and no page showed it. */
  record Published(int attempt) implements AttemptEnded {}

  /**
   * There is no listing.
   *
   * @param openClick as in {@link PostingLifecycle}: then it is not known whether there is one
   */
  record AttemptFailed(int attempt, Cure cure, @Nullable Instant openClick)
      implements AttemptEnded {
    public AttemptFailed(int attempt, Cure cure) {
      this(attempt, cure, null);
    }
  }

  /**
   * There is no listing: the site wants the account's owner.
   *
   * @param openClick as in {@link PostingLifecycle}: then it is not known whether there is one
   */
  record LoginLost(int attempt, @Nullable Instant openClick) implements AttemptEnded {
    public LoginLost(int attempt) {
      this(attempt, null);
    }
  }

  /** No worker began the attempt, because it was withdrawn. */
  record Withdrawn(int attempt) implements AttemptEnded {}

  /** The worker could not determine whether there is a listing. */
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

  /**
   * A person changes the order.
   *
   * @param account whether it is to go through another account
   */
  record OrderChanged(boolean account) implements Trigger {}

  /** A person cancels it. */
  record Cancelled() implements Trigger {}

  /** A look saw the listing that the site had answered. */
  record Appeared() implements Trigger {}

  /** No look saw it in time. */
  record NeverAppeared() implements Trigger {}

  /** The site took the listing down. */
  record Rejected() implements Trigger {}

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
