package com.lotview.posting.dispatch.handover;

import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.PostLimits;
import com.lotview.posting.dispatch.QueueHeads;
import com.lotview.posting.dispatch.WaitingJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the dispatcher does for a free account now. */
public sealed interface DispatchDecision {

  /** A look does not begin if another job of the account becomes due within this time. */
  Duration LOOK_LEAVES = Duration.ofMinutes(2);

  /** This job runs. */
  record Go(JobRef job) implements DispatchDecision {}

  /**
   * No job may run.
   *
   * @param until when the first one may; null if nothing waits
   */
  record Wait(@Nullable Instant until) implements DispatchDecision {}

  /**
   * Decides. The first of the jobs that may run does so. A post that the limits hold back holds
   * back the posts behind it, but no other job. A look runs only if no other job does or soon will.
   *
   * @param restUntil until when posts wait because the site wants a pause
   * @param taken moments of the account's posts in the last day
   */
  static DispatchDecision decide(
      Instant now, QueueHeads heads, @Nullable Instant restUntil, Collection<Instant> taken) {
    WaitingJob post = heads.limited();
    WaitingJob other = heads.unlimited();
    Instant postAt = post == null ? null : PostLimits.next(later(post.dueAt(), restUntil), taken);
    Instant otherAt = other == null ? null : other.dueAt();
    WaitingJob first = first(runs(postAt, now) ? post : null, runs(otherAt, now) ? other : null);
    return first == null ? look(now, heads.look(), earlier(postAt, otherAt)) : new Go(first.job());
  }

  private static DispatchDecision look(
      Instant now, @Nullable WaitingJob look, @Nullable Instant othersAt) {
    if (look == null) {
      return new Wait(othersAt);
    }
    if (look.dueAt().isAfter(now)) {
      return new Wait(earlier(look.dueAt(), othersAt));
    }
    return runs(othersAt, now.plus(LOOK_LEAVES)) ? new Wait(othersAt) : new Go(look.job());
  }

  private static boolean runs(@Nullable Instant at, Instant now) {
    return at != null && !at.isAfter(now);
  }

  private static @Nullable WaitingJob first(@Nullable WaitingJob a, @Nullable WaitingJob b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return WaitingJob.ORDER.compare(a, b) <= 0 ? a : b;
  }

  private static Instant later(Instant a, @Nullable Instant b) {
    return b != null && b.isAfter(a) ? b : a;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
