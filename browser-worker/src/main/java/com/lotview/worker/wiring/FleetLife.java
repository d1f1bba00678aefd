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
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(6);

  private final Fleet fleet;
  private final Retention retention;
  private final ResealSessions reseal;
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
      DrainRules drain,
      @Nullable Long parentPid) {
    this.fleet = fleet;
    this.retention = retention;
    this.reseal = reseal;
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
    fleet.start();
    var _ =
        sweeps.scheduleWithFixedDelay(
            this::sweepQuietly, 0, BETWEEN_SWEEPS.toMinutes(), TimeUnit.MINUTES);
    sweeps.execute(this::resealQuietly);
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
    sweeps.shutdownNow();
    // Watches until the end of the process: a shutdown would wait for the parent's database, which
    // is gone.
    fleet.drain(drain);
    CompletableFuture<Void> watch = parentGone;
    if (watch != null) {
      watch.cancel(false);
    }
  }

  // The parent's database has ended too, so an orderly shutdown would wait for it without success.
  private void endWithParent() {
    LOG.warn("The process {} is gone: the worker ends too", parentPid);
    fleet.endBrowsers();
    Runtime.getRuntime().halt(PARENT_GONE);
  }
}
