package com.lotview.posting.dispatch.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.id.Ids;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shows each violation to the judge once, because a judge that never finds one proves nothing. */
class LimitsJudgeTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final LimitsJudge judge = new LimitsJudge();
  private final AccountRef account =
      new AccountRef(new DealershipId(Ids.next()), new FbAccountId(Ids.next()));

  LimitsJudgeTest() {
    judge.account(account);
  }

  @Test
  void fiveInAnHourAreFineAndTheSixthAnHourAfterTheFirstEnded() {
    for (int i = 0; i < 5; i++) {
      run(waiting(NOON), NOON.plusSeconds(60 * i), Duration.ofSeconds(30));
    }
    run(waiting(NOON), NOON.plusSeconds(3_630), Duration.ofSeconds(30));
    assertThat(wrongs()).isEmpty();
  }

  @Test
  void aSixthClickWithinAnHourIsFound() {
    for (int i = 0; i < 6; i++) {
      run(waiting(NOON), NOON.plusSeconds(600 * i), Duration.ZERO);
    }
    assertThat(wrongs()).anyMatch(wrong -> wrong.startsWith("more than 5"));
    assertThat(wrongs()).anyMatch(wrong -> wrong.startsWith("a window holds 6 in an hour"));
  }

  @Test
  void aTwentyFirstClickWithinADayIsFound() {
    for (int i = 0; i < 21; i++) {
      run(waiting(NOON), NOON.plusSeconds(4_000 * i), Duration.ofSeconds(1));
    }
    assertThat(wrongs()).anyMatch(wrong -> wrong.startsWith("more than 20"));
  }

  @Test
  void aJobThatPassesAnEarlierOneOrRunsEarlyIsFound() {
    waiting(NOON);
    JobRef later = waiting(NOON.plusSeconds(60));
    run(later, NOON.plusSeconds(30), Duration.ZERO);
    assertThat(wrongs())
        .anyMatch(wrong -> wrong.startsWith("passed an earlier one"))
        .anyMatch(wrong -> wrong.startsWith("ran before it was due"))
        .anyMatch(wrong -> wrong.startsWith("lost"));
  }

  @Test
  void twoAtOnceAreFound() {
    run(waiting(NOON), NOON.plusSeconds(1), Duration.ofSeconds(60));
    run(waiting(NOON), NOON.plusSeconds(30), Duration.ofSeconds(1));
    assertThat(wrongs()).anyMatch(wrong -> wrong.startsWith("two at once"));
  }

  @Test
  void aSecondRunOfOneJobIsFound() {
    JobRef job = waiting(NOON);
    run(job, NOON.plusSeconds(1), Duration.ZERO);
    run(job, NOON.plusSeconds(30), Duration.ZERO);
    assertThat(wrongs()).anyMatch(wrong -> wrong.startsWith("ran though it did not wait"));
  }

  @Test
  void aSlotLeftEmptyIsFound() {
    waiting(NOON);
    judge.momentOver(NOON.minusSeconds(1));
    assertThat(judge.verdict(List.of(), new Random(1)).possible()).isZero();
    judge.momentOver(NOON);
    assertThat(judge.verdict(List.of(), new Random(1)).possible()).isEqualTo(1);
    assertThat(wrongs()).anyMatch(wrong -> wrong.startsWith("could have run"));
  }

  private JobRef waiting(Instant due) {
    JobRef job = new JobRef(JobKind.POST, Ids.next());
    judge.arrives(account, job, due, NOON.minusSeconds(1));
    return job;
  }

  private void run(JobRef job, Instant at, Duration time) {
    judge.departed(account, job, judge.nextAttempt(account, job.id()), at);
    judge.ends(account, at.plus(time));
  }

  private List<String> wrongs() {
    return judge.verdict(List.of(), new Random(1)).wrongs();
  }
}
