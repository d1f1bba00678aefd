package com.lotview.worker.fleet;

import com.lotview.contracts.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do with a claimed job, from its runs alone. Pure. The claim itself is proof that
 * nobody else holds the account.
 *
 * <p>Two rules carry the promise "never twice, never lost": no new click while an earlier one is
 * unsettled, and no look while the browser that clicked may still be alive.
 */
public final class Recovery {
  private Recovery() {}

  /**
   * The next move.
   *
   * @param runs all runs of the job so far, in order
   * @param here the host of the worker that asks
   * @param now the database's time
   */
  public static NextMove next(List<Run> runs, String here, Instant now, RecoveryRules rules) {
    Run open = runs.stream().filter(run -> run.end() == null).findFirst().orElse(null);
    if (open != null) {
      return aboutDeadWorker(open, here, now, rules);
    }
    Run click = lastPost(runs);
    if (click == null || !click.unsettled()) {
      return postAgain(runs, rules, false);
    }
    List<Run> looks =
        runs.stream()
            .filter(run -> run.purpose() == RunPurpose.LOOK && run.number() > click.number())
            .filter(run -> run.end() != RunEnd.HANDED_BACK)
            .toList();
    return settle(runs, click, looks, now, rules);
  }

  private static NextMove aboutDeadWorker(Run open, String here, Instant now, RecoveryRules rules) {
    if (open.host().equals(here)) {
      return new NextMove.Bury(open);
    }
    Instant gone = open.leaseUntil().plus(rules.pageLife());
    return now.isBefore(gone) ? new NextMove.WaitUntil(gone) : new NextMove.GiveUpOn(open);
  }

  private static NextMove settle(
      List<Run> runs, Run click, List<Run> looks, Instant now, RecoveryRules rules) {
    List<Run> absent = looks.stream().filter(look -> look.end() == RunEnd.ABSENT).toList();
    long unreadable = looks.stream().filter(look -> look.end() == RunEnd.UNREADABLE).count();
    Instant quiet = ended(click).plus(rules.quiet());
    if (absentForSure(absent, quiet, rules)) {
      return postAgain(runs, rules, true);
    }
    if (unreadable >= rules.unreadableLooks() || looks.size() >= rules.looks()) {
      return review("It is not known whether the click published the listing");
    }
    Instant due = nextLook(looks, absent, quiet, rules);
    return due != null && now.isBefore(due) ? new NextMove.WaitUntil(due) : new NextMove.Look();
  }

  private static boolean absentForSure(List<Run> absent, Instant quiet, RecoveryRules rules) {
    if (absent.size() < 2) {
      return false;
    }
    Instant first = ended(absent.getFirst()).plus(rules.lookGap());
    Instant last = absent.getLast().startedAt();
    return !last.isBefore(first) && !last.isBefore(quiet);
  }

  private static @Nullable Instant nextLook(
      List<Run> looks, List<Run> absent, Instant quiet, RecoveryRules rules) {
    if (looks.isEmpty()) {
      return null;
    }
    Run last = looks.getLast();
    Instant due = last.end() == RunEnd.UNREADABLE ? ended(last).plus(rules.unreadableGap()) : null;
    if (absent.isEmpty()) {
      return due;
    }
    return latest(latest(ended(absent.getFirst()).plus(rules.lookGap()), quiet), due);
  }

  private static Instant latest(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static NextMove postAgain(List<Run> runs, RecoveryRules rules, boolean clicked) {
    long posts =
        runs.stream()
            .filter(run -> run.purpose() == RunPurpose.POST && run.end() != RunEnd.HANDED_BACK)
            .count();
    if (posts < rules.posts()) {
      return new NextMove.Post();
    }
    return clicked
        ? review("The listing did not appear after " + posts + " tries to publish it")
        : new NextMove.Conclude(
            JobResult.failed(
                true,
                ErrorCode.INTERNAL_ERROR,
                "The browser worker ended in the middle " + posts + " times"));
  }

  private static NextMove review(String reason) {
    return new NextMove.Conclude(JobResult.needsReview(reason));
  }

  private static @Nullable Run lastPost(List<Run> runs) {
    return runs.stream()
        .filter(run -> run.purpose() == RunPurpose.POST && run.end() != RunEnd.HANDED_BACK)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static Instant ended(Run run) {
    return Objects.requireNonNull(run.endedAt(), "a run with an end has its time");
  }
}
