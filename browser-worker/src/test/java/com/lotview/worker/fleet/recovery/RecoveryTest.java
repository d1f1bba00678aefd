package com.lotview.worker.fleet.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.Orders;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.job.ReviewCause;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.recovery.ClickLicence.NothingClicked;
import com.lotview.worker.fleet.recovery.ClickLicence.ProvenUndone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The table of what follows from a job's runs. Times are seconds after the start of the test. */
class RecoveryTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final RecoveryRules RULES =
      new RecoveryRules(
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          2,
          8,
          3);

  private final List<Run> runs = new ArrayList<>();
  private JobKind kind = JobKind.POST;
  private @Nullable UnseenClick unseen;

  @Test
  void nothingWasTried_post() {
    assertThat(next(0)).isEqualTo(new NextMove.Act(new NothingClicked()));
  }

  @Test
  void handedBackAsOftenAsYouLike_post() {
    for (int i = 0; i < 10; i++) {
      post(i, null, RunEnd.HANDED_BACK, i);
    }
    assertThat(next(20)).isEqualTo(new NextMove.Act(new NothingClicked()));
  }

  @Test
  void diedOnThisHost_itsBrowserIsKilledFirst_beforeAndAfterTheIntent() {
    post(0, null, null, 0);
    assertThat(next(31)).isEqualTo(new NextMove.Reap(runs.getFirst()));
    runs.clear();
    post(0, 5, null, 0);
    assertThat(next(31)).isEqualTo(new NextMove.Reap(runs.getFirst()));
  }

  @Test
  void diedOnAnotherHost_itsBrowserIsWaitedOut() {
    run(RunPurpose.POST, "other", 0, 5, null, 0);
    assertThat(next(31)).isEqualTo(new NextMove.WaitUntil(at(90)));
    assertThat(next(89)).isEqualTo(new NextMove.WaitUntil(at(90)));
    assertThat(next(90)).isEqualTo(new NextMove.Abandon(runs.getFirst()));
  }

  @Test
  void lostBeforeTheIntent_postAgain_butNotForEver() {
    post(0, null, RunEnd.LOST, 30);
    assertThat(next(31)).isEqualTo(new NextMove.Act(new NothingClicked()));
    post(31, null, RunEnd.LOST, 60);
    post(61, null, RunEnd.LOST, 90);
    assertThat(concluded(next(91)).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(concluded(next(91)).retryable()).isTrue();
  }

  @Test
  void intentWithoutResult_lookAtOnce_neverClick() {
    post(0, 5, RunEnd.LOST, 30);
    assertThat(next(30)).isEqualTo(new NextMove.Look());
    runs.clear();
    post(0, 5, RunEnd.UNSETTLED, 30);
    assertThat(next(30)).isEqualTo(new NextMove.Look());
  }

  @Test
  void absentAtOnce_lookAgainWhenNothingCanArriveAnyMore() {
    post(0, 5, RunEnd.UNSETTLED, 10);
    look(11, RunEnd.ABSENT, 12);
    assertThat(next(13)).isEqualTo(new NextMove.WaitUntil(at(70)));
    assertThat(next(70)).isEqualTo(new NextMove.Look());
  }

  @Test
  void absentTwiceApartAndQuiet_postAgain() {
    post(0, 5, RunEnd.UNSETTLED, 10);
    look(11, RunEnd.ABSENT, 12);
    look(70, RunEnd.ABSENT, 71);
    assertThat(next(72)).isEqualTo(new NextMove.WaitUntil(at(101)));
    look(101, RunEnd.ABSENT, 102);
    assertThat(next(102))
        .isEqualTo(new NextMove.Act(new ProvenUndone(List.of(runs.get(2), runs.get(3)))));
  }

  @Test
  void absentTwiceTooClose_isNotEnough() {
    post(0, 5, RunEnd.UNSETTLED, 10);
    look(75, RunEnd.ABSENT, 76);
    look(80, RunEnd.ABSENT, 81);
    assertThat(next(82)).isEqualTo(new NextMove.WaitUntil(at(106)));
  }

  @Test
  void looksBeforeALaterClick_sayNothingAboutIt() {
    post(0, 5, RunEnd.UNSETTLED, 10);
    look(11, RunEnd.ABSENT, 12);
    look(70, RunEnd.ABSENT, 71);
    look(101, RunEnd.ABSENT, 102);
    post(103, 105, RunEnd.LOST, 110);
    assertThat(next(111)).isEqualTo(new NextMove.Look());
  }

  /** The same proof that allows another click allows to say that there is no listing. */
  @Test
  void clickedThreeTimesAndProvedToHaveDoneNothing_fails() {
    for (int i = 0; i < 3; i++) {
      post(i * 200, i * 200 + 5, RunEnd.UNSETTLED, i * 200 + 10);
      look(i * 200 + 11, RunEnd.ABSENT, i * 200 + 12);
      look(i * 200 + 70, RunEnd.ABSENT, i * 200 + 71);
      look(i * 200 + 101, RunEnd.ABSENT, i * 200 + 102);
    }
    assertThat(concluded(next(700)).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(concluded(next(700)).retryable()).isFalse();
  }

  @Test
  void unreadableTwice_aPersonLooks() {
    post(0, 5, RunEnd.UNSETTLED, 10);
    look(11, RunEnd.UNREADABLE, 12);
    assertThat(next(13)).isEqualTo(new NextMove.WaitUntil(at(22)));
    look(22, RunEnd.UNREADABLE, 23);
    assertThat(concluded(next(24)).outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
    assertThat(concluded(next(24)).retryable()).isFalse();
  }

  /** An unreadable look in between may have missed the listing. */
  @Test
  void absentBeforeADoubt_isNotCounted() {
    post(0, 5, RunEnd.UNSETTLED, 10);
    look(75, RunEnd.ABSENT, 76);
    look(110, RunEnd.UNREADABLE, 111);
    look(130, RunEnd.ABSENT, 131);
    assertThat(next(132)).isEqualTo(new NextMove.WaitUntil(at(161)));
    look(161, RunEnd.ABSENT, 162);
    assertThat(next(162))
        .isEqualTo(new NextMove.Act(new ProvenUndone(List.of(runs.get(3), runs.get(4)))));
  }

  @Test
  void aLimitAtTheClick_isBelievedWhenTheClickHasProvedToHaveDoneNothing() {
    post(0, 5, RunEnd.REFUSED, 10);
    assertThat(next(11)).isEqualTo(new NextMove.Look());
    look(70, RunEnd.ABSENT, 71);
    look(101, RunEnd.ABSENT, 102);
    assertThat(concluded(next(103)).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(concluded(next(103)).code()).isEqualTo(ErrorCode.FB_RATE_LIMITED);
    assertThat(concluded(next(103)).retryable()).isFalse();
  }

  /** An inconclusive look cannot become a licence to click. */
  @ParameterizedTest
  @EnumSource(value = RunEnd.class, names = "ABSENT", mode = EnumSource.Mode.EXCLUDE)
  void onlyALookThatFoundNothing_licensesAnotherClick(RunEnd end) {
    post(0, 5, RunEnd.UNSETTLED, 10);
    look(75, RunEnd.ABSENT, 76);
    look(110, end, 111);
    assertThatIllegalArgumentException().isThrownBy(() -> new ProvenUndone(runs.subList(1, 3)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ProvenUndone(runs.subList(0, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ProvenUndone(List.of()));
    assertThat(next(120)).isNotInstanceOf(NextMove.Act.class);
  }

  @Test
  void looksThatDie_areRepeated_butNotForEver() {
    post(0, 5, RunEnd.UNSETTLED, 10);
    look(11, RunEnd.LOST, 12);
    assertThat(next(13)).isEqualTo(new NextMove.Look());
    for (int i = 0; i < 7; i++) {
      look(20 + i, RunEnd.LOST, 21 + i);
    }
    assertThat(concluded(next(60)).outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
  }

  @Test
  void anUnsettledRemoval_isLookedAt_thenRepeated_andFailsInTheEnd() {
    kind = JobKind.REMOVE;
    run(RunPurpose.REMOVE, "here", 0, 5, RunEnd.UNSETTLED, 10);
    assertThat(next(10)).isEqualTo(new NextMove.Look());
    look(11, RunEnd.ABSENT, 12);
    assertThat(next(12)).isEqualTo(new NextMove.Act(new ProvenUndone(List.of(runs.get(1)))));
    for (int i = 1; i < 3; i++) {
      run(RunPurpose.REMOVE, "here", i * 20, i * 20 + 5, RunEnd.LOST, i * 20 + 10);
      look(i * 20 + 11, RunEnd.ABSENT, i * 20 + 12);
    }
    assertThat(concluded(next(60)).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(concluded(next(60)).retryable()).isTrue();
  }

  @Test
  void anUnsettledEdit_isRepeatedOnlyWhenItCanNoLongerArriveLate() {
    kind = JobKind.EDIT;
    run(RunPurpose.EDIT, "here", 0, 5, RunEnd.LOST, 10);
    assertThat(next(10)).isEqualTo(new NextMove.Look());
    look(11, RunEnd.ABSENT, 12);
    assertThat(next(13)).isEqualTo(new NextMove.WaitUntil(at(70)));
    look(70, RunEnd.ABSENT, 71);
    assertThat(next(71)).isEqualTo(new NextMove.Act(new ProvenUndone(List.of(runs.get(2)))));
  }

  @Test
  void aChangeThatCannotBeRead_isForAPerson() {
    kind = JobKind.REMOVE;
    run(RunPurpose.REMOVE, "here", 0, 5, RunEnd.LOST, 10);
    look(11, RunEnd.UNREADABLE, 12);
    assertThat(next(13)).isEqualTo(new NextMove.WaitUntil(at(22)));
    look(22, RunEnd.UNREADABLE, 23);
    assertThat(concluded(next(24)).outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
  }

  @ParameterizedTest
  @EnumSource(names = {"VALIDATE", "SIGN_IN"})
  void whatNeverClicks_isRepeatedWhenItDied_butNotForEver(JobKind harmless) {
    kind = harmless;
    for (int i = 0; i < 3; i++) {
      assertThat(next(i * 20)).isEqualTo(new NextMove.Act(new NothingClicked()));
      run(RunPurpose.of(harmless), "here", i * 20, null, RunEnd.LOST, i * 20 + 10);
    }
    assertThat(concluded(next(60)).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aRefusalAtTheClick_isBelievedWhenNothingIsListed_andNotClickedAgain() {
    post(0, 5, RunEnd.DECLINED, 10);
    assertThat(next(11)).isEqualTo(new NextMove.Look());
    look(70, RunEnd.ABSENT, 71);
    look(101, RunEnd.ABSENT, 102);
    JobResult end = concluded(next(103));
    assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(end.code()).isEqualTo(ErrorCode.FB_POSTING_FAILED);
    assertThat(end.retryable()).isFalse();
    assertThat(end.reason()).contains("the site's words");
  }

  @Test
  void aStopAtTheClick_namesTheStop() {
    post(0, 5, RunEnd.STOPPED, 10);
    look(70, RunEnd.ABSENT, 71);
    look(101, RunEnd.ABSENT, 102);
    assertThat(concluded(next(103)).outcome()).isEqualTo(Outcome.NEEDS_LOGIN);
    assertThat(concluded(next(103)).reason()).contains("the site's words");
    assertThat(concluded(next(103)).openClick()).isNull();
  }

  @Test
  void whyAPersonIsAsked_isNamed() {
    post(0, 5, RunEnd.UNSETTLED, 10);
    look(11, RunEnd.UNREADABLE, 12);
    look(22, RunEnd.UNREADABLE, 23);
    assertThat(concluded(next(24)).review()).isEqualTo(ReviewCause.LISTINGS_UNREADABLE);
    assertThat(concluded(next(24)).reason()).contains("the site's words");
  }

  /** The earlier attempt ended with its click open: the same proof as for a click of this job. */
  @Test
  void anOpenClickOfAnEarlierAttempt_isVerifiedFirst() {
    unseen = new UnseenClick(0, at(-10));
    assertThat(next(0)).isEqualTo(new NextMove.Look());
    look(0, RunEnd.ABSENT, 1);
    assertThat(next(2)).isEqualTo(new NextMove.WaitUntil(at(50)));
    look(50, RunEnd.ABSENT, 51);
    assertThat(next(52)).isEqualTo(new NextMove.WaitUntil(at(81)));
    look(81, RunEnd.ABSENT, 82);
    assertThat(next(83))
        .isEqualTo(new NextMove.Act(new ProvenUndone(List.of(runs.get(1), runs.get(2)))));
    assertThat(Recovery.openClick(runs, unseen)).isEqualTo(at(-10));
    post(83, 90, RunEnd.UNSETTLED, 95);
    assertThat(next(96)).isEqualTo(new NextMove.Look());
    assertThat(Recovery.openClick(runs, unseen)).isEqualTo(at(95));
  }

  @Test
  void aRunThatWasLostOrGivenBackBeforeItsIntent_doesNotSettleAnEarlierAttemptsClick() {
    unseen = new UnseenClick(0, at(-100));
    post(0, null, RunEnd.LOST, 5);
    assertThat(next(6)).isEqualTo(new NextMove.Look());
    runs.clear();
    post(0, null, RunEnd.HANDED_BACK, 5);
    assertThat(next(6)).isEqualTo(new NextMove.Look());
    look(6, RunEnd.UNREADABLE, 7);
    look(17, RunEnd.UNREADABLE, 18);
    assertThat(concluded(next(19)).outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
  }

  /** As for any other click, and only when no browser of the lost database can act any more. */
  @Test
  void aPostThatTheDatabaseMayHaveForgotten_isVerifiedFirst() {
    unseen = new UnseenClick(0, at(90));
    assertThat(next(0)).isEqualTo(new NextMove.WaitUntil(at(90)));
    assertThat(next(90)).isEqualTo(new NextMove.Look());
    look(90, RunEnd.ABSENT, 91);
    assertThat(next(92)).isEqualTo(new NextMove.WaitUntil(at(150)));
    look(150, RunEnd.ABSENT, 151);
    look(181, RunEnd.ABSENT, 182);
    assertThat(next(182))
        .isEqualTo(new NextMove.Act(new ProvenUndone(List.of(runs.get(1), runs.get(2)))));
    assertThat(Recovery.openClick(runs, unseen)).isEqualTo(at(90));
  }

  @Test
  void whatTheRunsFromBeforeTheDatabaseWentBackHaveProven_isVoid() {
    post(0, 5, RunEnd.LOST, 10);
    look(70, RunEnd.ABSENT, 71);
    look(101, RunEnd.ABSENT, 102);
    assertThat(next(103)).isInstanceOf(NextMove.Act.class);
    unseen = new UnseenClick(3, at(200));
    assertThat(next(103)).isEqualTo(new NextMove.WaitUntil(at(200)));
    look(200, RunEnd.ABSENT, 201);
    look(260, RunEnd.ABSENT, 261);
    look(291, RunEnd.ABSENT, 292);
    assertThat(next(292))
        .isEqualTo(new NextMove.Act(new ProvenUndone(List.of(runs.get(4), runs.get(5)))));
    post(293, 295, RunEnd.UNSETTLED, 300);
    assertThat(next(301)).isEqualTo(new NextMove.Look());
    assertThat(Recovery.openClick(runs, unseen)).isEqualTo(at(300));
  }

  @Test
  void aRunFromBeforeTheDatabaseWentBack_keepsWhatTheSiteAnsweredIt() {
    post(0, 5, RunEnd.DECLINED, 10);
    unseen = new UnseenClick(1, at(90));
    assertThat(next(20)).isEqualTo(new NextMove.WaitUntil(at(90)));
    look(90, RunEnd.ABSENT, 91);
    look(150, RunEnd.ABSENT, 151);
    look(181, RunEnd.ABSENT, 182);
    assertThat(concluded(next(182)).code()).isEqualTo(ErrorCode.FB_POSTING_FAILED);
    assertThat(concluded(next(182)).retryable()).isFalse();
  }

  @Test
  void aBrowserFromBeforeTheDatabaseWentBack_isEndedFirst() {
    post(0, null, null, 0);
    unseen = new UnseenClick(1, at(90));
    assertThat(next(31)).isEqualTo(new NextMove.Reap(runs.getFirst()));
    runs.clear();
    post(0, null, RunEnd.LOST, 32);
    assertThat(next(33)).isEqualTo(new NextMove.WaitUntil(at(90)));
  }

  @Test
  void onlyAPostThatTheDatabaseForgot_mayNotBeRepeated() {
    Claim.Rewind rewind = new Claim.Rewind(at(0), 2);
    Duration lease = Duration.ofSeconds(30);
    assertThat(UnseenClick.of(Orders.order("a"), rewind, lease, RULES))
        .isEqualTo(new UnseenClick(2, at(90)));
    assertThat(UnseenClick.of(Orders.order("a"), null, lease, RULES)).isNull();
    JobOrder removal =
        new JsonMapper().readValue(Orders.change(JobKind.REMOVE, "a", 300), JobOrder.class);
    assertThat(UnseenClick.of(removal, rewind, lease, RULES)).isNull();
  }

  @Test
  void anOpenClickOfAnEarlierAttempt_doesNotShortenTheWaitForTheLostDatabase() {
    Duration lease = Duration.ofSeconds(30);
    for (int carried : new int[] {10, 500}) {
      JobOrder next =
          new JsonMapper()
              .readValue(Orders.next(Orders.order("a"), at(carried).toString()), JobOrder.class);
      assertThat(UnseenClick.of(next, null, lease, RULES))
          .isEqualTo(new UnseenClick(0, at(carried)));
      assertThat(UnseenClick.of(next, new Claim.Rewind(at(0), 1), lease, RULES))
          .isEqualTo(new UnseenClick(1, at(Math.max(90, carried))));
    }
  }

  private NextMove next(int seconds) {
    return Recovery.next(kind, unseen, List.copyOf(runs), "here", at(seconds), RULES);
  }

  private static JobResult concluded(NextMove move) {
    assertThat(move).isInstanceOf(NextMove.Conclude.class);
    return ((NextMove.Conclude) move).result();
  }

  private void post(int start, @Nullable Integer intent, @Nullable RunEnd end, int endedAt) {
    run(RunPurpose.POST, "here", start, intent, end, endedAt);
  }

  private void look(int start, RunEnd end, int endedAt) {
    run(RunPurpose.LOOK, "here", start, null, end, endedAt);
  }

  private void run(
      RunPurpose purpose,
      String host,
      int start,
      @Nullable Integer intent,
      @Nullable RunEnd end,
      int endedAt) {
    runs.add(
        new Run(
            UUID.randomUUID(),
            purpose,
            runs.size() + 1,
            runs.size() + 1,
            host,
            "/folder",
            null,
            at(start),
            at(start + 30),
            intent == null ? null : at(intent),
            null,
            end,
            end == null ? null : at(endedAt),
            end == null ? null : "the site's words"));
  }

  private static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }
}
