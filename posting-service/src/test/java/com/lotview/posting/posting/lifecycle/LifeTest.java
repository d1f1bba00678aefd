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
import com.lotview.posting.posting.lifecycle.LifeEvent.Cure;
import com.lotview.posting.posting.lifecycle.LifeStep.Then;
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

/** The rules of a posting's life one by one; {@link LifeModelTest} has all of them together. */
class LifeTest {
  static final RemovalWish WISH = new RemovalWish(HowRemoved.DELETE, null, Postings.NOW);

  @ParameterizedTest
  @EnumSource
  void aPersonMayDoWhatTheStateAllowsAndIsToldOtherwise(PostingStatus status) {
    Life life = life(status);
    assertThat(refusal(life, new LifeEvent.Cancelled()))
        .isEqualTo(
            EnumSet.of(POSTING, POSTED, FAILED, DELETED, NEEDS_REVIEW).contains(status)
                ? ErrorCode.POSTING_NOT_CANCELLABLE
                : null);
    assertThat(refusal(life, new LifeEvent.Retried(true)))
        .isEqualTo(status == FAILED ? null : ErrorCode.POSTING_NOT_RETRYABLE);
    assertThat(refusal(life, new LifeEvent.ResolvedLive()))
        .isEqualTo(status == NEEDS_REVIEW ? null : ErrorCode.POSTING_NOT_IN_REVIEW);
    assertThat(refusal(life, new LifeEvent.ResolvedNotLive()))
        .isEqualTo(status == NEEDS_REVIEW ? null : ErrorCode.POSTING_NOT_IN_REVIEW);
    assertThat(refusal(life, new LifeEvent.RemovalWanted(WISH)))
        .isEqualTo(
            EnumSet.of(FAILED, CANCELLED, NEEDS_REVIEW).contains(status)
                ? ErrorCode.POSTING_NOT_REMOVABLE
                : null);
  }

  @ParameterizedTest
  @EnumSource
  void settledStatesAbsorbWhateverTheFleetSays(PostingStatus status) {
    for (boolean withFleet : List.of(true, false)) {
      Life life = new Life(status, 2, 0, withFleet, 1, 1, null, false);
      for (LifeEvent.AttemptEnded end : ends(2)) {
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
    Life posting = life(POSTING);
    assertThat(next(posting, new LifeEvent.Posted(2)).status()).isEqualTo(POSTED);
    assertThat(next(posting, new LifeEvent.Unclear(2)).status()).isEqualTo(NEEDS_REVIEW);
    assertThat(next(posting, new LifeEvent.LoginLost(2)).status()).isEqualTo(NEEDS_LOGIN);
    assertThat(next(posting, new LifeEvent.AttemptFailed(2, Cure.NOTHING)).status())
        .isEqualTo(FAILED);
  }

  @Test
  void aCurableFailureIsTriedAgainThreeTimesAfterOneTwoAndFourMinutes() {
    RetrySchedule schedule = new RetrySchedule(Duration.ofMinutes(1), new Random(3));
    for (int failures = 0; failures <= Life.RETRIES; failures++) {
      Life posting = new Life(POSTING, 2, failures, true, 1, 1, null, false);
      Life next = next(posting, new LifeEvent.AttemptFailed(2, Cure.ANOTHER_TRY));
      assertThat(next.status()).isEqualTo(failures < 3 ? READY : FAILED);
      Duration least = Duration.ofMinutes(1L << failures);
      assertThat(schedule.after(failures)).isBetween(least, least.multipliedBy(6).dividedBy(5));
    }
  }

  @Test
  void aLimitNoticeBurnsNoRetry() {
    Life worn = new Life(POSTING, 4, Life.RETRIES, true, 1, 1, null, false);
    assertThat(worn.after(new LifeEvent.AttemptFailed(4, Cure.REST)))
        .isEqualTo(
            new LifeStep.Changed(
                new Life(READY, 4, Life.RETRIES, false, 1, 1, null, false), Then.TRY_AFTER_REST));
  }

  @Test
  void whatAWorkerCouldNotTellIsSettledByEvidenceOrAPersonAndNeverTriedAgainByItself() {
    Life review = life(NEEDS_REVIEW);
    assertThat(next(review, new LifeEvent.Posted(2)).status()).isEqualTo(POSTED);
    assertThat(next(review, new LifeEvent.AttemptFailed(2, Cure.ANOTHER_TRY)).status())
        .isEqualTo(FAILED);
    assertThat(next(review, new LifeEvent.LoginLost(2))).isEqualTo(review);
    assertThat(next(review, new LifeEvent.ResolvedLive()).status()).isEqualTo(POSTED);
    assertThat(next(review, new LifeEvent.ResolvedNotLive()).status()).isEqualTo(FAILED);
  }

  @Test
  void anAnswerThatComesLateIsTakenAsIfItHadComeInTime() {
    Life unanswered = next(life(POSTING), new LifeEvent.AnswerMissing());
    assertThat(unanswered.status()).isEqualTo(NEEDS_REVIEW);
    assertThat(next(unanswered, new LifeEvent.AttemptFailed(2, Cure.ANOTHER_TRY)).status())
        .isEqualTo(READY);
    assertThat(next(unanswered, new LifeEvent.LoginLost(2)).status()).isEqualTo(NEEDS_LOGIN);
  }

  @Test
  void aPersonCannotDenyAListingThatAWorkerMayStillMake() {
    Life unanswered = next(life(POSTING), new LifeEvent.AnswerMissing());
    assertThat(refusal(unanswered, new LifeEvent.ResolvedNotLive()))
        .isEqualTo(ErrorCode.POSTING_NOT_IN_REVIEW);
    assertThat(next(unanswered, new LifeEvent.ResolvedLive()).status()).isEqualTo(POSTED);
  }

  @Test
  void evidenceOfAListingStopsAnotherTryAndIsToldWhereTheStateDeniesIt() {
    Life wronglyResolved = next(life(NEEDS_REVIEW), new LifeEvent.ResolvedNotLive());
    Life told = new Life(FAILED, 2, 0, false, 1, 1, null, true);
    assertThat(wronglyResolved.after(new LifeEvent.Posted(2)))
        .isEqualTo(new LifeStep.Changed(told, Then.TELL_IT_IS_LIVE));
    assertThat(refusal(told, new LifeEvent.Retried(true)))
        .isEqualTo(ErrorCode.POSTING_NOT_RETRYABLE);
    Life again = next(wronglyResolved, new LifeEvent.Retried(true));
    assertThat(next(again, new LifeEvent.Posted(2)).status()).isEqualTo(POSTED);
  }

  @Test
  void aRemovalThatIsWantedMeanwhileIsCarriedOutOrSparesTheNextTry() {
    Life wished = next(life(POSTING), new LifeEvent.RemovalWanted(WISH));
    assertThat(wished.status()).isEqualTo(POSTING);
    assertThat(wished.after(new LifeEvent.Posted(2)))
        .isInstanceOfSatisfying(
            LifeStep.Changed.class,
            changed -> assertThat(changed.then()).isEqualTo(Then.TAKE_DOWN));
    for (Cure cure : Cure.values()) {
      assertThat(next(wished, new LifeEvent.AttemptFailed(2, cure)).status()).isEqualTo(CANCELLED);
    }
    assertThat(next(wished, new LifeEvent.LoginLost(2)).status()).isEqualTo(CANCELLED);
    assertThat(next(life(POSTED), new LifeEvent.Removed()).status()).isEqualTo(DELETED);
  }

  @Test
  void aTextIsAskedForThreeTimesAndOnlyOneAboutTheSameFactsIsUsed() {
    Life asked = next(Life.ordered(), new LifeEvent.TextWanted());
    assertThat(asked.textAsked()).isEqualTo(1);
    Life third = next(next(asked, new LifeEvent.TextMissing()), new LifeEvent.TextMissing());
    assertThat(third.textAsked()).isEqualTo(3);
    assertThat(next(third, new LifeEvent.TextArrived(1)).status()).isEqualTo(READY);
    Life failed = next(third, new LifeEvent.TextMissing());
    assertThat(failed.status()).isEqualTo(FAILED);
    Life otherFacts = next(failed, new LifeEvent.Retried(false));
    assertThat(next(otherFacts, new LifeEvent.TextArrived(3))).isEqualTo(otherFacts);
    assertThat(next(otherFacts, new LifeEvent.TextArrived(4)).status()).isEqualTo(READY);
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

  static Life life(PostingStatus status) {
    return new Life(status, status == QUEUED ? 0 : 2, 0, status == POSTING, 1, 1, null, false);
  }

  static Life next(Life life, LifeEvent event) {
    return life.after(event) instanceof LifeStep.Changed(Life next, Then then) ? next : life;
  }

  private static ErrorCode refusal(Life life, LifeEvent event) {
    return life.after(event) instanceof LifeStep.Refused(ErrorCode code, String why) ? code : null;
  }

  private static Set<LifeEvent.AttemptEnded> ends(int attempt) {
    return Set.of(
        new LifeEvent.Posted(attempt),
        new LifeEvent.Unclear(attempt),
        new LifeEvent.LoginLost(attempt),
        new LifeEvent.AttemptFailed(attempt, Cure.NOTHING),
        new LifeEvent.AttemptFailed(attempt, Cure.ANOTHER_TRY),
        new LifeEvent.AttemptFailed(attempt, Cure.REST));
  }
}
