package com.lotview.worker.fleet.recovery;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.ReviewCause;
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
 * Decides what to do with a claimed job, from its runs and what they cannot show. Pure. The claim
 * proves that no other worker holds the account.
 *
 * <p>Two rules guarantee "never twice, never lost": no new click while the effect of an earlier one
 * is unknown, and no look while the browser that clicked may be alive.
 */
public final class Recovery {
  private Recovery() {}

  /** The next move of a job whose runs show each click there was. */
  public static NextMove next(
      JobKind kind, List<Run> runs, String here, Instant now, RecoveryRules rules) {
    return next(kind, null, runs, here, now, rules);
  }

  /**
   * The next move.
   *
   * @param unseen a click that the job's runs do not show; null if there is none
   * @param runs all runs of the job so far, in order
   * @param here the host of the asking worker
   * @param now the database's time
   */
  public static NextMove next(
      JobKind kind,
      @Nullable UnseenClick unseen,
      List<Run> runs,
      String here,
      Instant now,
      RecoveryRules rules) {
    Run open = runs.stream().filter(run -> run.end() == null).findFirst().orElse(null);
    if (open != null) {
      return aboutDeadWorker(open, here, now, rules);
    }
    Click click = Click.of(runs, unseen);
    if (click == null) {
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
      return lookAgain(click, looks, proof, now, rules);
    }
    return switch (click.end()) {
      case STOPPED ->
          new NextMove.Conclude(JobResult.needsLogin(DealerTexts.stoppedAtClick(click.remark())));
      case REFUSED ->
          failed(false, ErrorCode.FB_RATE_LIMITED, DealerTexts.limitAtClick(click.remark()));
      case DECLINED ->
          failed(false, ErrorCode.FB_POSTING_FAILED, DealerTexts.refusedAtClick(click.remark()));
      case null -> act(runs, rules, undone.get());
      default -> actAgain(kind, runs, rules, undone.get());
    };
  }

  /**
   * When the browser of the open click was dead, for the result of a job that ends without having
   * settled the click. Null if no click is open.
   *
   * @param unseen as for {@link #next}
   */
  public static @Nullable Instant openClick(List<Run> runs, @Nullable UnseenClick unseen) {
    Click click = Click.of(runs, unseen);
    return click == null ? null : click.dead();
  }

  /**
   * A click with an unknown effect.
   *
   * @param number of its run, or of the last run that says nothing about it
   * @param dead when its browser was dead, or will be
   * @param end how its run ended; null if no run shows the click
   */
  private record Click(int number, Instant dead, @Nullable RunEnd end, String remark) {

    /**
     * The last one. Only a later run with an intent can have settled an unseen click, because it
     * needed the proof: a run that was lost before its intent says nothing.
     */
    static @Nullable Click of(List<Run> runs, @Nullable UnseenClick unseen) {
      Run act = lastAct(runs);
      Click seen =
          act != null && act.unsettled()
              ? new Click(act.number(), ended(act), act.end(), act.why())
              : null;
      if (unseen == null || unseen.settledBy(runs)) {
        return seen;
      }
      return seen == null
          ? new Click(unseen.number(), unseen.dead(), null, "")
          : new Click(
              unseen.number(), latest(unseen.dead(), seen.dead()), seen.end(), seen.remark());
    }
  }

  private static NextMove aboutDeadWorker(Run open, String here, Instant now, RecoveryRules rules) {
    if (open.host().equals(here)) {
      return new NextMove.Reap(open);
    }
    Instant gone = open.leaseUntil().plus(rules.orphanGracePeriod());
    return now.isBefore(gone) ? new NextMove.WaitUntil(gone) : new NextMove.Abandon(open);
  }

  private static NextMove lookAgain(
      Click click, List<Run> looks, Proof proof, Instant now, RecoveryRules rules) {
    long unreadable = looks.stream().filter(look -> look.end() == RunEnd.UNREADABLE).count();
    if (unreadable >= rules.unreadableLooks() || looks.size() >= rules.looks()) {
      String why =
          looks.stream()
              .filter(look -> look.end() == RunEnd.UNREADABLE)
              .map(Run::why)
              .reduce("", (first, last) -> last);
      return review(ReviewCause.LISTINGS_UNREADABLE, DealerTexts.clickUnknown(why));
    }
    Instant due = looks.isEmpty() ? click.dead() : proof.nextLook(looks, rules);
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

    static Proof of(JobKind kind, Click click, List<Run> looks, RecoveryRules rules) {
      Instant dead = click.dead();
      return switch (kind) {
        case POST -> of(dead.plus(rules.settlingDelay()), looks, 2, rules.verificationInterval());
        // An edit may be repeated, but a late one must not undo a later one.
        case EDIT -> of(dead.plus(rules.settlingDelay()), looks, 1, Duration.ZERO);
        case REMOVE, RENEW, VALIDATE, SIGN_IN, LOOK -> of(dead, looks, 1, Duration.ZERO);
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

  private static NextMove act(List<Run> runs, RecoveryRules rules, ClickLicence licence) {
    long acts = acts(runs);
    return acts < rules.acts()
        ? new NextMove.Act(licence)
        : failed(true, ErrorCode.INTERNAL_ERROR, DealerTexts.interrupted(acts));
  }

  private static NextMove actAgain(
      JobKind kind, List<Run> runs, RecoveryRules rules, ProvenUndone licence) {
    long acts = acts(runs);
    if (acts < rules.acts()) {
      return new NextMove.Act(licence);
    }
    return kind == JobKind.POST
        ? failed(false, ErrorCode.FB_POSTING_FAILED, DealerTexts.neverAppeared(acts))
        : failed(true, ErrorCode.FB_POSTING_FAILED, DealerTexts.neverChanged(acts));
  }

  private static long acts(List<Run> runs) {
    return runs.stream()
        .filter(run -> run.purpose() != RunPurpose.LOOK && run.end() != RunEnd.HANDED_BACK)
        .count();
  }

  private static NextMove failed(boolean retryable, ErrorCode code, String reason) {
    return new NextMove.Conclude(JobResult.failed(retryable, code, reason));
  }

  private static NextMove review(ReviewCause cause, String reason) {
    return new NextMove.Conclude(JobResult.needsReview(cause, reason));
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
