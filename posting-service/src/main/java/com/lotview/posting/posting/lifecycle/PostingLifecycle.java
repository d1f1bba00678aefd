package com.lotview.posting.posting.lifecycle;

import com.lotview.contracts.ErrorCode;
import com.lotview.posting.posting.lifecycle.Transition.Changed;
import com.lotview.posting.posting.lifecycle.Transition.FollowUp;
import com.lotview.posting.posting.lifecycle.Transition.Kept;
import com.lotview.posting.posting.lifecycle.Transition.Refused;
import com.lotview.posting.texts.DealerTexts;
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
 * @param wish the listing that is being made must be removed again
 * @param found a listing was found live which the state denies
 */
public record PostingLifecycle(
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
  public static PostingLifecycle ordered() {
    return new PostingLifecycle(PostingStatus.QUEUED, 0, 0, false, 0, 1, null, false);
  }

  /** What the event does. */
  public Transition after(Trigger event) {
    return switch (event) {
      case Trigger.TextWanted wanted -> textWanted();
      case Trigger.TextArrived(int request) -> text(request, PostingStatus.READY);
      case Trigger.TextRefused(int request) -> text(request, PostingStatus.FAILED);
      case Trigger.TextMissing missing -> textMissing();
      case Trigger.TurnGiven turn -> turnGiven();
      case Trigger.AttemptEnded ended -> ended(ended);
      case Trigger.AnswerMissing missing -> answerMissing();
      case Trigger.OwnerSignedIn back ->
          status == PostingStatus.NEEDS_LOGIN
              ? new Changed(in(PostingStatus.READY), FollowUp.WAIT_FOR_TURN)
              : kept();
      case Trigger.Cancelled cancelled -> cancelled();
      case Trigger.RemovalWanted(RemovalWish wanted) -> removalWanted(wanted);
      case Trigger.Removed removed -> removed();
      case Trigger.Retried(boolean textKept) -> retried(textKept);
      case Trigger.ResolvedLive live -> inReview() ? live() : notInReview();
      case Trigger.ResolvedNotLive notLive -> notLive();
    };
  }

  /** Whether this attempt is the one whose answer is waited for. */
  public boolean waitsFor(int attempt) {
    return withFleet && attempt == attempts;
  }

  private Transition textWanted() {
    return status == PostingStatus.QUEUED
        ? new Changed(askedAgain(), FollowUp.ASK_FOR_TEXT)
        : kept();
  }

  private Transition text(int request, PostingStatus next) {
    if (status != PostingStatus.GENERATING || request < textSince || request > textAsked) {
      return new Kept(DealerTexts.TEXT_LATE);
    }
    return new Changed(
        in(next), next == PostingStatus.READY ? FollowUp.WAIT_FOR_TURN : FollowUp.NOTHING);
  }

  private Transition textMissing() {
    if (status != PostingStatus.GENERATING) {
      return kept();
    }
    return textAsked - textSince + 1 < TEXT_REQUESTS
        ? new Changed(askedAgain(), FollowUp.ASK_FOR_TEXT)
        : new Changed(in(PostingStatus.FAILED), FollowUp.NOTHING);
  }

  private Transition turnGiven() {
    return status == PostingStatus.READY
        ? new Changed(
            new PostingLifecycle(
                PostingStatus.POSTING,
                attempts + 1,
                failures,
                true,
                textAsked,
                textSince,
                wish,
                found),
            FollowUp.RUN)
        : kept();
  }

  private Transition ended(Trigger.AttemptEnded end) {
    if (attempts == 0 || end.attempt() != attempts) {
      return new Kept(DealerTexts.oldAttempt(end.attempt()));
    }
    if (end instanceof Trigger.Posted) {
      return posted();
    }
    if (status == PostingStatus.POSTING || (inReview() && withFleet)) {
      return answered(end);
    }
    if (inReview() && end instanceof Trigger.AttemptFailed) {
      // Undecided until now; never tried again by itself.
      return new Changed(ended(PostingStatus.FAILED), FollowUp.NOTHING);
    }
    // A person saw it live before the worker answered.
    return withFleet ? new Changed(answered(status), FollowUp.NOTHING) : resultIgnored();
  }

  private Transition posted() {
    return switch (status) {
      case POSTED, DELETED, QUEUED ->
          withFleet ? new Changed(answered(status), FollowUp.NOTHING) : resultIgnored();
      case FAILED, CANCELLED ->
          new Changed(
              new PostingLifecycle(
                  status, attempts, failures, false, textAsked, textSince, wish, true),
              FollowUp.TELL_IT_IS_LIVE);
      case GENERATING, READY, POSTING, NEEDS_LOGIN, NEEDS_REVIEW -> answered(status).live();
    };
  }

  private Transition answered(Trigger.AttemptEnded end) {
    return switch (end) {
      case Trigger.Posted posted -> posted();
      case Trigger.Unclear unclear ->
          new Changed(answered(PostingStatus.NEEDS_REVIEW), FollowUp.NOTHING);
      case Trigger.LoginLost lost ->
          new Changed(ended(PostingStatus.NEEDS_LOGIN), FollowUp.NOTHING);
      case Trigger.AttemptFailed failed -> failed(failed.cure());
    };
  }

  private Transition failed(Trigger.Cure cure) {
    boolean again = cure == Trigger.Cure.ANOTHER_TRY && failures < RETRIES;
    if (wish != null || !(again || cure == Trigger.Cure.REST)) {
      return new Changed(ended(PostingStatus.FAILED), FollowUp.NOTHING);
    }
    int counted = again ? failures + 1 : failures;
    PostingLifecycle ready =
        new PostingLifecycle(
            PostingStatus.READY, attempts, counted, false, textAsked, textSince, null, false);
    return new Changed(ready, again ? FollowUp.TRY_AGAIN : FollowUp.TRY_AFTER_REST);
  }

  private Transition answerMissing() {
    return status == PostingStatus.POSTING
        ? new Changed(in(PostingStatus.NEEDS_REVIEW), FollowUp.NOTHING)
        : kept();
  }

  private Transition cancelled() {
    return switch (status) {
      case QUEUED, GENERATING, READY, NEEDS_LOGIN ->
          new Changed(in(PostingStatus.CANCELLED), FollowUp.NOTHING);
      case CANCELLED -> kept();
      case POSTING, POSTED, FAILED, DELETED, NEEDS_REVIEW ->
          new Refused(ErrorCode.POSTING_NOT_CANCELLABLE, DealerTexts.wrongStatus(status.name()));
    };
  }

  private Transition removalWanted(RemovalWish wanted) {
    return switch (status) {
      case QUEUED, GENERATING, READY, NEEDS_LOGIN ->
          new Changed(in(PostingStatus.CANCELLED), FollowUp.NOTHING);
      case POSTING -> new Changed(wishing(wanted), FollowUp.NOTHING);
      case POSTED -> new Changed(wishing(wanted), FollowUp.TAKE_DOWN);
      case DELETED -> kept();
      case NEEDS_REVIEW -> new Refused(ErrorCode.POSTING_NOT_REMOVABLE, DealerTexts.REVIEW_FIRST);
      case FAILED, CANCELLED ->
          new Refused(ErrorCode.POSTING_NOT_REMOVABLE, DealerTexts.wrongStatus(status.name()));
    };
  }

  private Transition removed() {
    return switch (status) {
      case POSTED -> new Changed(in(PostingStatus.DELETED), FollowUp.NOTHING);
      case DELETED -> kept();
      default ->
          new Refused(ErrorCode.POSTING_NOT_REMOVABLE, DealerTexts.wrongStatus(status.name()));
    };
  }

  private Transition retried(boolean textKept) {
    if (status != PostingStatus.FAILED) {
      return new Refused(ErrorCode.POSTING_NOT_RETRYABLE, DealerTexts.wrongStatus(status.name()));
    }
    if (found) {
      return new Refused(ErrorCode.POSTING_NOT_RETRYABLE, DealerTexts.LISTING_IS_LIVE);
    }
    return textKept
        ? new Changed(
            new PostingLifecycle(
                PostingStatus.READY, attempts, 0, withFleet, textAsked, textSince, null, false),
            FollowUp.WAIT_FOR_TURN)
        : new Changed(
            new PostingLifecycle(
                PostingStatus.GENERATING,
                attempts,
                0,
                withFleet,
                textAsked + 1,
                textAsked + 1,
                null,
                false),
            FollowUp.ASK_FOR_TEXT);
  }

  private Transition live() {
    return new Changed(
        in(PostingStatus.POSTED), wish == null ? FollowUp.NOTHING : FollowUp.TAKE_DOWN);
  }

  private Transition notLive() {
    if (!inReview()) {
      return notInReview();
    }
    // It may still click: a retry now could make two listings.
    return withFleet
        ? new Refused(ErrorCode.POSTING_NOT_IN_REVIEW, DealerTexts.MAY_STILL_POST)
        : new Changed(ended(PostingStatus.FAILED), FollowUp.NOTHING);
  }

  private boolean inReview() {
    return status == PostingStatus.NEEDS_REVIEW;
  }

  private Transition notInReview() {
    return new Refused(ErrorCode.POSTING_NOT_IN_REVIEW, DealerTexts.wrongStatus(status.name()));
  }

  private Kept kept() {
    return new Kept(
        status.isSettled()
            ? DealerTexts.alreadyEnded(status.name())
            : DealerTexts.notWaiting(status.name()));
  }

  private Kept resultIgnored() {
    return new Kept(DealerTexts.resultIgnored(status.name()));
  }

  private PostingLifecycle ended(PostingStatus next) {
    return answered(withoutListing(next));
  }

  // What was to be taken down again need not be made.
  private PostingStatus withoutListing(PostingStatus next) {
    return wish == null ? next : PostingStatus.CANCELLED;
  }

  private PostingLifecycle answered(PostingStatus next) {
    return new PostingLifecycle(next, attempts, failures, false, textAsked, textSince, wish, found);
  }

  private PostingLifecycle in(PostingStatus next) {
    return new PostingLifecycle(
        next, attempts, failures, withFleet, textAsked, textSince, wish, found);
  }

  private PostingLifecycle askedAgain() {
    return new PostingLifecycle(
        PostingStatus.GENERATING,
        attempts,
        failures,
        withFleet,
        textAsked + 1,
        textSince,
        wish,
        found);
  }

  private PostingLifecycle wishing(RemovalWish wanted) {
    return new PostingLifecycle(
        status, attempts, failures, withFleet, textAsked, textSince, wanted, found);
  }
}
