package com.lotview.posting.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the end of an attempt does to its change. */
class ChangeEndingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final UUID ID = UUID.randomUUID();
  private static final AccountRef ACCOUNT =
      new AccountRef(new DealershipId(UUID.randomUUID()), new FbAccountId(UUID.randomUUID()));

  @ParameterizedTest
  @CsvSource({
    "REMOVE,REMOVED,DONE",
    "EDIT_PRICE,EDITED,DONE",
    "RENEW,RENEWED,DONE",
    "RENEW,FAILED,FAILED",
    "REMOVE,FAILED,FAILED",
    "EDIT_PRICE,FAILED,FAILED",
    "REMOVE,NEEDS_LOGIN,WAITING",
    "REMOVE,NEEDS_REVIEW,NEEDS_REVIEW"
  })
  void anAnswerToTheAttemptUnderWaySettlesIt(
      JobKind kind, JobResult.Outcome outcome, ChangeState state) {
    ListingChange next = next(decide(running(kind, 0), end(2, outcome, false, null)));

    assertThat(next.state()).isEqualTo(state);
    assertThat(next.failures()).isZero();
  }

  @Test
  void aCurableFailureIsTriedThreeTimesMore() {
    JobResult end = end(2, JobResult.Outcome.FAILED, true, "NETWORK");
    for (int failures = 0; failures < 3; failures++) {
      ChangeEnding ending = decide(running(JobKind.REMOVE, failures), end);
      assertThat(ending).isInstanceOf(ChangeEnding.Again.class);
      assertThat(((ChangeEnding.Again) ending).at())
          .isEqualTo(NOW.plus(Duration.ofMinutes(1L << failures)));
      assertThat(next(ending).failures()).isEqualTo(failures + 1);
    }
    assertThat(next(decide(running(JobKind.REMOVE, 3), end)).state()).isEqualTo(ChangeState.FAILED);
  }

  @Test
  void aLimitNoticeWaitsForTheEndOfTheRest() {
    ChangeEnding ending =
        decide(
            running(JobKind.EDIT_PRICE, 0),
            end(2, JobResult.Outcome.FAILED, false, "FB_RATE_LIMITED"));

    assertThat(((ChangeEnding.Again) ending).at()).isEqualTo(NOW.plus(Duration.ofHours(24)));
  }

  @ParameterizedTest
  @EnumSource(ChangeState.class)
  void anAnswerToAnEarlierAttemptChangesNothing(ChangeState state) {
    assertThat(decide(in(state, JobKind.REMOVE, 0), end(1, JobResult.Outcome.REMOVED, false, null)))
        .isInstanceOf(ChangeEnding.Ignored.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = ChangeState.class,
      names = {"RUNNING", "NEEDS_REVIEW"},
      mode = EnumSource.Mode.EXCLUDE)
  void nothingIsWaitedForInTheseStates(ChangeState state) {
    assertThat(decide(in(state, JobKind.REMOVE, 0), end(2, JobResult.Outcome.REMOVED, false, null)))
        .isInstanceOf(ChangeEnding.Ignored.class);
  }

  @Test
  void aLaterProofSettlesWhatNobodyCouldTellAndAnotherKindOfAnswerDoesNot() {
    ListingChange unclear = in(ChangeState.NEEDS_REVIEW, JobKind.REMOVE, 0);

    assertThat(next(decide(unclear, end(2, JobResult.Outcome.REMOVED, false, null))).state())
        .isEqualTo(ChangeState.DONE);
    assertThat(decide(unclear, end(2, JobResult.Outcome.FAILED, true, null)))
        .isInstanceOf(ChangeEnding.Ignored.class);
    assertThat(
            decide(running(JobKind.EDIT_PRICE, 0), end(2, JobResult.Outcome.REMOVED, false, null)))
        .isInstanceOf(ChangeEnding.Ignored.class);
  }

  @Test
  void terminalStatesAbsorb() {
    for (ChangeState state : List.of(ChangeState.DONE, ChangeState.FAILED, ChangeState.CANCELLED)) {
      for (ChangeState next : ChangeState.values()) {
        assertThatThrownBy(() -> in(state, JobKind.REMOVE, 0).to(next, NOW))
            .isInstanceOf(IllegalStateException.class);
      }
    }
  }

  private static ChangeEnding decide(ListingChange change, JobResult end) {
    return ChangeEnding.decide(change, end, failures -> Duration.ofMinutes(1L << failures), NOW);
  }

  private static ListingChange next(ChangeEnding ending) {
    return switch (ending) {
      case ChangeEnding.Done(ListingChange next) -> next;
      case ChangeEnding.Again again -> again.next();
      case ChangeEnding.Over over -> over.next();
      case ChangeEnding.Ignored(String why) -> throw new AssertionError(why);
    };
  }

  private static ListingChange running(JobKind kind, int failures) {
    return in(ChangeState.RUNNING, kind, failures);
  }

  private static ListingChange in(ChangeState state, JobKind kind, int failures) {
    boolean removal = kind == JobKind.REMOVE;
    return new ListingChange(
        ID,
        ACCOUNT,
        ID,
        new ListingChange.Wanted(
            kind, removal ? RemoveMode.DELETE : null, removal ? null : 100L, null, null, null),
        new ListingChange.Progress(state, 2, failures, null),
        NOW,
        NOW);
  }

  private static JobResult end(
      int attempt, JobResult.Outcome outcome, boolean retryable, String code) {
    return new JobResult(
        new JobRef(JobKind.REMOVE, ID),
        ACCOUNT,
        ID,
        attempt,
        outcome,
        new JobResult.Cause(retryable, code, "went wrong", null),
        new JobResult.Listing(null, null, false, List.of(), List.of()),
        List.of(),
        null);
  }
}
