package com.lotview.standalone;

import com.lotview.worker.WorkerApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A browser worker in a separate process, so that it can die, be killed and be added alone. One
 * that dies is started again, until this is closed. Thread-safe.
 */
final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final long GRACE_SECONDS = 20;
  private static final long RESTART_SECONDS = 1;

  private final ProcessBuilder builder;
  private Process process;
  private CompletableFuture<Void> watch = CompletableFuture.completedFuture(null);
  private boolean closed;

  private WorkerProcess(ProcessBuilder builder) {
    this.builder = builder;
    this.process = launch();
  }

  static WorkerProcess start(Map<String, String> environment, Path log) {
    return new WorkerProcess(JavaCommand.of(WorkerApplication.class, log, environment));
  }

  private Process launch() {
    try {
      Process started = builder.start();
      watch = started.onExit().thenAccept(this::ended);
      return started;
    } catch (IOException e) {
      throw new StartupException("The browser worker could not be started", e);
    }
  }

  private synchronized void ended(Process dead) {
    if (!closed) {
      LOG.warn("The browser worker ended with {}; starting it again", dead.exitValue());
      CompletableFuture.delayedExecutor(RESTART_SECONDS, TimeUnit.SECONDS).execute(this::restart);
    }
  }

  private synchronized void restart() {
    if (!closed) {
      process = launch();
    }
  }

  @Override
  public void close() {
    Process current;
    synchronized (this) {
      closed = true;
      watch.cancel(false);
      current = process;
    }
    current.destroy();
    try {
      if (!current.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        current.destroyForcibly().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      current.destroyForcibly();
    }
  }
}
