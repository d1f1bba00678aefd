package com.lotview.posting.posting;

import static com.lotview.posting.posting.PostingStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.posting.posting.Completion.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EndingTest {
  private final RetrySchedule retries = new RetrySchedule(Duration.ofMinutes(1), new Random(3));

  @Test
  void nothingLeavesATerminalStateAndNoOtherAttemptCounts() {
    for (PostingStatus status : PostingStatus.values()) {
      Posting posting = Postings.in(status);
      for (Outcome outcome : Outcome.values()) {
        for (boolean retryable : new boolean[] {true, false}) {
          for (int attempt = 0; attempt <= 3; attempt++) {
            Ending ending = decide(posting, outcome, attempt, retryable);
            boolean mustNotCount = attempt != posting.attempts() || status.isTerminal();
            if (mustNotCount) {
              assertThat(ending).isInstanceOf(Ending.Ignored.class);
            }
            next(ending).ifPresent(next -> assertThat(status.canBecome(next.status())).isTrue());
          }
        }
      }
    }
  }

  @Test
  void aWorkersEvidenceSettlesTheAttemptUnderWay() {
    Posting posting = Postings.in(POSTING);
    assertThat(next(decide(posting, Outcome.POSTED, 2, false)).orElseThrow())
        .satisfies(next -> {
          assertThat(next.status()).isEqualTo(POSTED);
          assertThat(next.lastError()).isNull();
          assertThat(next.live()).isEqualTo(new LiveListing("77", "https://x/77", Postings.NOW));
        });
    assertThat(decide(posting, Outcome.NEEDS_LOGIN, 2, true)).isInstanceOf(Ending.LoginLost.class);
    assertThat(next(decide(posting, Outcome.NEEDS_REVIEW, 2, true)).orElseThrow().status())
        .isEqualTo(NEEDS_REVIEW);
  }

  @Test
  void whatNobodyCouldTellMayStillBeSettledButIsNeverTriedAgain() {
    Posting posting = Postings.in(NEEDS_REVIEW);
    assertThat(next(decide(posting, Outcome.POSTED, 2, false)).orElseThrow().status())
        .isEqualTo(POSTED);
    assertThat(next(decide(posting, Outcome.FAILED, 2, true)).orElseThrow().status())
        .isEqualTo(FAILED);
  }

  @Test
  void aCurableFailureIsTriedAgainThreeTimesAfterOneTwoAndFourMinutes() {
    for (int failures = 0; failures < 3; failures++) {
      Ending ending = decide(Postings.in(POSTING, 2, failures), Outcome.FAILED, 2, true);
      assertThat(ending)
          .isInstanceOfSatisfying(
              Ending.Again.class, again -> assertThat(again.next().status()).isEqualTo(READY));
      Duration wait = Duration.between(Postings.NOW, ((Ending.Again) ending).at());
      Duration least = Duration.ofMinutes(1L << failures);
      assertThat(wait).isBetween(least, least.multipliedBy(6).dividedBy(5));
    }
    assertThat(next(decide(Postings.in(POSTING, 2, 3), Outcome.FAILED, 2, true)).orElseThrow())
        .satisfies(next -> {
          assertThat(next.status()).isEqualTo(FAILED);
          assertThat(next.lastError()).isEqualTo(new PostingError("CODE", "why", "price"));
        });
    assertThat(next(decide(Postings.in(POSTING), Outcome.FAILED, 2, false)).orElseThrow().status())
        .isEqualTo(FAILED);
  }

  private Ending decide(Posting posting, Outcome outcome, int attempt, boolean retryable) {
    Completion end =
        new Completion(
            posting.id(),
            posting.dealershipId(),
            posting.fbAccountId(),
            attempt,
            outcome,
            retryable,
            "CODE",
            "why",
            "price",
            "77",
            "https://x/77",
            List.of());
    return Ending.decide(posting, end, retries, Postings.NOW);
  }

  private static java.util.Optional<Posting> next(Ending ending) {
    return switch (ending) {
      case Ending.Ignored ignored -> java.util.Optional.empty();
      case Ending.Settled settled -> java.util.Optional.of(settled.next());
      case Ending.LoginLost lost -> java.util.Optional.of(lost.next());
      case Ending.Again again -> java.util.Optional.of(again.next());
    };
  }
}
