package com.lotview.worker.fleet.recovery;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.recovery.ClickLicence.NothingClicked;
import com.lotview.worker.fleet.recovery.ClickLicence.ProvenUndone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  public static NextMove next(
      JobKind kind, List<Run> runs, String here, Instant now, RecoveryRules rules) {
    Run open = runs.stream().filter(run -> run.end() == null).findFirst().orElse(null);
    if (open != null) {
      return aboutDeadWorker(open, here, now, rules);
    }
    Run click = lastAct(runs);
    if (click == null || !click.unsettled()) {
      return act(runs, rules, new NothingClicked());
    }
    List<Run> looks =
        runs.stream()
            .filter(run -> run.purpose() == RunPurpose.LOOK && run.number() > click.number())
            .filter(run -> run.end() != RunEnd.HANDED_BACK)
            .toList();
    Proof proof = Proof.of(kind, click, looks, rules);
    Optional<ProvenUndone> undone = proof.complete();
    if (undone.isEmpty()) {
      return lookAgain(looks, proof, now, rules);
    }
    return switch (click.end()) {
      case STOPPED ->
          new NextMove.Conclude(
              JobResult.needsLogin("The site stopped the account at the click; nothing was done"));
      case REFUSED ->
          new NextMove.Conclude(
              JobResult.failed(
                  false,
                  ErrorCode.FB_RATE_LIMITED,
                  "The site set a limit at the click; nothing was listed"));
      case null, default -> actAgain(kind, runs, rules, undone.get());
    };
  }

  private static NextMove aboutDeadWorker(Run open, String here, Instant now, RecoveryRules rules) {
    if (open.host().equals(here)) {
      return new NextMove.Reap(open);
    }
    Instant gone = open.leaseUntil().plus(rules.orphanGracePeriod());
    return now.isBefore(gone) ? new NextMove.WaitUntil(gone) : new NextMove.Abandon(open);
  }

  private static NextMove lookAgain(
      List<Run> looks, Proof proof, Instant now, RecoveryRules rules) {
    long unreadable = looks.stream().filter(look -> look.end() == RunEnd.UNREADABLE).count();
    if (unreadable >= rules.unreadableLooks() || looks.size() >= rules.looks()) {
      return review("It is not known what the click did");
    }
    Instant due = proof.nextLook(looks, rules);
    return due != null && now.isBefore(due) ? new NextMove.WaitUntil(due) : new NextMove.Look();
  }

  /**
   * What it takes to know that an unsettled click did nothing and will not do anything: looks that
   * found nothing, after it could no longer arrive. Two of them for a post, apart, because the
   * account's listings may be shown as they were a moment ago.
   *
   * @param quiet when the click can no longer arrive
   * @param absent looks from then on that found nothing done
   * @param needed how many of them
   * @param apart how far the last of them is from the first
   */
  private record Proof(Instant quiet, List<Run> absent, int needed, Duration apart) {

    static Proof of(JobKind kind, Run click, List<Run> looks, RecoveryRules rules) {
      Instant dead = ended(click);
      return switch (kind) {
        case POST -> of(dead.plus(rules.settlingDelay()), looks, 2, rules.verificationInterval());
        // May be repeated; but one that arrives late must not undo a later one.
        case EDIT -> of(dead.plus(rules.settlingDelay()), looks, 1, Duration.ZERO);
        case REMOVE, VALIDATE, SIGN_IN -> of(dead, looks, 1, Duration.ZERO);
      };
    }

    private static Proof of(Instant quiet, List<Run> looks, int needed, Duration apart) {
      // A doubt in between may have been the listing: only what follows it counts.
      int doubt =
          looks.stream()
              .filter(look -> look.end() == RunEnd.UNREADABLE)
              .mapToInt(Run::number)
              .max()
              .orElse(0);
      List<Run> absent =
          looks.stream()
              .filter(look -> look.end() == RunEnd.ABSENT && !look.startedAt().isBefore(quiet))
              .filter(look -> look.number() > doubt)
              .toList();
      return new Proof(quiet, absent, needed, apart);
    }

    /** Empty as long as it does not suffice. */
    Optional<ProvenUndone> complete() {
      return absent.size() >= needed
              && (needed == 1 || !absent.getLast().startedAt().isBefore(farEnough()))
          ? Optional.of(new ProvenUndone(absent))
          : Optional.empty();
    }

    private Instant farEnough() {
      return ended(absent.getFirst()).plus(apart);
    }

    /** When to look again; null: at once. */
    @Nullable Instant nextLook(List<Run> looks, RecoveryRules rules) {
      if (looks.isEmpty()) {
        return null;
      }
      Run last = looks.getLast();
      Instant due =
          last.end() == RunEnd.UNREADABLE ? ended(last).plus(rules.unreadableRetryDelay()) : null;
      if (!absent.isEmpty()) {
        return latest(farEnough(), due);
      }
      return looks.stream().anyMatch(look -> look.end() == RunEnd.ABSENT)
          ? latest(quiet, due)
          : due;
    }
  }

  private static Instant latest(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static NextMove act(List<Run> runs, RecoveryRules rules, NothingClicked licence) {
    long acts = acts(runs);
    return acts < rules.acts()
        ? new NextMove.Act(licence)
        : failed(
            ErrorCode.INTERNAL_ERROR,
            "The browser or its worker ended in the middle " + acts + " times");
  }

  private static NextMove actAgain(
      JobKind kind, List<Run> runs, RecoveryRules rules, ProvenUndone licence) {
    long acts = acts(runs);
    if (acts < rules.acts()) {
      return new NextMove.Act(licence);
    }
    return kind == JobKind.POST
        ? review("The listing did not appear after " + acts + " tries to publish it")
        : failed(ErrorCode.FB_POSTING_FAILED, "The listing did not change in " + acts + " tries");
  }

  private static long acts(List<Run> runs) {
    return runs.stream()
        .filter(run -> run.purpose() != RunPurpose.LOOK && run.end() != RunEnd.HANDED_BACK)
        .count();
  }

  private static NextMove failed(ErrorCode code, String reason) {
    return new NextMove.Conclude(JobResult.failed(true, code, reason));
  }

  private static NextMove review(String reason) {
    return new NextMove.Conclude(JobResult.needsReview(reason));
  }

  private static @Nullable Run lastAct(List<Run> runs) {
    return runs.stream()
        .filter(run -> run.purpose() != RunPurpose.LOOK && run.end() != RunEnd.HANDED_BACK)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static Instant ended(Run run) {
    return Objects.requireNonNull(run.endedAt(), "a run with an end has its time");
  }
}
