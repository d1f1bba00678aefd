package com.lotview.worker.fleet.recovery;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.recovery.ClickLicence.NothingClicked;
import com.lotview.worker.fleet.recovery.ClickLicence.ProvenUndone;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do with a claimed job, from its runs alone. Pure. The claim proves that no other
 * worker holds the account.
 *
 * <p>Two rules guarantee "never twice, never lost": no new click while the effect of an earlier one
 * is unknown, and no look while the browser that clicked may be alive.
 */
public final class Recovery {
  private Recovery() {}

  /**
   * The next move.
   *
   * @param runs all runs of the job so far, in order
   * @param here the host of the asking worker
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
      case STOPPED -> new NextMove.Conclude(JobResult.needsLogin(DealerTexts.STOPPED_AT_CLICK));
      case REFUSED ->
          new NextMove.Conclude(
              JobResult.failed(false, ErrorCode.FB_RATE_LIMITED, DealerTexts.LIMIT_AT_CLICK));
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
      return review(DealerTexts.CLICK_UNKNOWN);
    }
    Instant due = proof.nextLook(looks, rules);
    return due != null && now.isBefore(due) ? new NextMove.WaitUntil(due) : new NextMove.Look();
  }

  /**
   * Proof that a click had no effect and will have none: looks that found no effect after the click
   * could no longer arrive. A post needs two, with a gap, because the site may show an older list
   * of listings.
   *
   * @param quiet when the click can no longer arrive
   * @param absent later looks that found no effect
   * @param needed how many of them the proof needs
   * @param apart the minimum time between the first and the last
   */
  private record Proof(Instant quiet, List<Run> absent, int needed, Duration apart) {

    static Proof of(JobKind kind, Run click, List<Run> looks, RecoveryRules rules) {
      Instant dead = ended(click);
      return switch (kind) {
        case POST -> of(dead.plus(rules.settlingDelay()), looks, 2, rules.verificationInterval());
        // An edit may be repeated, but a late one must not undo a later one.
        case EDIT -> of(dead.plus(rules.settlingDelay()), looks, 1, Duration.ZERO);
        case REMOVE, VALIDATE, SIGN_IN -> of(dead, looks, 1, Duration.ZERO);
      };
    }

    private static Proof of(Instant quiet, List<Run> looks, int needed, Duration apart) {
      // An unreadable look may have missed the listing: only later looks count.
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

    /** The complete proof; empty while looks are missing. */
    Optional<ProvenUndone> complete() {
      return absent.size() >= needed
              && (needed == 1 || !absent.getLast().startedAt().isBefore(farEnough()))
          ? Optional.of(new ProvenUndone(absent))
          : Optional.empty();
    }

    private Instant farEnough() {
      return ended(absent.getFirst()).plus(apart);
    }

    /** When to look again; null means at once. */
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
        : failed(ErrorCode.INTERNAL_ERROR, DealerTexts.interrupted(acts));
  }

  private static NextMove actAgain(
      JobKind kind, List<Run> runs, RecoveryRules rules, ProvenUndone licence) {
    long acts = acts(runs);
    if (acts < rules.acts()) {
      return new NextMove.Act(licence);
    }
    return kind == JobKind.POST
        ? review(DealerTexts.neverAppeared(acts))
        : failed(ErrorCode.FB_POSTING_FAILED, DealerTexts.neverChanged(acts));
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
