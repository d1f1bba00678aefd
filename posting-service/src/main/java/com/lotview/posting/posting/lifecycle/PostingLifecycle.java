package com.lotview.posting.posting.lifecycle;

import com.lotview.contracts.ErrorCode;
import com.lotview.posting.posting.lifecycle.Transition.Changed;
import com.lotview.posting.posting.lifecycle.Transition.FollowUp;
import com.lotview.posting.posting.lifecycle.Transition.Kept;
import com.lotview.posting.posting.lifecycle.Transition.Refused;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a posting is in its life: everything that decides what happens next. {@link #after} is the
 * whole state machine; no other code chooses a state. Longer than 300 lines because a rule can only
 * be judged beside the others: {@code PostingModelTest} explores them together.
 *
 * <p>CANCELLED and DELETED are final. POSTED ends only with a proven removal or a rejection by the
 * site, FAILED only with a person's retry. A listing that the site has confirmed but no page has
 * shown is PUBLISHING. Evidence of a live listing counts wherever another click would make a second
 * one.
 *
 * @param attempts times a worker was asked
 * @param failures attempts since the last person's retry that failed for a reason that a retry can
 *     overcome
 * @param withFleet the fleet has the latest attempt and has not answered; while READY, no worker
 *     has begun it
 * @param textAsked number of the latest request for a text
 * @param textSince number of the first request for a text about the same facts
 * @param wish the listing that is being made must be removed again
 * @param found a listing was found live which the state denies
 * @param openClick when the browser of a click was dead whose effect is unknown; the next attempt
 *     verifies it before it clicks. While it is set, no state may say that there is no listing
 * @param takenDown the site took the listing of the latest attempt down: late answers of that
 *     attempt then say nothing about a listing
 * @param byHand a person fills the form of the latest attempt and presses Publish: no worker has it
 */
public record PostingLifecycle(
    PostingStatus status,
    int attempts,
    int failures,
    boolean withFleet,
    int textAsked,
    int textSince,
    @Nullable RemovalWish wish,
    boolean found,
    @Nullable Instant openClick,
    boolean takenDown,
    boolean byHand) {
  /** Tries after the first one. */
  static final int RETRIES = 3;

  /** Requests for one text. */
  public static final int TEXT_REQUESTS = 3;

  /** Without an open click. */
  public PostingLifecycle(
      PostingStatus status,
      int attempts,
      int failures,
      boolean withFleet,
      int textAsked,
      int textSince,
      @Nullable RemovalWish wish,
      boolean found) {
    this(status, attempts, failures, withFleet, textAsked, textSince, wish, found, null);
  }

  /** Whose listing was not taken down. */
  public PostingLifecycle(
      PostingStatus status,
      int attempts,
      int failures,
      boolean withFleet,
      int textAsked,
      int textSince,
      @Nullable RemovalWish wish,
      boolean found,
      @Nullable Instant openClick) {
    this(
        status, attempts, failures, withFleet, textAsked, textSince, wish, found, openClick, false,
        false);
  }

  /** A posting that was just ordered. */
  public static PostingLifecycle ordered() {
    return new PostingLifecycle(PostingStatus.QUEUED, 0, 0, false, 0, 1, null, false);
  }

  /** What the event does. */
  public Transition after(Trigger event) {
    return switch (event) {
      case Trigger.TextWanted wanted -> textWanted();
      case Trigger.ApprovalWanted wanted ->
          status == PostingStatus.QUEUED
              ? new Changed(in(PostingStatus.AWAITING_APPROVAL), FollowUp.NOTHING)
              : kept();
      case Trigger.Approved yes -> decided(new Changed(askedAgain(), FollowUp.ASK_FOR_TEXT));
      case Trigger.Declined no ->
          decided(new Changed(in(PostingStatus.CANCELLED), FollowUp.NOTHING));
      case Trigger.TextArrived(int request) -> text(request, PostingStatus.READY);
      case Trigger.TextRefused(int request) -> text(request, PostingStatus.FAILED);
      case Trigger.TextMissing missing -> textMissing();
      case Trigger.TurnGiven(Instant unseenClick) -> turnGiven(unseenClick);
      case Trigger.BegunByHand begun -> begunByHand();
      case Trigger.ListedByHand listed -> listedByHand();
      case Trigger.Begun(int attempt) -> begun(attempt);
      case Trigger.AttemptEnded ended -> ended(ended);
      case Trigger.AnswerMissing missing -> answerMissing();
      case Trigger.OwnerSignedIn back ->
          status == PostingStatus.NEEDS_LOGIN
              ? new Changed(in(PostingStatus.READY), FollowUp.WAIT_FOR_TURN)
              : kept();
      case Trigger.Appeared appeared -> appeared();
      case Trigger.NeverAppeared never ->
          publishing() ? new Changed(in(PostingStatus.NEEDS_REVIEW), FollowUp.NOTHING) : kept();
      case Trigger.Rejected rejected -> rejected();
      case Trigger.OrderChanged(boolean account) -> orderChanged(account);
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

  private Transition decided(Changed decision) {
    return awaitsApproval()
        ? decision
        : new Refused(
            ErrorCode.POSTING_NOT_AWAITING_APPROVAL, DealerTexts.wrongStatus(status.name()));
  }

  private boolean awaitsApproval() {
    return status == PostingStatus.AWAITING_APPROVAL;
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

  private Transition turnGiven(@Nullable Instant unseenClick) {
    boolean later = unseenClick != null && (openClick == null || unseenClick.isAfter(openClick));
    return status == PostingStatus.READY && !withFleet
        ? new Changed(
            new PostingLifecycle(
                PostingStatus.READY,
                attempts + 1,
                failures,
                true,
                textAsked,
                textSince,
                wish,
                found,
                later ? unseenClick : openClick),
            FollowUp.RUN)
        : kept();
  }

  // Until then it only waits for a free browser, and can be cancelled like any other.
  private Transition begun(int attempt) {
    return waits() && waitsFor(attempt)
        ? new Changed(in(PostingStatus.POSTING), FollowUp.NOTHING)
        : kept();
  }

  // Only a new order: a text or a worker of an older attempt could still come.
  private Transition begunByHand() {
    return status == PostingStatus.QUEUED
        ? new Changed(
            new PostingLifecycle(
                PostingStatus.POSTING, 1, 0, false, 0, 1, null, false, null, false, true),
            FollowUp.NOTHING)
        : new Refused(ErrorCode.POSTING_NOT_BY_HAND, DealerTexts.wrongStatus(status.name()));
  }

  // The person has published: evidence of a listing, like a worker's.
  private Transition listedByHand() {
    if (!byHand || takenDown) {
      return new Refused(ErrorCode.POSTING_NOT_BY_HAND, DealerTexts.wrongStatus(status.name()));
    }
    return switch (status) {
      case POSTING, NEEDS_REVIEW -> live();
      case FAILED, CANCELLED -> toldLive();
      case QUEUED, AWAITING_APPROVAL, GENERATING, READY, PUBLISHING, POSTED, DELETED, NEEDS_LOGIN ->
          kept();
    };
  }

  private Transition ended(Trigger.AttemptEnded end) {
    if (attempts == 0 || end.attempt() != attempts) {
      return new Kept(DealerTexts.oldAttempt(end.attempt()));
    }
    if (end instanceof Trigger.Posted) {
      return posted();
    }
    if (end instanceof Trigger.Published) {
      return published();
    }
    if (end instanceof Trigger.Withdrawn) {
      return withdrawn();
    }
    if (status == PostingStatus.POSTING || (withFleet && (waits() || inReview()))) {
      return answered(end);
    }
    if (inReview() && end instanceof Trigger.AttemptFailed(int attempt, var cure, Instant open)) {
      // It was undecided until now, and is never retried automatically.
      return new Changed(ended(PostingStatus.FAILED).clicked(open), FollowUp.NOTHING);
    }
    // A person saw it live before the worker answered.
    return withFleet ? new Changed(answered(status), FollowUp.NOTHING) : resultIgnored();
  }

  private Transition withdrawn() {
    if (!withFleet) {
      return resultIgnored();
    }
    boolean again = waits() || status == PostingStatus.POSTING;
    return again && wish == null
        ? new Changed(answered(PostingStatus.READY), FollowUp.WAIT_FOR_TURN)
        : new Changed(answered(again ? PostingStatus.CANCELLED : status), FollowUp.NOTHING);
  }

  private Transition posted() {
    if (takenDown) {
      return withFleet ? new Changed(answered(status), FollowUp.NOTHING) : resultIgnored();
    }
    return switch (status) {
      case POSTED, DELETED, QUEUED, AWAITING_APPROVAL ->
          withFleet ? new Changed(answered(status), FollowUp.NOTHING) : resultIgnored();
      case FAILED, CANCELLED -> toldLive();
      case GENERATING, READY, POSTING, PUBLISHING, NEEDS_LOGIN, NEEDS_REVIEW ->
          answered(status).live();
    };
  }

  private Transition toldLive() {
    return new Changed(
        new PostingLifecycle(
            status, attempts, failures, false, textAsked, textSince, wish, true, null, false,
            byHand),
        FollowUp.TELL_IT_IS_LIVE);
  }

  // As above, but the listing is not live yet: PUBLISHING, unless the state already says more.
  private Transition published() {
    return switch (status) {
      case POSTED, DELETED, QUEUED, AWAITING_APPROVAL -> posted();
      // Late evidence is always a sight of the listing; this is an answer that was given earlier.
      case FAILED, CANCELLED -> withFleet ? posted() : resultIgnored();
      case PUBLISHING ->
          withFleet ? new Changed(answered(status), FollowUp.NOTHING) : resultIgnored();
      case GENERATING, READY, POSTING, NEEDS_LOGIN, NEEDS_REVIEW ->
          new Changed(answered(PostingStatus.PUBLISHING), FollowUp.NOTHING);
    };
  }

  // A posting in review no longer needs a person to look.
  private Transition appeared() {
    return publishing() || (inReview() && !withFleet) ? live() : kept();
  }

  private Transition rejected() {
    boolean listed = publishing() || status == PostingStatus.POSTED;
    return listed ? new Changed(withoutItsListing(), FollowUp.NOTHING) : kept();
  }

  private Transition answered(Trigger.AttemptEnded end) {
    return switch (end) {
      case Trigger.Posted posted -> posted();
      case Trigger.Published published -> published();
      case Trigger.Withdrawn withdrawn -> withdrawn();
      case Trigger.Unclear unclear ->
          new Changed(answered(PostingStatus.NEEDS_REVIEW), FollowUp.NOTHING);
      case Trigger.LoginLost(int attempt, Instant open) ->
          new Changed(ended(PostingStatus.NEEDS_LOGIN).clicked(open), FollowUp.NOTHING);
      case Trigger.AttemptFailed(int attempt, Trigger.Cure cure, Instant open) ->
          failed(cure, open);
    };
  }

  private Transition failed(Trigger.Cure cure, @Nullable Instant open) {
    boolean again = cure == Trigger.Cure.ANOTHER_TRY && failures < RETRIES;
    if (wish != null || !(again || cure == Trigger.Cure.REST)) {
      return new Changed(ended(PostingStatus.FAILED).clicked(open), FollowUp.NOTHING);
    }
    int counted = again ? failures + 1 : failures;
    PostingLifecycle ready =
        new PostingLifecycle(
            PostingStatus.READY, attempts, counted, false, textAsked, textSince, null, false, open);
    return new Changed(ready, again ? FollowUp.TRY_AGAIN : FollowUp.TRY_AFTER_REST);
  }

  private Transition answerMissing() {
    return status == PostingStatus.POSTING
        ? new Changed(in(PostingStatus.NEEDS_REVIEW), FollowUp.NOTHING)
        : kept();
  }

  private Transition orderChanged(boolean account) {
    if (withFleet || !(awaitsApproval() || status == PostingStatus.GENERATING || waits())) {
      return new Refused(
          ErrorCode.POSTING_NOT_CHANGEABLE,
          waits() ? DealerTexts.WITH_WORKER : DealerTexts.wrongStatus(status.name()));
    }
    if (openClick != null) {
      return new Refused(ErrorCode.POSTING_NOT_CHANGEABLE, DealerTexts.MAY_BE_LIVE);
    }
    // Late answers are matched by the attempt's number, not by its account.
    if (account && attempts > 0) {
      return new Refused(ErrorCode.POSTING_NOT_CHANGEABLE, DealerTexts.ACCOUNT_WAS_USED);
    }
    return new Changed(this, waits() ? FollowUp.WAIT_FOR_TURN : FollowUp.NOTHING);
  }

  private Transition cancelled() {
    return switch (status) {
      case QUEUED, AWAITING_APPROVAL, GENERATING, READY, NEEDS_LOGIN ->
          new Changed(in(PostingStatus.CANCELLED).clicked(openClick), FollowUp.NOTHING);
      case CANCELLED -> kept();
      // The person who has the form says that nothing was published.
      case POSTING ->
          byHand ? new Changed(ended(PostingStatus.CANCELLED), FollowUp.NOTHING) : notCancellable();
      case PUBLISHING, POSTED, FAILED, DELETED, NEEDS_REVIEW -> notCancellable();
    };
  }

  private Transition notCancellable() {
    return new Refused(ErrorCode.POSTING_NOT_CANCELLABLE, DealerTexts.wrongStatus(status.name()));
  }

  private Transition removalWanted(RemovalWish wanted) {
    return switch (status) {
      case QUEUED, AWAITING_APPROVAL, GENERATING, READY, NEEDS_LOGIN ->
          new Changed(
              openClick == null
                  ? in(PostingStatus.CANCELLED)
                  : wishing(wanted).in(PostingStatus.NEEDS_REVIEW),
              FollowUp.NOTHING);
      case POSTING, PUBLISHING -> new Changed(wishing(wanted), FollowUp.NOTHING);
      case POSTED -> new Changed(wishing(wanted), FollowUp.REMOVE);
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
        ? new Changed(anew(PostingStatus.READY, textAsked, textSince), FollowUp.WAIT_FOR_TURN)
        : new Changed(
            anew(PostingStatus.GENERATING, textAsked + 1, textAsked + 1), FollowUp.ASK_FOR_TEXT);
  }

  // A person's retry: failures do not count any more, and what was known of a listing is void.
  private PostingLifecycle anew(PostingStatus next, int asked, int since) {
    return new PostingLifecycle(
        next, attempts, 0, withFleet, asked, since, null, false, null, takenDown, false);
  }

  private Transition live() {
    return new Changed(
        in(PostingStatus.POSTED).clicked(null), wish == null ? FollowUp.NOTHING : FollowUp.REMOVE);
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

  private boolean publishing() {
    return status == PostingStatus.PUBLISHING;
  }

  private boolean waits() {
    return status == PostingStatus.READY;
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

  // A listing that is to be removed again need not be made.
  private PostingStatus withoutListing(PostingStatus next) {
    return wish == null ? next : PostingStatus.CANCELLED;
  }

  /** With an open click, a state that denies the listing becomes a review by a person. */
  private PostingLifecycle clicked(@Nullable Instant open) {
    boolean denies = status == PostingStatus.CANCELLED || status == PostingStatus.FAILED;
    return new PostingLifecycle(
        open != null && denies ? PostingStatus.NEEDS_REVIEW : status,
        attempts,
        failures,
        withFleet,
        textAsked,
        textSince,
        wish,
        found,
        open,
        takenDown,
        byHand);
  }

  private PostingLifecycle answered(PostingStatus next) {
    return new PostingLifecycle(
        next, attempts, failures, false, textAsked, textSince, wish, found, null, takenDown,
        byHand);
  }

  // If the listing was to be removed, it is gone now.
  private PostingLifecycle withoutItsListing() {
    return new PostingLifecycle(
        wish == null ? PostingStatus.FAILED : PostingStatus.DELETED,
        attempts,
        0,
        withFleet,
        textAsked,
        textSince,
        wish,
        false,
        null,
        wish == null,
        byHand);
  }

  private PostingLifecycle in(PostingStatus next) {
    return new PostingLifecycle(
        next, attempts, failures, withFleet, textAsked, textSince, wish, found, openClick,
        takenDown, byHand);
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
        found,
        openClick,
        takenDown,
        byHand);
  }

  private PostingLifecycle wishing(RemovalWish wanted) {
    return new PostingLifecycle(
        status, attempts, failures, withFleet, textAsked, textSince, wanted, found, openClick,
        takenDown, byHand);
  }
}
