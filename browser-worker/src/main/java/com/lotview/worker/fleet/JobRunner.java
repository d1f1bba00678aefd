package com.lotview.worker.fleet;

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
  private final Set<RunGuard> active = ConcurrentHashMap.newKeySet();

  public JobRunner(Workshop shop) {
    this.shop = shop;
  }

  /** Does what {@link Recovery} says, then lets the account go. */
  void work(Claim claim) {
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
    } finally {
      releaseQuietly(claim.lease());
    }
  }

  /** One move; whether there is another one to make under the same lease. */
  private boolean move(Claim claim) {
    NextMove move =
        Recovery.next(claim.runs(), shop.worker().host(), claim.now(), shop.rules().recovery());
    switch (move) {
      case NextMove.Post post -> post(claim);
      case NextMove.Look look -> look(claim);
      case NextMove.WaitUntil wait -> shop.jobs().postpone(claim.lease(), claim.job(), wait.time());
      case NextMove.Conclude end ->
          shop.jobs().finish(claim.lease(), claim.job(), null, end.result());
      case NextMove.Bury dead -> {
        bury(claim, dead.run());
        return true;
      }
      case NextMove.GiveUpOn gone -> {
        shop.jobs().end(claim.lease(), claim.job(), gone.run(), RunEnd.LOST, "Its host is silent");
        return true;
      }
    }
    return false;
  }

  private void bury(Claim claim, Run dead) {
    LOG.info("Job {}: clearing up after run {}", claim.job().id(), dead.number());
    Path folder = Path.of(dead.folder());
    shop.browsers().kill(folder);
    JobFolders.delete(folder);
    shop.jobs().end(claim.lease(), claim.job(), dead, RunEnd.LOST, "Its worker died");
  }

  private void post(Claim claim) {
    try (RunBench bench = RunBench.open(shop, claim, RunPurpose.POST)) {
      active.add(bench.guard());
      try {
        new PostingRun(shop, bench).run();
      } finally {
        active.remove(bench.guard());
      }
    }
  }

  private void look(Claim claim) {
    try (RunBench bench = RunBench.open(shop, claim, RunPurpose.LOOK)) {
      active.add(bench.guard());
      try {
        if (!new LookRun(shop, bench).run()) {
          shop.jobs()
              .postpone(
                  claim.lease(),
                  claim.job(),
                  claim.now().plus(shop.rules().recovery().unreadableGap()));
        }
      } finally {
        active.remove(bench.guard());
      }
    }
  }

  /** Every run that is not past its intent gives its job back. */
  void handBack() {
    active.forEach(RunGuard::handBack);
  }

  /** Kills every browser, whatever it is doing. */
  void endBrowsers() {
    active.forEach(RunGuard::endBrowser);
  }

  private void postponeQuietly(Claim claim) {
    try {
      shop.jobs().postpone(claim.lease(), claim.job(), claim.now().plus(AFTER_ERROR));
    } catch (RuntimeException e) {
      LOG.warn("Job {} could not be postponed: {}", claim.job().id(), e.toString());
    }
  }

  private void releaseQuietly(Lease lease) {
    try {
      shop.jobs().release(lease);
    } catch (RuntimeException e) {
      LOG.warn("A lease was not released and will lapse: {}", e.toString());
    }
  }
}
