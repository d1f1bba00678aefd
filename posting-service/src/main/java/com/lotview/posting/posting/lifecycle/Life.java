package com.lotview.posting.posting.lifecycle;

import com.lotview.contracts.ErrorCode;
import com.lotview.posting.posting.lifecycle.LifeStep.Changed;
import com.lotview.posting.posting.lifecycle.LifeStep.Kept;
import com.lotview.posting.posting.lifecycle.LifeStep.Refused;
import com.lotview.posting.posting.lifecycle.LifeStep.Then;
import org.jspecify.annotations.Nullable;

/**
 * Where a posting is in its life: everything that decides what happens next. {@link #after} is the
 * whole state machine; no other code chooses a state.
 *
 * <p>CANCELLED and DELETED are for ever, POSTED is left only by proven removal, FAILED only by a
 * person's retry. Evidence of a live listing counts wherever another click would make a second one.
 *
 * @param attempts times a worker was asked
 * @param failures attempts since the last person's retry that failed in a way that another try can
 *     cure
 * @param withFleet the fleet has the latest attempt and has not answered
 * @param textAsked number of the latest request for a text
 * @param textSince number of the first request for a text about the same facts
 * @param wish somebody wants the listing taken down that is being made
 * @param found a listing was found live which the state denies
 */
public record Life(
    PostingStatus status,
    int attempts,
    int failures,
    boolean withFleet,
    int textAsked,
    int textSince,
    @Nullable RemovalWish wish,
    boolean found) {
  /** Tries after the first one. */
  static final int RETRIES = 3;

  /** Requests for one text. */
  public static final int TEXT_REQUESTS = 3;

  /** A posting that was just ordered. */
  public static Life ordered() {
    return new Life(PostingStatus.QUEUED, 0, 0, false, 0, 1, null, false);
  }

  /** What the event does. */
  public LifeStep after(LifeEvent event) {
    return switch (event) {
      case LifeEvent.TextWanted wanted -> textWanted();
      case LifeEvent.TextArrived(int request) -> text(request, PostingStatus.READY);
      case LifeEvent.TextRefused(int request) -> text(request, PostingStatus.FAILED);
      case LifeEvent.TextMissing missing -> textMissing();
      case LifeEvent.TurnGiven turn -> turnGiven();
      case LifeEvent.AttemptEnded ended -> ended(ended);
      case LifeEvent.AnswerMissing missing -> answerMissing();
      case LifeEvent.OwnerSignedIn back ->
          status == PostingStatus.NEEDS_LOGIN
              ? new Changed(in(PostingStatus.READY), Then.WAIT_FOR_TURN)
              : kept("Its account's owner has signed in");
      case LifeEvent.Cancelled cancelled -> cancelled();
      case LifeEvent.RemovalWanted(RemovalWish wanted) -> removalWanted(wanted);
      case LifeEvent.Removed removed -> removed();
      case LifeEvent.Retried(boolean textKept) -> retried(textKept);
      case LifeEvent.ResolvedLive live -> inReview() ? live() : notInReview();
      case LifeEvent.ResolvedNotLive notLive -> notLive();
    };
  }

  /** Whether this attempt is the one whose answer is waited for. */
  public boolean waitsFor(int attempt) {
    return withFleet && attempt == attempts;
  }

  private LifeStep textWanted() {
    return status == PostingStatus.QUEUED
        ? new Changed(askedAgain(), Then.ASK_FOR_TEXT)
        : kept("A text is wanted");
  }

  private LifeStep text(int request, PostingStatus next) {
    if (status != PostingStatus.GENERATING || request < textSince || request > textAsked) {
      return new Kept("A listing text came too late and was not used");
    }
    return new Changed(in(next), next == PostingStatus.READY ? Then.WAIT_FOR_TURN : Then.NOTHING);
  }

  private LifeStep textMissing() {
    if (status != PostingStatus.GENERATING) {
      return kept("No text is waited for");
    }
    return textAsked - textSince + 1 < TEXT_REQUESTS
        ? new Changed(askedAgain(), Then.ASK_FOR_TEXT)
        : new Changed(in(PostingStatus.FAILED), Then.NOTHING);
  }

  private LifeStep turnGiven() {
    return status == PostingStatus.READY
        ? new Changed(
            new Life(
                PostingStatus.POSTING,
                attempts + 1,
                failures,
                true,
                textAsked,
                textSince,
                wish,
                found),
            Then.RUN)
        : kept("Its turn came");
  }

  private LifeStep ended(LifeEvent.AttemptEnded end) {
    if (attempts == 0 || end.attempt() != attempts) {
      return new Kept("Attempt " + end.attempt() + " is not the current one: its end not used");
    }
    if (end instanceof LifeEvent.Posted) {
      return posted();
    }
    if (status == PostingStatus.POSTING || (inReview() && withFleet)) {
      return answered(end);
    }
    if (inReview() && end instanceof LifeEvent.AttemptFailed) {
      // Undecided until now; never tried again by itself.
      return new Changed(ended(PostingStatus.FAILED), Then.NOTHING);
    }
    // A person saw it live before the worker answered.
    return withFleet
        ? new Changed(answered(status), Then.NOTHING)
        : kept("A worker's end not used");
  }

  private LifeStep posted() {
    return switch (status) {
      case POSTED, DELETED, QUEUED ->
          withFleet ? new Changed(answered(status), Then.NOTHING) : kept("A worker's end not used");
      case FAILED, CANCELLED ->
          new Changed(
              new Life(status, attempts, failures, false, textAsked, textSince, wish, true),
              Then.TELL_IT_IS_LIVE);
      case GENERATING, READY, POSTING, NEEDS_LOGIN, NEEDS_REVIEW -> answered(status).live();
    };
  }

  private LifeStep answered(LifeEvent.AttemptEnded end) {
    return switch (end) {
      case LifeEvent.Posted posted -> posted();
      case LifeEvent.Unclear unclear ->
          new Changed(answered(PostingStatus.NEEDS_REVIEW), Then.NOTHING);
      case LifeEvent.LoginLost lost -> new Changed(ended(PostingStatus.NEEDS_LOGIN), Then.NOTHING);
      case LifeEvent.AttemptFailed failed -> failed(failed.cure());
    };
  }

  private LifeStep failed(LifeEvent.Cure cure) {
    boolean again = cure == LifeEvent.Cure.ANOTHER_TRY && failures < RETRIES;
    if (wish != null || !(again || cure == LifeEvent.Cure.REST)) {
      return new Changed(ended(PostingStatus.FAILED), Then.NOTHING);
    }
    int counted = again ? failures + 1 : failures;
    Life ready =
        new Life(PostingStatus.READY, attempts, counted, false, textAsked, textSince, null, false);
    return new Changed(ready, again ? Then.TRY_AGAIN : Then.TRY_AFTER_REST);
  }

  private LifeStep answerMissing() {
    return status == PostingStatus.POSTING
        ? new Changed(in(PostingStatus.NEEDS_REVIEW), Then.NOTHING)
        : kept("No worker's answer is waited for");
  }

  private LifeStep cancelled() {
    return switch (status) {
      case QUEUED, GENERATING, READY, NEEDS_LOGIN ->
          new Changed(in(PostingStatus.CANCELLED), Then.NOTHING);
      case CANCELLED -> kept("It is called off");
      case POSTING, POSTED, FAILED, DELETED, NEEDS_REVIEW ->
          new Refused(ErrorCode.POSTING_NOT_CANCELLABLE, "The posting is " + status);
    };
  }

  private LifeStep removalWanted(RemovalWish wanted) {
    return switch (status) {
      case QUEUED, GENERATING, READY, NEEDS_LOGIN ->
          new Changed(in(PostingStatus.CANCELLED), Then.NOTHING);
      case POSTING -> new Changed(wishing(wanted), Then.NOTHING);
      case POSTED -> new Changed(wishing(wanted), Then.TAKE_DOWN);
      case DELETED -> kept("Its removal is wanted");
      case NEEDS_REVIEW ->
          new Refused(
              ErrorCode.POSTING_NOT_REMOVABLE,
              "Nobody knows yet whether the posting is live: resolve it first");
      case FAILED, CANCELLED ->
          new Refused(ErrorCode.POSTING_NOT_REMOVABLE, "The posting is " + status);
    };
  }

  private LifeStep removed() {
    return switch (status) {
      case POSTED -> new Changed(in(PostingStatus.DELETED), Then.NOTHING);
      case DELETED -> kept("It was removed");
      default -> new Refused(ErrorCode.POSTING_NOT_REMOVABLE, "The posting is " + status);
    };
  }

  private LifeStep retried(boolean textKept) {
    if (status != PostingStatus.FAILED) {
      return new Refused(ErrorCode.POSTING_NOT_RETRYABLE, "The posting is " + status);
    }
    if (found) {
      return new Refused(ErrorCode.POSTING_NOT_RETRYABLE, "A listing of the posting is live");
    }
    return textKept
        ? new Changed(
            new Life(
                PostingStatus.READY, attempts, 0, withFleet, textAsked, textSince, null, false),
            Then.WAIT_FOR_TURN)
        : new Changed(
            new Life(
                PostingStatus.GENERATING,
                attempts,
                0,
                withFleet,
                textAsked + 1,
                textAsked + 1,
                null,
                false),
            Then.ASK_FOR_TEXT);
  }

  private LifeStep live() {
    return new Changed(in(PostingStatus.POSTED), wish == null ? Then.NOTHING : Then.TAKE_DOWN);
  }

  private LifeStep notLive() {
    if (!inReview()) {
      return notInReview();
    }
    // It may still click: whoever has it tried again now would make two listings.
    return withFleet
        ? new Refused(
            ErrorCode.POSTING_NOT_IN_REVIEW,
            "No worker has answered yet, and one may still post: only its answer can tell that"
                + " there is no listing")
        : new Changed(ended(PostingStatus.FAILED), Then.NOTHING);
  }

  private boolean inReview() {
    return status == PostingStatus.NEEDS_REVIEW;
  }

  private LifeStep notInReview() {
    return new Refused(ErrorCode.POSTING_NOT_IN_REVIEW, "The posting is " + status);
  }

  private Kept kept(String what) {
    return new Kept(what + ", and the posting is " + status);
  }

  private Life ended(PostingStatus next) {
    return answered(withoutListing(next));
  }

  // What was to be taken down again need not be made.
  private PostingStatus withoutListing(PostingStatus next) {
    return wish == null ? next : PostingStatus.CANCELLED;
  }

  private Life answered(PostingStatus next) {
    return new Life(next, attempts, failures, false, textAsked, textSince, wish, found);
  }

  private Life in(PostingStatus next) {
    return new Life(next, attempts, failures, withFleet, textAsked, textSince, wish, found);
  }

  private Life askedAgain() {
    return new Life(
        PostingStatus.GENERATING,
        attempts,
        failures,
        withFleet,
        textAsked + 1,
        textSince,
        wish,
        found);
  }

  private Life wishing(RemovalWish wanted) {
    return new Life(status, attempts, failures, withFleet, textAsked, textSince, wanted, found);
  }
}
