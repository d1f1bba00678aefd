package com.lotview.posting.posting.lifecycle;

import static com.lotview.posting.posting.lifecycle.PostingStatus.CANCELLED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.DELETED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.FAILED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.NEEDS_LOGIN;
import static com.lotview.posting.posting.lifecycle.PostingStatus.NEEDS_REVIEW;
import static com.lotview.posting.posting.lifecycle.PostingStatus.POSTED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.POSTING;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of a posting's life one by one; {@link PostingModelTest} has all of them together. */
class PostingLifecycleTest {
  static final RemovalWish WISH = new RemovalWish(HowRemoved.DELETE, null, Postings.NOW);

  @ParameterizedTest
  @EnumSource
  void aPersonMayDoWhatTheStateAllowsAndIsToldOtherwise(PostingStatus status) {
    PostingLifecycle life = life(status);
    assertThat(refusal(life, new Trigger.Cancelled()))
        .isEqualTo(
            EnumSet.of(POSTING, POSTED, FAILED, DELETED, NEEDS_REVIEW).contains(status)
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
            changed -> assertThat(changed.then()).isEqualTo(FollowUp.TAKE_DOWN));
    for (Cure cure : Cure.values()) {
      assertThat(next(wished, new Trigger.AttemptFailed(2, cure)).status()).isEqualTo(CANCELLED);
    }
    assertThat(next(wished, new Trigger.LoginLost(2)).status()).isEqualTo(CANCELLED);
    assertThat(next(life(POSTED), new Trigger.Removed()).status()).isEqualTo(DELETED);
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
  void aPostingIsDeletedOnlyIfItWasLive() {
    Posting live = Postings.in(POSTED);
    Posting gone = live.deleted(Postings.NOW, HowRemoved.SOLD);
    assertThat(gone.status()).isEqualTo(DELETED);
    assertThat(gone.takedown()).isEqualTo(new Takedown(Postings.NOW, HowRemoved.SOLD));
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
        new Trigger.Unclear(attempt),
        new Trigger.LoginLost(attempt),
        new Trigger.AttemptFailed(attempt, Cure.NOTHING),
        new Trigger.AttemptFailed(attempt, Cure.ANOTHER_TRY),
        new Trigger.AttemptFailed(attempt, Cure.REST));
  }
}
