package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.Lease;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Run;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over one run from a thread of its own: renews the lease, and ends the browser when the
 * lease is lost, the time is up, or the worker is to end. A browser that hangs cannot delay it.
 *
 * <p>The lease is trusted by this process's monotonic clock for less than its length after the last
 * renewal began: if the database cannot be reached, the browser is dead before the lease lapses.
 */
final class RunSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunSupervisor.class);

  /** Why a run has to stop. */
  enum Stop {
    LEASE_LOST,
    DEADLINE,
    HANDED_BACK
  }

  private final JobStore jobs;
  private final Lease lease;
  private final Run run;
  private final FleetRules rules;
  private final Runnable intent;
  private final Runnable lastPicture;
  private final Runnable endBrowser;
  private long deadline;
  private @Nullable Long clockStopped;
  private final CountDownLatch closed = new CountDownLatch(1);
  private long trustedUntil;
  private boolean intended;
  private @Nullable Stop stop;

  /**
   * @param limit how long the run may take from now
   * @param intent commits the intent to click, and holds the lease from then on
   * @param lastPicture called before the browser is ended because the time is up
   * @param endBrowser kills the run's browser if it has one; may be called more than once
   */
  RunSupervisor(
      JobStore jobs,
      Lease lease,
      Run run,
      FleetRules rules,
      Duration limit,
      Runnable intent,
      Runnable lastPicture,
      Runnable endBrowser) {
    this.jobs = jobs;
    this.lease = lease;
    this.run = run;
    this.rules = rules;
    this.intent = intent;
    this.lastPicture = lastPicture;
    this.endBrowser = endBrowser;
    this.deadline = System.nanoTime() + limit.toNanos();
    this.trustedUntil = System.nanoTime() + rules.trust().toNanos();
  }

  /** Begins to watch. */
  RunSupervisor watching() {
    Thread.ofVirtual().name("guard-" + run.id()).start(this::watch);
    return this;
  }

  private void watch() {
    try {
      while (!closed.await(pause(), TimeUnit.NANOSECONDS)) {
        if (left() <= 0) {
          stop(Stop.DEADLINE);
        }
        renew();
        if (!trusted()) {
          stop(Stop.LEASE_LOST);
        }
        if (stopped() == Stop.LEASE_LOST) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long pause() {
    long renew = rules.leaseRenewalInterval().toNanos();
    long left = left();
    return stopped() == null && left > 0 ? Math.min(renew, left) : renew;
  }

  private synchronized long left() {
    return clockStopped == null ? deadline - System.nanoTime() : Long.MAX_VALUE;
  }

  /** The time of a person, for whom the run waits from now on, is not the run's. */
  synchronized void stopClock() {
    if (clockStopped == null) {
      clockStopped = System.nanoTime();
    }
  }

  /** The run goes on. */
  synchronized void startClock() {
    if (clockStopped != null) {
      deadline += System.nanoTime() - clockStopped;
      clockStopped = null;
    }
  }

  private void renew() {
    long began = System.nanoTime();
    try {
      jobs.renew(lease, run.id(), rules.leaseDuration());
      trustFrom(began);
    } catch (LeaseLost e) {
      stop(Stop.LEASE_LOST);
    } catch (RuntimeException e) {
      LOG.warn("The lease of run {} could not be renewed: {}", run.id(), e.toString());
    }
  }

  private synchronized void trustFrom(long began) {
    trustedUntil = began + rules.trust().toNanos();
  }

  private boolean trusted() {
    return !trust().isNegative();
  }

  /** For how long the lease is still trusted; negative if it no longer is. */
  private synchronized Duration trust() {
    return Duration.ofNanos(trustedUntil - System.nanoTime() - 1);
  }

  /** Throws {@link RunStopped} if the run has to stop. */
  void check() {
    Stop why = stopped();
    if (why != null) {
      throw new RunStopped(why);
    }
  }

  /**
   * Permits a click for as long as the lease is trusted; see {@link
   * com.lotview.worker.marketplace.page.ClickGuard}. The first call commits the intent: after it,
   * nothing but evidence ends the run.
   *
   * @throws RunStopped if the run has to stop
   */
  Duration permit() {
    if (!intended()) {
      intend();
    }
    Duration trust = trust();
    if (!trust.isPositive()) {
      // This process was held up for longer than the lease: somebody else may act by now.
      stop(Stop.LEASE_LOST);
    }
    check();
    return trust;
  }

  private void intend() {
    synchronized (this) {
      check();
      intended = true;
    }
    long began = System.nanoTime();
    intent.run();
    trustFrom(began);
  }

  /** Whether a click may have been given. */
  synchronized boolean intended() {
    return intended;
  }

  /** Why the run has to stop; null if it has not. */
  synchronized @Nullable Stop stopped() {
    return stop;
  }

  /** The account is known to be somebody else's. */
  void leaseLost() {
    stop(Stop.LEASE_LOST);
  }

  /** Gives the job back, unless the intent was made known. */
  void handBack() {
    stop(Stop.HANDED_BACK);
  }

  private void stop(Stop why) {
    synchronized (this) {
      if (stop == Stop.LEASE_LOST || stop == why || (why == Stop.HANDED_BACK && intended)) {
        return;
      }
      stop = why;
    }
    LOG.info("Run {} stops: {}", run.id(), why);
    if (why == Stop.DEADLINE) {
      lastPicture.run();
    }
    endBrowser();
  }

  /** Ends the browser, whatever the run is doing. */
  void endBrowser() {
    try {
      endBrowser.run();
    } catch (RuntimeException e) {
      LOG.error("The browser of run {} could not be ended", run.id(), e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
