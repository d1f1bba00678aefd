package com.lotview.worker.fleet;

import com.lotview.worker.fleet.port.WorkerReports;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the busy browsers of this process, measures how long jobs take, and reports both: every
 * few seconds, and soon after a job began or ended. Thread-safe.
 */
final class BrowserLoad {
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  // Changes that come close together need one report.
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final double WEIGHT_OF_LATEST = 0.2;

  private final WorkerReports reports;
  private final int browsers;
  private final BooleanSupplier room;
  private final Semaphore changes = new Semaphore(0);
  private int busy;
  private @Nullable Double seconds;
  private volatile boolean running;

  /**
   * @param room whether another browser fits into the machine's memory
   */
  BrowserLoad(WorkerReports reports, int browsers, BooleanSupplier room) {
    this.reports = reports;
    this.browsers = browsers;
    this.room = room;
  }

  void start() {
    running = true;
    Thread.ofVirtual().name("browser-load").start(this::report);
  }

  /** The worker takes no more jobs. */
  void stop() {
    running = false;
    changes.release();
  }

  synchronized void began() {
    busy++;
    changes.release();
  }

  /**
   * A job has left its browser.
   *
   * @param took null if no browser worked for it; such a job does not count for the pace
   */
  synchronized void ended(@Nullable Duration took) {
    busy--;
    if (took != null) {
      double latest = Math.max(0.001, took.toNanos() / 1e9);
      Double before = seconds;
      seconds = before == null ? latest : before + WEIGHT_OF_LATEST * (latest - before);
    }
    changes.release();
  }

  private void report() {
    try {
      while (running) {
        tell();
        Thread.sleep(PAUSE);
        if (changes.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
          changes.drainPermits();
        }
      }
      reports.tell(0, 0, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    int free;
    Double average;
    synchronized (this) {
      free = room.getAsBoolean() ? Math.max(0, browsers - busy) : 0;
      average = seconds;
    }
    reports.tell(browsers, free, average);
  }
}
