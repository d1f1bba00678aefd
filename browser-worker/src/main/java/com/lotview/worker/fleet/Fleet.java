package com.lotview.worker.fleet;

import com.lotview.worker.blocking.JobTrace;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.Lease;
import com.lotview.worker.fleet.run.JobRunner;
import com.lotview.worker.fleet.run.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browsers of this process: takes jobs as long as one is free, each on a virtual thread of its
 * own. Thread-safe.
 */
public final class Fleet {
  private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);
  private static final Duration WATCH = Duration.ofSeconds(1);

  private final Workshop shop;
  private final JobRunner runner;
  private final Semaphore free;
  private final Semaphore wakes = new Semaphore(0);
  // Leases of ended jobs: they go with the next claim, which costs less than going alone.
  private final Queue<Lease> done = new ConcurrentLinkedQueue<>();
  private volatile boolean accepting;
  private long nextWatch = System.nanoTime();

  public Fleet(Workshop shop) {
    this.shop = shop;
    this.runner = new JobRunner(shop);
    this.free = new Semaphore(shop.rules().browsers());
  }

  /** Begins to take jobs. */
  public void start() {
    runner.takeUp();
    accepting = true;
    Thread.ofVirtual().name("fleet").start(this::takeJobs);
  }

  /** There may be a job to take; only a hint. */
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

  /** Whether a job was taken, with the free browser that was acquired for it. */
  private boolean takeOne() {
    if (!accepting || !shop.browsers().hasRoom()) {
      return false;
    }
    List<Lease> ended = endedLeases();
    try {
      Optional<Claim> claim =
          shop.jobs()
              .claim(shop.worker(), shop.rules().leaseDuration(), shop.folders().seat(), ended);
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
    Thread.ofVirtual()
        .name("job-" + claim.job().id())
        .start(() -> {
          try {
            JobTrace.run(claim.job().traceparent(), () -> runner.work(claim));
          } finally {
            done.add(claim.lease());
            free.release();
            wake();
          }
        });
  }

  private void pause() throws InterruptedException {
    if (System.nanoTime() - nextWatch >= 0) {
      nextWatch = System.nanoTime() + WATCH.toNanos();
      if (foundDeadWorkers()) {
        return;
      }
    }
    if (wakes.tryAcquire(shop.rules().pollInterval().toNanos(), TimeUnit.NANOSECONDS)) {
      wakes.drainPermits();
    }
  }

  // A worker of this host that was killed need not be waited out: its process is seen to be gone.
  private boolean foundDeadWorkers() {
    try {
      return shop.jobs().voidLeasesOfDead(shop.worker()) > 0;
    } catch (RuntimeException e) {
      LOG.warn("Dead workers could not be looked for: {}", e.toString());
      return false;
    }
  }

  /**
   * Takes nothing new, gives back what is not past its intent, and waits for the rest; whatever is
   * not ready after the grace loses its browser, and is settled by the next worker.
   */
  public void drain(Duration grace) {
    if (!accepting) {
      return;
    }
    accepting = false;
    wake();
    runner.handBack();
    try {
      if (!idleWithin(grace)) {
        LOG.warn("The grace is over: browsers are ended in the middle of their jobs");
        runner.endBrowsers();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    releaseQuietly(endedLeases());
  }

  private boolean idleWithin(Duration grace) throws InterruptedException {
    int all = shop.rules().browsers();
    if (!free.tryAcquire(all, grace.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    free.release(all);
    return true;
  }

  private void releaseQuietly(List<Lease> leases) {
    try {
      shop.jobs().release(leases);
    } catch (RuntimeException e) {
      LOG.warn("Leases were not released and will lapse: {}", e.toString());
    }
  }

  /** Ends all browsers at once. For a process that must go without asking anybody. */
  public void endBrowsers() {
    accepting = false;
    runner.endBrowsers();
  }
}
