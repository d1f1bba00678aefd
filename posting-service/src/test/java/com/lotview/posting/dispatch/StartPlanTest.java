package com.lotview.posting.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartPlanTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final AccountSlot FREE = new AccountSlot(true, false, null);

  @Test
  void postsStartOneAfterTheOtherAndTheSixthWhenTheHourAllows() {
    List<WaitingJob> posts = posts(6, NOON.minusSeconds(60));
    List<Instant> starts = starts(StartPlan.of(NOON, FREE, List.of(), posts), posts);
    assertThat(starts.subList(0, 5))
        .containsExactly(after(0), after(1), after(2), after(3), after(4));
    assertThat(starts.get(5)).isEqualTo(after(61));
  }

  @Test
  void aDayHoldsTwentyAndEveryStartIsDistinct() {
    List<WaitingJob> posts = posts(100, NOON);
    List<Instant> starts = starts(StartPlan.of(NOON, FREE, List.of(), posts), posts);
    assertThat(starts).doesNotHaveDuplicates().isSorted();
    assertThat(starts.get(20)).isAfterOrEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(starts.get(99)).isBefore(NOON.plus(Duration.ofDays(5)));
  }

  @Test
  void thePlanKnowsTheRunningJobThePauseTheLatePostAndTheShutAccount() {
    List<WaitingJob> posts = posts(1, NOON);
    UUID id = posts.getFirst().job().id();
    Instant rest = after(90);
    assertThat(StartPlan.of(NOON, new AccountSlot(true, true, null), List.of(), posts))
        .containsEntry(id, NOON.plus(ExpectedStarts.EXPECTED_RUN));
    assertThat(StartPlan.of(NOON, new AccountSlot(true, false, rest), List.of(), posts))
        .containsEntry(id, rest);
    assertThat(StartPlan.of(NOON, new AccountSlot(false, false, null), List.of(), posts)).isEmpty();
    List<WaitingJob> later = posts(1, after(300));
    assertThat(StartPlan.of(NOON, FREE, List.of(), later))
        .containsEntry(later.getFirst().job().id(), after(300));
  }

  private static Instant after(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  private static List<WaitingJob> posts(int count, Instant due) {
    return IntStream.range(0, count)
        .mapToObj(i -> new WaitingJob(new JobRef(JobKind.POST, UUID.randomUUID()), due))
        .toList();
  }

  private static List<Instant> starts(Map<UUID, Instant> plan, List<WaitingJob> posts) {
    return posts.stream().map(post -> plan.get(post.job().id())).toList();
  }
}
