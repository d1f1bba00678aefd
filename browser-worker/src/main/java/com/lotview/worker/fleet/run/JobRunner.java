package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.recovery.NextMove;
import com.lotview.worker.fleet.recovery.Recovery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on one claimed job until it is done, given back, or lost. Thread-safe. */
public final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration AFTER_ERROR = Duration.ofSeconds(5);

  private final Workshop shop;
  private final Set<RunSupervisor> active = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  public JobRunner(Workshop shop) {
    this.shop = shop;
  }

  /** Does what {@link Recovery} says; the account can be let go afterwards. */
  public void work(Claim claim) {
    try {
      Claim current = claim;
      while (move(current)) {
        current = shop.jobs().reread(current);
      }
    } catch (LeaseLost e) {
      LOG.info("Job {}: {}", claim.job().id(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Job {} is left for later", claim.job().id(), e);
      postponeQuietly(claim);
    }
  }

  /** One move; whether there is another one to make under the same lease. */
  private boolean move(Claim claim) {
    switch (next(claim)) {
      case NextMove.Act act -> act(claim);
      case NextMove.Look look -> look(claim);
      case NextMove.WaitUntil wait -> shop.jobs().postpone(claim.lease(), wait.time());
      case NextMove.Conclude end ->
          shop.jobs().finish(claim.lease(), claim.job(), null, end.result(), Notes.NONE);
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
        shop.worker().host(),
        claim.now(),
        shop.rules().recovery());
  }

  private void bury(Claim claim, Run dead) {
    LOG.info("Job {}: clearing up after run {}", claim.job().id(), dead.number());
    Path folder = Path.of(dead.folder());
    shop.browsers().kill(folder);
    JobFolders.delete(folder);
    lost(claim, dead, "Its worker died");
  }

  private void lost(Claim claim, Run run, String remark) {
    shop.jobs().end(claim.lease(), claim.job(), run, RunEnd.LOST, remark, Notes.NONE);
  }

  private void act(Claim claim) {
    RunPurpose purpose = RunPurpose.of(claim.job().order().kind());
    try (RunContext bench = RunContext.open(shop, claim, purpose)) {
      watched(
          bench,
          purpose == RunPurpose.SIGN_IN
              ? new SignInRun(shop, bench)::run
              : new ActingRun(shop, bench)::run);
    }
  }

  private void look(Claim claim) {
    try (RunContext bench = RunContext.open(shop, claim, RunPurpose.LOOK)) {
      watched(
          bench,
          () -> {
            if (!new VerificationRun(shop, bench).run()) {
              shop.jobs()
                  .postpone(
                      claim.lease(),
                      claim.now().plus(shop.rules().recovery().unreadableRetryDelay()));
            }
          });
    }
  }

  private void watched(RunContext bench, Runnable run) {
    active.add(bench.guard());
    try {
      if (ending) {
        // Claimed in the moment when the worker was told to end.
        bench.guard().handBack();
      }
      run.run();
    } finally {
      active.remove(bench.guard());
    }
  }

  /** Runs are worked on until they end. */
  public void takeUp() {
    ending = false;
  }

  /** Every run that is not past its intent gives its job back, from now on at once. */
  public void handBack() {
    ending = true;
    active.forEach(RunSupervisor::handBack);
  }

  /** Kills every browser, whatever it is doing. */
  public void endBrowsers() {
    active.forEach(RunSupervisor::endBrowser);
  }

  private void postponeQuietly(Claim claim) {
    try {
      shop.jobs().postpone(claim.lease(), claim.now().plus(AFTER_ERROR));
    } catch (RuntimeException e) {
      LOG.warn("Job {} could not be postponed: {}", claim.job().id(), e.toString());
    }
  }
}
