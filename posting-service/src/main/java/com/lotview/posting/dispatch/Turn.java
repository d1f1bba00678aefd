package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a free account does now. */
public sealed interface Turn {

  /** Nothing waits. */
  record Idle() implements Turn {}

  /** This job runs. */
  record Go(JobRef job) implements Turn {}

  /** The limits are reached: each posting gets a moment of its own. */
  record Postpone(List<Move> moves) implements Turn {}

  /** A posting's new moment. */
  record Move(UUID jobId, Instant dueAt) {}

  /**
   * Decides.
   *
   * @param waiting the account's postings that are due or were postponed, in order
   * @param taken moments of the account's posts in the last day
   */
  static Turn decide(Instant now, List<WaitingJob> waiting, Collection<Instant> taken) {
    if (waiting.isEmpty()) {
      return new Idle();
    }
    if (!PostLimits.next(now, taken).isAfter(now)) {
      return new Go(waiting.getFirst().job());
    }
    List<Instant> log = new ArrayList<>(taken);
    List<Move> moves = new ArrayList<>();
    Instant from = now;
    for (WaitingJob job : waiting) {
      Instant at = PostLimits.next(from, log);
      // Distinct: two postings of one account never share a moment.
      from = at.plusMillis(1);
      log.add(at);
      moves.add(new Move(job.job().id(), at));
    }
    return new Postpone(moves);
  }
}
