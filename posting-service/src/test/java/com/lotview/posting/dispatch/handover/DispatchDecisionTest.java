package com.lotview.posting.dispatch.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.PostLimits;
import com.lotview.posting.dispatch.QueueHeads;
import com.lotview.posting.dispatch.WaitingJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatchDecisionTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void theFirstPostGoesWhileThereIsRoom() {
    WaitingJob first = post(NOON);
    assertThat(
            DispatchDecision.decide(
                NOON, new QueueHeads(first, null), null, minutesAgo(1, 2, 3, 4)))
        .isEqualTo(new DispatchDecision.Go(first.job()));
    assertThat(DispatchDecision.decide(NOON, new QueueHeads(null, null), null, List.of()))
        .isEqualTo(new DispatchDecision.Wait(null));
    assertThat(
            DispatchDecision.decide(
                NOON, new QueueHeads(post(NOON.plusSeconds(9)), null), null, List.of()))
        .isEqualTo(new DispatchDecision.Wait(NOON.plusSeconds(9)));
  }

  @Test
  void aLookRunsOnlyIfNoOtherJobDoesOrSoonWill() {
    WaitingJob look = job(JobKind.LOOK, NOON.minusSeconds(3600));
    assertThat(decide(null, null, look)).isEqualTo(new DispatchDecision.Go(look.job()));
    WaitingJob post = post(NOON);
    assertThat(decide(post, null, look)).isEqualTo(new DispatchDecision.Go(post.job()));
    WaitingJob edit = job(JobKind.EDIT_PRICE, NOON);
    assertThat(decide(null, edit, look)).isEqualTo(new DispatchDecision.Go(edit.job()));
    Instant soon = NOON.plus(DispatchDecision.LOOK_LEAVES);
    assertThat(decide(post(soon), null, look)).isEqualTo(new DispatchDecision.Wait(soon));
    assertThat(decide(post(soon.plusSeconds(1)), null, look))
        .isEqualTo(new DispatchDecision.Go(look.job()));
    WaitingJob later = job(JobKind.LOOK, NOON.plusSeconds(60));
    assertThat(decide(post(soon), null, later)).isEqualTo(new DispatchDecision.Wait(later.dueAt()));
  }

  private static DispatchDecision decide(
      @Nullable WaitingJob post, @Nullable WaitingJob other, WaitingJob look) {
    return DispatchDecision.decide(NOON, new QueueHeads(post, other, look), null, List.of());
  }

  @Test
  void aFullHourHoldsPostsBackButNoOtherJob() {
    List<Instant> full = minutesAgo(50, 40, 30, 20, 10);
    WaitingJob removal = job(JobKind.REMOVE, NOON);
    assertThat(
            DispatchDecision.decide(
                NOON, new QueueHeads(post(NOON.minusSeconds(5)), removal), null, full))
        .isEqualTo(new DispatchDecision.Go(removal.job()));
    assertThat(DispatchDecision.decide(NOON, new QueueHeads(post(NOON), null), null, full))
        .isEqualTo(new DispatchDecision.Wait(NOON.plusSeconds(600)));
    WaitingJob soon = job(JobKind.EDIT_PRICE, NOON.plusSeconds(60));
    assertThat(DispatchDecision.decide(NOON, new QueueHeads(post(NOON), soon), null, full))
        .isEqualTo(new DispatchDecision.Wait(NOON.plusSeconds(60)));
  }

  @Test
  void aPauseOfTheSiteHoldsPostsBackButNoOtherJob() {
    Instant rest = NOON.plusSeconds(3_600);
    WaitingJob check = job(JobKind.CHECK_SESSION, NOON);
    assertThat(DispatchDecision.decide(NOON, new QueueHeads(post(NOON), null), rest, List.of()))
        .isEqualTo(new DispatchDecision.Wait(rest));
    assertThat(DispatchDecision.decide(NOON, new QueueHeads(post(NOON), check), rest, List.of()))
        .isEqualTo(new DispatchDecision.Go(check.job()));
  }

  @Test
  void ofTwoThatMayRunTheEarlierGoes() {
    WaitingJob late = post(NOON.minusSeconds(1));
    WaitingJob early = job(JobKind.EDIT_PRICE, NOON.minusSeconds(2));
    assertThat(DispatchDecision.decide(NOON, new QueueHeads(late, early), null, List.of()))
        .isEqualTo(new DispatchDecision.Go(early.job()));
  }

  @Test
  void thePostThatLeftTheWindowJustNowNoLongerCounts() {
    assertThat(PostLimits.next(NOON, minutesAgo(60, 4, 3, 2, 1))).isEqualTo(NOON);
    assertThat(PostLimits.next(NOON, minutesAgo(59, 4, 3, 2, 1))).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void theDayHoldsTwenty() {
    List<Instant> taken =
        IntStream.range(0, 20)
            .mapToObj(i -> NOON.minus(Duration.ofMinutes(70L * (20 - i))))
            .toList();
    assertThat(PostLimits.next(NOON, taken)).isEqualTo(taken.getFirst().plus(Duration.ofDays(1)));
  }

  @Test
  void noRollingWindowEverHoldsTooMany() {
    Random random = new Random(7);
    List<Instant> taken = new ArrayList<>();
    Instant now = NOON;
    for (int arrival = 0; arrival < 2_000; arrival++) {
      now = now.plusMillis(random.nextInt(1_800_000));
      Instant at = PostLimits.next(now, taken);
      now = at;
      taken.add(at);
    }
    for (int i = 0; i < taken.size(); i++) {
      Instant end = taken.get(i);
      assertThat(taken.stream().filter(at -> within(at, end, Duration.ofHours(1))).count())
          .isLessThanOrEqualTo(5);
      assertThat(taken.stream().filter(at -> within(at, end, Duration.ofDays(1))).count())
          .isLessThanOrEqualTo(20);
    }
  }

  @Test
  void aPostponedMomentIsTheEarliestThatTheLimitsAllow() {
    Random random = new Random(11);
    for (int run = 0; run < 500; run++) {
      List<Instant> taken =
          IntStream.range(0, random.nextInt(30))
              .mapToObj(i -> NOON.minusSeconds(random.nextInt(86_400)))
              .toList();
      Instant next = PostLimits.next(NOON, taken);
      assertThat(allows(taken, next)).isTrue();
      assertThat(next.equals(NOON) || !allows(taken, next.minusMillis(1))).isTrue();
    }
  }

  private static boolean allows(List<Instant> taken, Instant at) {
    return taken.stream().filter(t -> within(t, at, Duration.ofHours(1))).count() < 5
        && taken.stream().filter(t -> within(t, at, Duration.ofDays(1))).count() < 20;
  }

  private static boolean within(Instant at, Instant end, Duration window) {
    return at.isAfter(end.minus(window)) && !at.isAfter(end);
  }

  private static WaitingJob post(Instant at) {
    return job(JobKind.POST, at);
  }

  private static WaitingJob job(JobKind kind, Instant at) {
    return new WaitingJob(new JobRef(kind, UUID.randomUUID()), at);
  }

  private static List<Instant> minutesAgo(int... minutes) {
    return IntStream.of(minutes).mapToObj(m -> NOON.minus(Duration.ofMinutes(m))).toList();
  }
}
