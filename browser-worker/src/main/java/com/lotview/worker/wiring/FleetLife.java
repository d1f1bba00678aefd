package com.lotview.worker.wiring;

import com.lotview.worker.fleet.DrainRules;
import com.lotview.worker.fleet.Fleet;
import com.lotview.worker.fleet.Retention;
import com.lotview.worker.session.ResealSessions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Starts the fleet when the process is ready, and stops it first: while it drains, the database,
 * the outbox relay and the health page still work.
 */
final class FleetLife {
  private static final Logger LOG = LoggerFactory.getLogger(FleetLife.class);
  private static final int PARENT_GONE = 3;
  private static final Duration BETWEEN_RESEALS = Duration.ofMinutes(1);
  private static final Duration BETWEEN_SELF_TESTS = Duration.ofSeconds(30);
  private static final Duration SWEEPS_END_WITHIN = Duration.ofSeconds(5);
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(6);

  private final Fleet fleet;
  private final Retention retention;
  private final ResealSessions reseal;
  private final @Nullable BrowserSelfTest selfTest;
  private final DrainRules drain;
  private final @Nullable Long parentPid;
  private final ScheduledExecutorService sweeps =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("retention").factory());
  // A reference keeps the watch alive.
  private @Nullable CompletableFuture<Void> parentGone;

  FleetLife(
      Fleet fleet,
      Retention retention,
      ResealSessions reseal,
      @Nullable BrowserSelfTest selfTest,
      DrainRules drain,
      @Nullable Long parentPid) {
    this.fleet = fleet;
    this.retention = retention;
    this.reseal = reseal;
    this.selfTest = selfTest;
    this.drain = drain;
    this.parentPid = parentPid;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    Long parent = parentPid;
    if (parent != null) {
      CompletableFuture<?> gone =
          ProcessHandle.of(parent)
              .<CompletableFuture<?>>map(ProcessHandle::onExit)
              .orElseGet(() -> CompletableFuture.completedFuture(null));
      parentGone = gone.thenRun(this::endWithParent);
    }
    sweeps.execute(this::startFleet);
    var _ =
        sweeps.scheduleWithFixedDelay(
            this::sweepQuietly, 0, BETWEEN_SWEEPS.toMinutes(), TimeUnit.MINUTES);
    sweeps.execute(this::resealQuietly);
  }

  // A browser that does not start now may start later: with more memory, or another profile.
  private void startFleet() {
    BrowserSelfTest test = selfTest;
    boolean ready = test == null || test.passes();
    synchronized (this) {
      if (sweeps.isShutdown()) {
        return;
      }
      if (ready) {
        fleet.start();
      } else {
        var _ = sweeps.schedule(this::startFleet, BETWEEN_SELF_TESTS.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  // Keys change with a restart only, so one whole pass is enough.
  private void resealQuietly() {
    try {
      reseal.pass();
    } catch (RuntimeException e) {
      LOG.warn("Sessions could not be sealed anew for now: {}", e.toString());
      if (!sweeps.isShutdown()) {
        var _ = sweeps.schedule(this::resealQuietly, BETWEEN_RESEALS.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  private void sweepQuietly() {
    try {
      retention.sweep();
    } catch (RuntimeException e) {
      LOG.warn("Old jobs could not be forgotten for now: {}", e.toString());
    }
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    synchronized (this) {
      sweeps.shutdownNow();
    }
    // Watches until the end of the process: a shutdown would wait for the parent's database, which
    // is gone.
    fleet.drain(drain);
    awaitSweeps();
    CompletableFuture<Void> watch = parentGone;
    if (watch != null) {
      watch.cancel(false);
    }
  }

  // An interrupted self-test ends its browser.
  private void awaitSweeps() {
    try {
      if (!sweeps.awaitTermination(SWEEPS_END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        LOG.debug("A sweep or a self-test is still at work");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // The parent's database has ended too, so an orderly shutdown would wait for it without success.
  private void endWithParent() {
    LOG.warn("The process {} is gone: the worker ends too", parentPid);
    fleet.endBrowsers();
    Runtime.getRuntime().halt(PARENT_GONE);
  }
}
