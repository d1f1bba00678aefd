package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Plays an account's waiting posts forward: when each will start, one after the other and within
 * the limits, if no other job comes in between.
 */
final class StartPlan {
  private StartPlan() {}

  /**
   * Plans; no two posts start at the same moment.
   *
   * @param taken moments of the account's posts in the last day
   * @param posts the waiting posts in order, from the first on
   * @return nothing while the account is shut
   */
  static Map<UUID, Instant> of(
      Instant now, AccountSlot slot, Collection<Instant> taken, List<WaitingJob> posts) {
    Map<UUID, Instant> starts = new HashMap<>();
    if (!slot.open()) {
      return starts;
    }
    Deque<Instant> log = new ArrayDeque<>(taken.stream().sorted().toList());
    Instant free = slot.busy() ? now.plus(ExpectedStarts.EXPECTED_RUN) : now;
    Instant rest = slot.restUntil();
    if (rest != null && rest.isAfter(free)) {
      free = rest;
    }
    for (WaitingJob post : posts) {
      Instant from = post.dueAt().isAfter(free) ? post.dueAt() : free;
      Instant start = PostLimits.next(from, log);
      starts.put(post.job().id(), start);
      free = start.plus(ExpectedStarts.EXPECTED_RUN);
      // A post counts against the limits from its end on.
      log.addLast(free);
      while (log.size() > PostLimits.LOOKED_AT) {
        log.removeFirst();
      }
    }
    return starts;
  }
}
