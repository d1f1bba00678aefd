package com.lotview.posting.posting.lifecycle;

import static com.lotview.posting.posting.lifecycle.PostingStatus.AWAITING_APPROVAL;
import static com.lotview.posting.posting.lifecycle.PostingStatus.CANCELLED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.DELETED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.FAILED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.GENERATING;
import static com.lotview.posting.posting.lifecycle.PostingStatus.NEEDS_LOGIN;
import static com.lotview.posting.posting.lifecycle.PostingStatus.NEEDS_REVIEW;
import static com.lotview.posting.posting.lifecycle.PostingStatus.POSTED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.POSTING;
import static com.lotview.posting.posting.lifecycle.PostingStatus.PUBLISHING;
import static com.lotview.posting.posting.lifecycle.PostingStatus.QUEUED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.posting.posting.Postings;
import com.lotview.posting.posting.lifecycle.Transition.FollowUp;
import com.lotview.posting.posting.lifecycle.Trigger.Cure;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.Vin;
import com.lotview.posting.posting.progress.RetrySchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of a posting's life one by one; {@link PostingModelTest} has all of them together. */
class PostingLifecycleTest {
  static final RemovalWish WISH = new RemovalWish(RemoveMode.DELETE, null, Postings.NOW);

  @ParameterizedTest
  @EnumSource
  void aPersonMayDoWhatTheStateAllowsAndIsToldOtherwise(PostingStatus status) {
    PostingLifecycle life = life(status);
    assertThat(refusal(life, new Trigger.Cancelled()))
        .isEqualTo(
            EnumSet.of(POSTING, PUBLISHING, POSTED, FAILED, DELETED, NEEDS_REVIEW).contains(status)
                ? ErrorCode.POSTING_NOT_CANCELLABLE
                : null);
    assertThat(refusal(life, new Trigger.Retried(true)))
        .isEqualTo(status == FAILED ? null : ErrorCode.POSTING_NOT_RETRYABLE);
    assertThat(refusal(life, new Trigger.ResolvedLive()))
        .isEqualTo(status == NEEDS_REVIEW ? null : ErrorCode.POSTING_NOT_IN_REVIEW);
    assertThat(refusal(life, new Trigger.ResolvedNotLive()))
        .isEqualTo(status == NEEDS_REVIEW ? null : ErrorCode.POSTING_NOT_IN_REVIEW);
    assertThat(refusal(life, new Trigger.RemovalWanted(WISH)))
        .isEqualTo(
            EnumSet.of(FAILED, CANCELLED, NEEDS_REVIEW).contains(status)
                ? ErrorCode.POSTING_NOT_REMOVABLE
                : null);
  }

  @ParameterizedTest
  @EnumSource
  void settledStatesAbsorbWhateverTheFleetSays(PostingStatus status) {
    for (boolean withFleet : List.of(true, false)) {
      PostingLifecycle life = new PostingLifecycle(status, 2, 0, withFleet, 1, 1, null, false);
      for (Trigger.AttemptEnded end : ends(2)) {
        if (status.isSettled()) {
          assertThat(next(life, end).status()).isEqualTo(status);
        }
        assertThat(next(life, end).withFleet()).isFalse();
      }
      for (int other : new int[] {0, 1, 3}) {
        ends(other).forEach(end -> assertThat(next(life, end)).isEqualTo(life));
      }
    }
  }

  @Test
  void whatTheFleetHasAndNoWorkerHasBegunIsStillReady() {
    PostingLifecycle handedOver = next(life(READY), new Trigger.TurnGiven());
    assertThat(handedOver.status()).isEqualTo(READY);
    assertThat(handedOver.attempts()).isEqualTo(3);
    assertThat(next(handedOver, new Trigger.TurnGiven())).as("only once").isEqualTo(handedOver);
    assertThat(next(handedOver, new Trigger.AnswerMissing())).isEqualTo(handedOver);
    assertThat(next(handedOver, new Trigger.Begun(2))).isEqualTo(handedOver);
    assertThat(next(handedOver, new Trigger.Begun(3)).status()).isEqualTo(POSTING);
    PostingLifecycle cancelled = next(handedOver, new Trigger.Cancelled());
    assertThat(cancelled.status()).isEqualTo(CANCELLED);
    assertThat(next(cancelled, new Trigger.Begun(3))).isEqualTo(cancelled);
    assertThat(next(cancelled, new Trigger.Withdrawn(3)).withFleet()).isFalse();
    assertThat(handedOver.after(new Trigger.Withdrawn(3)))
        .isInstanceOfSatisfying(
            Transition.Changed.class,
            changed -> assertThat(changed.then()).isEqualTo(FollowUp.WAIT_FOR_TURN));
  }

  @Test
  void anOrderChangesUntilItIsWithTheFleet() {
    PostingLifecycle fresh = new PostingLifecycle(READY, 0, 0, false, 1, 1, null, false);
    assertThat(fresh.after(new Trigger.OrderChanged(true)))
        .isEqualTo(new Transition.Changed(fresh, FollowUp.WAIT_FOR_TURN));
    PostingLifecycle writing = new PostingLifecycle(GENERATING, 0, 0, false, 1, 1, null, false);
    assertThat(writing.after(new Trigger.OrderChanged(false)))
        .isEqualTo(new Transition.Changed(writing, FollowUp.NOTHING));

    PostingLifecycle tried = life(READY);
    assertThat(tried.after(new Trigger.OrderChanged(false))).isInstanceOf(Transition.Changed.class);
    notChangeable(tried, true);
    notChangeable(next(fresh, new Trigger.TurnGiven()), false);
    notChangeable(new PostingLifecycle(READY, 1, 0, false, 1, 1, null, false, Postings.NOW), false);
    for (PostingStatus status : PostingStatus.values()) {
      if (!EnumSet.of(AWAITING_APPROVAL, READY, GENERATING).contains(status)) {
        notChangeable(life(status), false);
      }
    }
  }

  @Test
  void aManagersYesLetsItGoOn_aNoEndsIt() {
    PostingLifecycle held = next(PostingLifecycle.ordered(), new Trigger.ApprovalWanted());
    assertThat(held.status()).isEqualTo(AWAITING_APPROVAL);
    assertThat(next(held, new Trigger.TurnGiven())).isEqualTo(held);
    assertThat(next(held, new Trigger.TextArrived(1))).isEqualTo(held);
    assertThat(next(held, new Trigger.Cancelled()).status()).isEqualTo(CANCELLED);
    assertThat(next(held, new Trigger.Declined()).status()).isEqualTo(CANCELLED);
    assertThat(held.after(new Trigger.Approved()))
        .isEqualTo(
            new Transition.Changed(
                next(PostingLifecycle.ordered(), new Trigger.TextWanted()), FollowUp.ASK_FOR_TEXT));
    for (PostingStatus status : PostingStatus.values()) {
      ErrorCode wanted =
          status == AWAITING_APPROVAL ? null : ErrorCode.POSTING_NOT_AWAITING_APPROVAL;
      assertThat(refusal(life(status), new Trigger.Approved())).isEqualTo(wanted);
      assertThat(refusal(life(status), new Trigger.Declined())).isEqualTo(wanted);
    }
  }

  private static void notChangeable(PostingLifecycle life, boolean account) {
    assertThat(life.after(new Trigger.OrderChanged(account)))
        .isInstanceOfSatisfying(
            Transition.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.POSTING_NOT_CHANGEABLE));
  }

  @Test
  void theFleetsAnswerSettlesTheAttemptUnderWay() {
    PostingLifecycle posting = life(POSTING);
    assertThat(next(posting, new Trigger.Posted(2)).status()).isEqualTo(POSTED);
    assertThat(next(posting, new Trigger.Unclear(2)).status()).isEqualTo(NEEDS_REVIEW);
    assertThat(next(posting, new Trigger.LoginLost(2)).status()).isEqualTo(NEEDS_LOGIN);
    assertThat(next(posting, new Trigger.AttemptFailed(2, Cure.NOTHING)).status())
        .isEqualTo(FAILED);
  }

  @Test
  void aCurableFailureIsTriedAgainThreeTimesAfterOneTwoAndFourMinutes() {
    RetrySchedule schedule = new RetrySchedule(Duration.ofMinutes(1), new Random(3));
    for (int failures = 0; failures <= PostingLifecycle.RETRIES; failures++) {
      PostingLifecycle posting =
          new PostingLifecycle(POSTING, 2, failures, true, 1, 1, null, false);
      PostingLifecycle next = next(posting, new Trigger.AttemptFailed(2, Cure.ANOTHER_TRY));
      assertThat(next.status()).isEqualTo(failures < 3 ? READY : FAILED);
      Duration least = Duration.ofMinutes(1L << failures);
      assertThat(schedule.after(failures)).isBetween(least, least.multipliedBy(6).dividedBy(5));
    }
  }

  @Test
  void aLimitNoticeBurnsNoRetry() {
    PostingLifecycle worn =
        new PostingLifecycle(POSTING, 4, PostingLifecycle.RETRIES, true, 1, 1, null, false);
    assertThat(worn.after(new Trigger.AttemptFailed(4, Cure.REST)))
        .isEqualTo(
            new Transition.Changed(
                new PostingLifecycle(READY, 4, PostingLifecycle.RETRIES, false, 1, 1, null, false),
                FollowUp.TRY_AFTER_REST));
  }

  @Test
  void whatAWorkerCouldNotTellIsSettledByEvidenceOrAPersonAndNeverTriedAgainByItself() {
    PostingLifecycle review = life(NEEDS_REVIEW);
    assertThat(next(review, new Trigger.Posted(2)).status()).isEqualTo(POSTED);
    assertThat(next(review, new Trigger.AttemptFailed(2, Cure.ANOTHER_TRY)).status())
        .isEqualTo(FAILED);
    assertThat(next(review, new Trigger.LoginLost(2))).isEqualTo(review);
    assertThat(next(review, new Trigger.ResolvedLive()).status()).isEqualTo(POSTED);
    assertThat(next(review, new Trigger.ResolvedNotLive()).status()).isEqualTo(FAILED);
  }

  @Test
  void anAnswerThatComesLateIsTakenAsIfItHadComeInTime() {
    PostingLifecycle unanswered = next(life(POSTING), new Trigger.AnswerMissing());
    assertThat(unanswered.status()).isEqualTo(NEEDS_REVIEW);
    assertThat(next(unanswered, new Trigger.AttemptFailed(2, Cure.ANOTHER_TRY)).status())
        .isEqualTo(READY);
    assertThat(next(unanswered, new Trigger.LoginLost(2)).status()).isEqualTo(NEEDS_LOGIN);
  }

  @Test
  void aPersonCannotDenyAListingThatAWorkerMayStillMake() {
    PostingLifecycle unanswered = next(life(POSTING), new Trigger.AnswerMissing());
    assertThat(refusal(unanswered, new Trigger.ResolvedNotLive()))
        .isEqualTo(ErrorCode.POSTING_NOT_IN_REVIEW);
    assertThat(next(unanswered, new Trigger.ResolvedLive()).status()).isEqualTo(POSTED);
  }

  @Test
  void evidenceOfAListingStopsAnotherTryAndIsToldWhereTheStateDeniesIt() {
    PostingLifecycle wronglyResolved = next(life(NEEDS_REVIEW), new Trigger.ResolvedNotLive());
    PostingLifecycle told = new PostingLifecycle(FAILED, 2, 0, false, 1, 1, null, true);
    assertThat(wronglyResolved.after(new Trigger.Posted(2)))
        .isEqualTo(new Transition.Changed(told, FollowUp.TELL_IT_IS_LIVE));
    assertThat(refusal(told, new Trigger.Retried(true))).isEqualTo(ErrorCode.POSTING_NOT_RETRYABLE);
    PostingLifecycle again = next(wronglyResolved, new Trigger.Retried(true));
    assertThat(next(again, new Trigger.Posted(2)).status()).isEqualTo(POSTED);
  }

  @Test
  void aRemovalThatIsWantedMeanwhileIsCarriedOutOrSparesTheNextTry() {
    PostingLifecycle wished = next(life(POSTING), new Trigger.RemovalWanted(WISH));
    assertThat(wished.status()).isEqualTo(POSTING);
    assertThat(wished.after(new Trigger.Posted(2)))
        .isInstanceOfSatisfying(
            Transition.Changed.class,
            changed -> assertThat(changed.then()).isEqualTo(FollowUp.REMOVE));
    for (Cure cure : Cure.values()) {
      assertThat(next(wished, new Trigger.AttemptFailed(2, cure)).status()).isEqualTo(CANCELLED);
    }
    assertThat(next(wished, new Trigger.LoginLost(2)).status()).isEqualTo(CANCELLED);
    assertThat(next(life(POSTED), new Trigger.Removed()).status()).isEqualTo(DELETED);
  }

  @Test
  void anOpenClickIsCarriedToTheNextAttempt_andNoStateDeniesItsListingMeanwhile() {
    PostingLifecycle stopped = next(life(POSTING), new Trigger.LoginLost(2, Postings.NOW));
    assertThat(stopped.status()).isEqualTo(NEEDS_LOGIN);
    assertThat(stopped.openClick()).isEqualTo(Postings.NOW);
    assertThat(next(stopped, new Trigger.Cancelled()).status()).isEqualTo(NEEDS_REVIEW);
    PostingLifecycle unwanted = next(stopped, new Trigger.RemovalWanted(WISH));
    assertThat(unwanted.status()).isEqualTo(NEEDS_REVIEW);
    assertThat(next(unwanted, new Trigger.ResolvedNotLive()).status()).isEqualTo(CANCELLED);
    assertThat(unwanted.after(new Trigger.ResolvedLive()))
        .isInstanceOfSatisfying(
            Transition.Changed.class,
            changed -> assertThat(changed.then()).isEqualTo(FollowUp.REMOVE));
    PostingLifecycle ready = next(stopped, new Trigger.OwnerSignedIn());
    assertThat(next(ready, new Trigger.Cancelled()).status()).isEqualTo(NEEDS_REVIEW);
    PostingLifecycle third = next(next(ready, new Trigger.TurnGiven()), new Trigger.Begun(3));
    assertThat(third.status()).isEqualTo(POSTING);
    assertThat(third.openClick()).isEqualTo(Postings.NOW);
    assertThat(next(third, new Trigger.Posted(3)).openClick()).isNull();
    assertThat(next(third, new Trigger.AttemptFailed(3, Cure.ANOTHER_TRY)).openClick()).isNull();
  }

  @Test
  void aClickThatTheDatabaseMayHaveForgotten_isAnOpenClickFromTheHandOverOn() {
    PostingLifecycle waits = next(life(READY), new Trigger.TurnGiven(Postings.NOW));
    assertThat(waits.openClick()).isEqualTo(Postings.NOW);
    assertThat(next(waits, new Trigger.Cancelled()).status()).isEqualTo(NEEDS_REVIEW);
    assertThat(next(waits, new Trigger.Posted(waits.attempts())).openClick()).isNull();

    Instant later = Postings.NOW.plusSeconds(1);
    PostingLifecycle open =
        next(life(POSTING), new Trigger.AttemptFailed(2, Cure.REST, Postings.NOW));
    assertThat(next(open, new Trigger.TurnGiven(later)).openClick()).isEqualTo(later);
    assertThat(next(open, new Trigger.TurnGiven(Postings.NOW.minusSeconds(1))).openClick())
        .isEqualTo(Postings.NOW);
  }

  @Test
  void anOpenClickAtALimitIsCarriedToo() {
    PostingLifecycle rests =
        next(life(POSTING), new Trigger.AttemptFailed(2, Cure.REST, Postings.NOW));
    assertThat(rests.status()).isEqualTo(READY);
    assertThat(rests.openClick()).isEqualTo(Postings.NOW);
    PostingLifecycle wished = next(life(POSTING), new Trigger.RemovalWanted(WISH));
    assertThat(next(wished, new Trigger.AttemptFailed(2, Cure.REST, Postings.NOW)).status())
        .isEqualTo(NEEDS_REVIEW);
    assertThat(next(wished, new Trigger.LoginLost(2, Postings.NOW)).status())
        .isEqualTo(NEEDS_REVIEW);
  }

  @Test
  void aTextIsAskedForThreeTimesAndOnlyOneAboutTheSameFactsIsUsed() {
    PostingLifecycle asked = next(PostingLifecycle.ordered(), new Trigger.TextWanted());
    assertThat(asked.textAsked()).isEqualTo(1);
    PostingLifecycle third =
        next(next(asked, new Trigger.TextMissing()), new Trigger.TextMissing());
    assertThat(third.textAsked()).isEqualTo(3);
    assertThat(next(third, new Trigger.TextArrived(1)).status()).isEqualTo(READY);
    PostingLifecycle failed = next(third, new Trigger.TextMissing());
    assertThat(failed.status()).isEqualTo(FAILED);
    PostingLifecycle otherFacts = next(failed, new Trigger.Retried(false));
    assertThat(next(otherFacts, new Trigger.TextArrived(3))).isEqualTo(otherFacts);
    assertThat(next(otherFacts, new Trigger.TextArrived(4)).status()).isEqualTo(READY);
  }

  @Test
  void whatTheSiteOnlyAnswered_isPostedWhenALookSeesIt() {
    PostingLifecycle answered = next(life(POSTING), new Trigger.Published(2));
    assertThat(answered.status()).isEqualTo(PUBLISHING);
    assertThat(answered.withFleet()).isFalse();
    assertThat(next(answered, new Trigger.Appeared()).status()).isEqualTo(POSTED);
    assertThat(next(answered, new Trigger.Posted(2)).status()).isEqualTo(POSTED);
    PostingLifecycle unseen = next(answered, new Trigger.NeverAppeared());
    assertThat(unseen.status()).isEqualTo(NEEDS_REVIEW);
    assertThat(next(unseen, new Trigger.Appeared()).status()).isEqualTo(POSTED);
    PostingLifecycle unwanted = next(answered, new Trigger.RemovalWanted(WISH));
    assertThat(unwanted.status()).isEqualTo(PUBLISHING);
    assertThat(unwanted.after(new Trigger.Appeared()))
        .isInstanceOfSatisfying(
            Transition.Changed.class, seen -> assertThat(seen.then()).isEqualTo(FollowUp.REMOVE));
  }

  @Test
  void aListingThatTheSiteTookDown_isNotCalledLiveByALateAnswer() {
    PostingLifecycle down = next(life(POSTED), new Trigger.Rejected());
    assertThat(down.status()).isEqualTo(FAILED);
    assertThat(next(down, new Trigger.Posted(2))).isEqualTo(down);
    PostingLifecycle again = next(down, new Trigger.Retried(true));
    assertThat(next(again, new Trigger.Posted(2))).isEqualTo(again);
    PostingLifecycle second = next(again, new Trigger.TurnGiven());
    assertThat(next(second, new Trigger.Posted(3)).status()).isEqualTo(POSTED);
  }

  @Test
  void aPostingIsDeletedOnlyIfItWasLive() {
    Posting live = Postings.in(POSTED);
    Posting gone = live.deleted(Postings.NOW, RemoveMode.SOLD);
    assertThat(gone.status()).isEqualTo(DELETED);
    assertThat(gone.removed()).isEqualTo(new RemovedListing(Postings.NOW, RemoveMode.SOLD));
    assertThat(gone.deleted(Postings.NOW.plusSeconds(1), null)).isEqualTo(gone);
    assertThatThrownBy(() -> Postings.in(READY).deleted(Postings.NOW, null))
        .isInstanceOf(IllegalStateException.class);
    assertThat(live.priced(1900000, Postings.NOW).snapshot().vehicle().priceCents())
        .isEqualTo(1900000);
  }

  @Test
  void vinsAreComparedInOneWritingAndFillersAreNone() {
    assertThat(Vin.normalised(" 4t1g11ak8-mu512345 ")).isEqualTo("4T1G11AK8MU512345");
    for (String none :
        List.of("", "N/A", "00000000000000000", "4T1G11AK8MU51234", "I".repeat(17))) {
      assertThat(Vin.normalised(none)).as(none).isNull();
    }
  }

  static PostingLifecycle life(PostingStatus status) {
    return new PostingLifecycle(
        status, status == QUEUED ? 0 : 2, 0, status == POSTING, 1, 1, null, false);
  }

  static PostingLifecycle next(PostingLifecycle life, Trigger event) {
    return life.after(event) instanceof Transition.Changed(PostingLifecycle next, FollowUp then)
        ? next
        : life;
  }

  private static ErrorCode refusal(PostingLifecycle life, Trigger event) {
    return life.after(event) instanceof Transition.Refused(ErrorCode code, String why)
        ? code
        : null;
  }

  private static Set<Trigger.AttemptEnded> ends(int attempt) {
    return Set.of(
        new Trigger.Posted(attempt),
        new Trigger.Published(attempt),
        new Trigger.Unclear(attempt),
        new Trigger.LoginLost(attempt),
        new Trigger.AttemptFailed(attempt, Cure.NOTHING),
        new Trigger.AttemptFailed(attempt, Cure.ANOTHER_TRY),
        new Trigger.AttemptFailed(attempt, Cure.REST));
  }
}
