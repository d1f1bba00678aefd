package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.Lease;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Run;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervises one run from its own thread: does the lease renewal, and ends the browser when the
 * lease is lost, the deadline has passed or the worker shuts down. A hanging browser cannot delay
 * it.
 *
 * <p>It trusts the lease by the monotonic clock, for less than the lease's length from the start of
 * the last renewal. So the browser is dead before the lease lapses, even if the database is
 * unreachable.
 */
final class RunSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunSupervisor.class);

  /** The maximum length of a run as a multiple of its limit, even if the site keeps answering. */
  static final int HARD_END = 3;

  /** Why a run has to stop. */
  enum Stop {
    LEASE_LOST,
    /** The site has answered nothing for as long as the job may take. */
    SITE_SILENT,
    /** The site answers, and yet the job does not end. */
    TOO_LONG,
    HANDED_BACK;

    boolean overdue() {
      return this == SITE_SILENT || this == TOO_LONG;
    }
  }

  private final JobStore jobs;
  private final Lease lease;
  private final Run run;
  private final FleetRules rules;
  private final Runnable intent;
  private final Runnable lastPicture;
  private final Runnable endBrowser;
  private final Supplier<OptionalLong> lastAnswer;
  private final Duration limit;
  private long began = System.nanoTime();
  private @Nullable Long clockStopped;
  private final CountDownLatch closed = new CountDownLatch(1);
  private long trustedUntil;
  private boolean intended;
  private @Nullable Stop stop;

  /**
   * @param limit how long the run may go on from the site's last answer, or from now
   * @param lastAnswer of the site, by {@link System#nanoTime}
   * @param intent commits the intent to click and extends the lease
   * @param lastPicture called at the deadline, before the browser ends
   * @param endBrowser kills the run's browser if it has one; may be called more than once
   */
  RunSupervisor(
      JobStore jobs,
      Lease lease,
      Run run,
      FleetRules rules,
      Duration limit,
      Supplier<OptionalLong> lastAnswer,
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
    this.limit = limit;
    this.lastAnswer = lastAnswer;
    this.trustedUntil = System.nanoTime() + rules.trust().toNanos();
  }

  /** Starts to supervise. */
  RunSupervisor watching() {
    Thread.ofVirtual().name("supervisor-" + run.id()).start(this::watch);
    return this;
  }

  private void watch() {
    try {
      while (!closed.await(pause(), TimeUnit.NANOSECONDS)) {
        if (left() <= 0) {
          stop(hardEnd() <= System.nanoTime() ? Stop.TOO_LONG : Stop.SITE_SILENT);
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
    if (clockStopped != null) {
      return Long.MAX_VALUE;
    }
    long answered = Math.max(lastAnswer.get().orElse(began), began);
    return Math.min(answered + limit.toNanos(), hardEnd()) - System.nanoTime();
  }

  private synchronized long hardEnd() {
    return began + limit.multipliedBy(HARD_END).toNanos();
  }

  /** Stops the deadline's clock while the run waits for the owner. */
  synchronized void stopClock() {
    if (clockStopped == null) {
      clockStopped = System.nanoTime();
    }
  }

  /** Starts the deadline's clock again. */
  synchronized void startClock() {
    if (clockStopped != null) {
      began += System.nanoTime() - clockStopped;
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

  /** How long the lease is still trusted; negative if it is not. */
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
   * Permits a click while the lease is trusted; see {@link
   * com.lotview.worker.marketplace.page.ClickGuard}. The first call commits the intent; after it
   * only evidence ends the run.
   *
   * @throws RunStopped if the run has to stop
   */
  Duration permit() {
    if (!intended()) {
      intend();
    }
    Duration trust = trust();
    if (!trust.isPositive()) {
      // This process was paused for longer than the lease: another worker may act by now.
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

  /** Whether a click may have happened. */
  synchronized boolean intended() {
    return intended;
  }

  /** Why the run has to stop; null if it may continue. */
  synchronized @Nullable Stop stopped() {
    return stop;
  }

  /** Stops the run, because another worker may hold the account. */
  void leaseLost() {
    stop(Stop.LEASE_LOST);
  }

  /** Gives the job back, unless the intent is committed. */
  void handBack() {
    stop(Stop.HANDED_BACK);
  }

  private void stop(Stop why) {
    synchronized (this) {
      boolean known = stop == why || (stop != null && stop.overdue() && why.overdue());
      if (stop == Stop.LEASE_LOST || known || (why == Stop.HANDED_BACK && intended)) {
        return;
      }
      stop = why;
    }
    LOG.info("Run {} stops: {}", run.id(), why);
    if (why.overdue()) {
      lastPicture.run();
    }
    endBrowser();
  }

  /** Ends the browser, even if the run is busy. */
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

  /** The run was stopped; {@link #stopped()} says why. */
  static final class RunStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    private RunStopped(Stop why) {
      super("Stopped: " + why);
    }
  }
}
