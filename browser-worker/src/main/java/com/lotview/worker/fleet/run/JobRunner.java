package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.JobFolders;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.port.AccountSessions;
import com.lotview.worker.fleet.port.OwnerViews;
import com.lotview.worker.fleet.port.PhotoSource;
import com.lotview.worker.fleet.port.SignIns;
import com.lotview.worker.fleet.recovery.NextMove;
import com.lotview.worker.fleet.recovery.Recovery;
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
  private final AccountSessions sessions;
  private final PhotoSource photos;
  private final OwnerViews views;
  private final SignIns signIns;
  private final Set<RunSupervisor> active = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  public JobRunner(
      RunContexts contexts,
      AccountSessions sessions,
      PhotoSource photos,
      OwnerViews views,
      SignIns signIns) {
    this.contexts = contexts;
    this.sessions = sessions;
    this.photos = photos;
    this.views = views;
    this.signIns = signIns;
  }

  /** Makes the moves of {@link Recovery}; afterwards the lease can be released. */
  public void work(Claim claim) {
    try {
      Claim current = claim;
      while (move(current)) {
        current = contexts.jobs().reread(current);
      }
    } catch (LeaseLost e) {
      LOG.info("Job {}: {}", claim.job().id(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Job {} is left for later", claim.job().id(), e);
      postponeQuietly(claim);
    }
  }

  /** Makes one move; returns whether another one follows under the same lease. */
  private boolean move(Claim claim) {
    switch (next(claim)) {
      case NextMove.Act act -> act(claim);
      case NextMove.Look look -> look(claim);
      case NextMove.WaitUntil wait -> contexts.jobs().postpone(claim.lease(), wait.time());
      case NextMove.Conclude end ->
          contexts.jobs().finish(claim.lease(), claim.job(), null, end.result(), Notes.NONE);
      case NextMove.Reap dead -> {
        bury(claim, dead.run());
        return true;
      }
      case NextMove.Abandon gone -> {
        lost(claim, gone.run(), "Its host is silent");
        return true;
      }
    }
    return false;
  }

  private NextMove next(Claim claim) {
    return Recovery.next(
        claim.job().order().kind(),
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

  private void act(Claim claim) {
    RunPurpose purpose = RunPurpose.of(claim.job().order().kind());
    try (RunContext context = contexts.open(claim, purpose)) {
      watched(
          context,
          purpose == RunPurpose.SIGN_IN
              ? new SignInRun(sessions, views, signIns, context)::run
              : actingRun(context)::run);
    }
  }

  private ActingRun actingRun(RunContext context) {
    return new ActingRun(
        sessions, context, Work.of(photos, context), new OwnerWait(views, signIns, context));
  }

  private void look(Claim claim) {
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
