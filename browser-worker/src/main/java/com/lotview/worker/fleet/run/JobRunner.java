package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.JobFolders;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.port.AccountSessions;
import com.lotview.worker.fleet.port.JobStarts;
import com.lotview.worker.fleet.port.OwnerViews;
import com.lotview.worker.fleet.port.PhotoSource;
import com.lotview.worker.fleet.port.SignIns;
import com.lotview.worker.fleet.recovery.NextMove;
import com.lotview.worker.fleet.recovery.Recovery;
import com.lotview.worker.text.DealerTexts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on a claimed job until it is done, given back or lost. Thread-safe. */
public final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration ERROR_DELAY = Duration.ofSeconds(5);

  private final RunContexts contexts;
  private final JobStarts starts;
  private final AccountSessions sessions;
  private final PhotoSource photos;
  private final OwnerViews views;
  private final SignIns signIns;
  private final Set<RunSupervisor> active = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  public JobRunner(
      RunContexts contexts,
      JobStarts starts,
      AccountSessions sessions,
      PhotoSource photos,
      OwnerViews views,
      SignIns signIns) {
    this.contexts = contexts;
    this.starts = starts;
    this.sessions = sessions;
    this.photos = photos;
    this.views = views;
    this.signIns = signIns;
  }

  /**
   * Makes the moves of {@link Recovery}; afterwards the lease can be released.
   *
   * @return whether a browser worked for the job
   */
  public boolean work(Claim claim) {
    try {
      Claim current = claim;
      Moved moved = move(current);
      while (moved == Moved.GO_ON) {
        current = contexts.jobs().reread(current);
        moved = move(current);
      }
      return moved == Moved.BROWSER_WORKED;
    } catch (LeaseLost e) {
      contexts.meters().leaseLost();
      LOG.info("Job {}: {}", claim.job().id(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Job {} is left for later", claim.job().id(), e);
      postponeQuietly(claim);
    }
    return false;
  }

  /** The result of a move. */
  private enum Moved {
    /** Another move follows under the same lease. */
    GO_ON,
    BROWSER_WORKED,
    NO_BROWSER
  }

  private Moved move(Claim claim) {
    NextMove next = next(claim);
    return asksFirst(claim, next) ? begin(claim) : carryOut(claim, next);
  }

  // Until the job itself has clicked, it may have been cancelled, or have another price. A sign-in
  // has its own question, whether its owner still waits.
  private static boolean asksFirst(Claim claim, NextMove next) {
    boolean works = next instanceof NextMove.Act || next instanceof NextMove.Look;
    return works
        && claim.job().order().kind() != JobKind.SIGN_IN
        && claim.runs().stream().allMatch(run -> run.intentAt() == null);
  }

  /** Begins the job with the order as it is now, if it is still wanted. */
  private Moved begin(Claim claim) {
    return switch (starts.ask(claim.job().order())) {
      case JobStarts.Begin(JobOrder order, String body) -> {
        Claim current = body == null ? claim : contexts.jobs().replace(claim, order, body);
        yield carryOut(current, next(current));
      }
      case JobStarts.Withdrawn(String reason) -> {
        JobResult withdrawn = JobResult.withdrawn(reason);
        contexts.jobs().finish(claim.lease(), claim.job(), claim.begun(), withdrawn, Notes.NONE);
        yield Moved.NO_BROWSER;
      }
      case JobStarts.Unknown unknown -> {
        giveBack(claim, "The posting service does not answer");
        contexts.jobs().postpone(claim.lease(), claim.now().plus(ERROR_DELAY));
        yield Moved.NO_BROWSER;
      }
    };
  }

  private Moved carryOut(Claim claim, NextMove next) {
    if (claim.begun() != null && !(next instanceof NextMove.Act)) {
      // The claim began a run to act, but the click of an earlier attempt comes first.
      giveBack(claim, DealerTexts.EARLIER_CLICK_FIRST);
      return Moved.GO_ON;
    }
    return switch (next) {
      case NextMove.Act act -> act(claim);
      case NextMove.Look look -> look(claim);
      case NextMove.WaitUntil wait -> {
        contexts.jobs().postpone(claim.lease(), wait.time());
        yield Moved.NO_BROWSER;
      }
      case NextMove.Conclude end -> {
        conclude(claim, end.result());
        yield Moved.NO_BROWSER;
      }
      case NextMove.Reap dead -> {
        bury(claim, dead.run());
        yield Moved.GO_ON;
      }
      case NextMove.Abandon gone -> {
        lost(claim, gone.run(), "Its host is silent");
        yield Moved.GO_ON;
      }
    };
  }

  private void giveBack(Claim claim, String remark) {
    Run begun = claim.begun();
    if (begun != null) {
      contexts
          .jobs()
          .end(claim.lease(), claim.job(), begun, RunEnd.HANDED_BACK, remark, Notes.NONE);
    }
  }

  private void conclude(Claim claim, JobResult result) {
    contexts.jobs().finish(claim.lease(), claim.job(), null, result, Notes.NONE);
    contexts.meter(claim.job().order(), result, "");
  }

  private NextMove next(Claim claim) {
    return Recovery.next(
        claim.job().order().kind(),
        contexts.unseen(claim),
        claim.runs(),
        contexts.worker().host(),
        claim.now(),
        contexts.rules().recovery());
  }

  private void bury(Claim claim, Run dead) {
    LOG.info("Job {}: clearing up after run {}", claim.job().id(), dead.number());
    Path folder = Path.of(dead.folder());
    contexts.browsers().kill(folder);
    JobFolders.delete(folder);
    lost(claim, dead, "Its worker died");
  }

  private void lost(Claim claim, Run run, String remark) {
    contexts.jobs().end(claim.lease(), claim.job(), run, RunEnd.LOST, remark, Notes.NONE);
  }

  private Moved act(Claim claim) {
    RunPurpose purpose = RunPurpose.of(claim.job().order().kind());
    try (RunContext context = contexts.open(claim, purpose)) {
      watched(
          context,
          purpose == RunPurpose.SIGN_IN
              ? new SignInRun(sessions, views, signIns, context)::run
              : actingRun(context)::run);
    }
    return Moved.BROWSER_WORKED;
  }

  private ActingRun actingRun(RunContext context) {
    return new ActingRun(
        sessions, context, Work.of(photos, context), new OwnerWait(views, signIns, context));
  }

  private Moved look(Claim claim) {
    try (RunContext context = contexts.open(claim, RunPurpose.LOOK)) {
      watched(
          context,
          () -> {
            if (!new VerificationRun(sessions, context).run()) {
              contexts
                  .jobs()
                  .postpone(
                      claim.lease(),
                      claim.now().plus(contexts.rules().recovery().unreadableRetryDelay()));
            }
          });
    }
    return Moved.BROWSER_WORKED;
  }

  private void watched(RunContext context, Runnable run) {
    active.add(context.supervisor());
    try {
      if (ending) {
        // The job was claimed while the worker began to shut down.
        context.supervisor().handBack();
      }
      run.run();
    } finally {
      active.remove(context.supervisor());
    }
  }

  /** Lets new runs work until they end. */
  public void takeUp() {
    ending = false;
  }

  /** Makes each run before its intent give its job back; new runs do so at once. */
  public void handBack() {
    ending = true;
    active.forEach(RunSupervisor::handBack);
  }

  /** Kills all browsers, also busy ones. */
  public void endBrowsers() {
    active.forEach(RunSupervisor::endBrowser);
  }

  private void postponeQuietly(Claim claim) {
    try {
      contexts.jobs().postpone(claim.lease(), claim.now().plus(ERROR_DELAY));
    } catch (RuntimeException e) {
      LOG.warn("Job {} could not be postponed: {}", claim.job().id(), e.toString());
    }
  }
}
