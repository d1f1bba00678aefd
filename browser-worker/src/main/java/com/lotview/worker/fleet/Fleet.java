package com.lotview.worker.fleet;

import com.lotview.worker.blocking.JobTrace;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.Lease;
import com.lotview.worker.fleet.port.WorkerReports;
import com.lotview.worker.fleet.run.JobRunner;
import com.lotview.worker.fleet.run.RunContexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browsers of this process. Takes a job while a browser is free, each on its own virtual
 * thread. Thread-safe.
 */
public final class Fleet {
  private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);
  private static final Duration DEAD_WORKER_POLL_INTERVAL = Duration.ofSeconds(1);

  private final RunContexts runs;
  private final JobRunner runner;
  private final BrowserLoad load;
  private final Semaphore free;
  private final Semaphore wakes = new Semaphore(0);
  // The next claim releases the leases of ended jobs, which saves a transaction.
  private final Queue<Lease> done = new ConcurrentLinkedQueue<>();
  private volatile boolean accepting;
  private long nextWatch = System.nanoTime();

  public Fleet(RunContexts runs, JobRunner runner, WorkerReports reports) {
    this.runs = runs;
    this.runner = runner;
    this.load = new BrowserLoad(reports, runs.rules().browsers(), () -> runs.browsers().hasRoom());
    this.free = new Semaphore(runs.rules().browsers());
  }

  /** Starts to take jobs. */
  public void start() {
    runner.takeUp();
    accepting = true;
    load.start();
    Thread.ofVirtual().name("fleet").start(this::takeJobs);
  }

  /** A hint that there may be a job to take. */
  public void wake() {
    wakes.release();
  }

  private void takeJobs() {
    try {
      while (accepting) {
        free.acquire();
        if (!takeOne()) {
          free.release();
          pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes a job for the acquired browser; returns whether there was one. */
  private boolean takeOne() {
    if (!accepting || !runs.browsers().hasRoom()) {
      return false;
    }
    List<Lease> ended = endedLeases();
    try {
      Optional<Claim> claim =
          runs.jobs()
              .claim(runs.worker(), runs.rules().leaseDuration(), runs.folders().seat(), ended);
      claim.ifPresent(this::begin);
      return claim.isPresent();
    } catch (RuntimeException e) {
      done.addAll(ended);
      LOG.warn("No job could be taken for now: {}", e.toString());
      return false;
    }
  }

  private List<Lease> endedLeases() {
    List<Lease> ended = new ArrayList<>();
    for (Lease lease = done.poll(); lease != null; lease = done.poll()) {
      ended.add(lease);
    }
    return ended;
  }

  private void begin(Claim claim) {
    long began = System.nanoTime();
    load.began();
    Thread.ofVirtual()
        .name("job-" + claim.job().id())
        .start(() -> {
          AtomicBoolean worked = new AtomicBoolean();
          try {
            JobTrace.run(claim.job().traceparent(), () -> worked.set(runner.work(claim)));
          } finally {
            load.ended(worked.get() ? Duration.ofNanos(System.nanoTime() - began) : null);
            done.add(claim.lease());
            free.release();
            wake();
          }
        });
  }

  private void pause() throws InterruptedException {
    if (System.nanoTime() - nextWatch >= 0) {
      nextWatch = System.nanoTime() + DEAD_WORKER_POLL_INTERVAL.toNanos();
      if (foundDeadWorkers()) {
        return;
      }
    }
    if (wakes.tryAcquire(runs.rules().pollInterval().toNanos(), TimeUnit.NANOSECONDS)) {
      wakes.drainPermits();
    }
  }

  // The process of a killed worker of this host is gone, so its lease can be voided at once.
  private boolean foundDeadWorkers() {
    try {
      return runs.jobs().voidLeasesOfDead(runs.worker()) > 0;
    } catch (RuntimeException e) {
      LOG.warn("Dead workers could not be looked for: {}", e.toString());
      return false;
    }
  }

  /** Takes no new job, and lets the running ones end as {@link DrainRules} say. */
  public void drain(DrainRules rules) {
    if (!accepting) {
      return;
    }
    long began = System.nanoTime();
    accepting = false;
    load.stop();
    wake();
    try {
      LOG.info("No new job is taken; running jobs have {} s", rules.handBackAfter().toSeconds());
      if (!idleUntil(began, rules.handBackAfter())) {
        runner.handBack();
        if (!idleUntil(began, rules.endAfter())) {
          LOG.warn("The grace is over: browsers are ended in the middle of their jobs");
          runner.endBrowsers();
        }
      }
      LOG.info("Drained after {} s", Duration.ofNanos(System.nanoTime() - began).toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    releaseQuietly(endedLeases());
  }

  private boolean idleUntil(long began, Duration after) throws InterruptedException {
    int all = runs.rules().browsers();
    long left = began + after.toNanos() - System.nanoTime();
    if (!free.tryAcquire(all, left, TimeUnit.NANOSECONDS)) {
      return false;
    }
    free.release(all);
    return true;
  }

  private void releaseQuietly(List<Lease> leases) {
    try {
      runs.jobs().release(leases);
    } catch (RuntimeException e) {
      LOG.warn("Leases were not released and will lapse: {}", e.toString());
    }
  }

  /** Ends all browsers at once, for a process that must exit immediately. */
  public void endBrowsers() {
    accepting = false;
    runner.endBrowsers();
  }
}
