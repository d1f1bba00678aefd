package com.lotview.faults.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Workers under a debugger; dead ones are replaced. Thread-safe. */
public final class Crew implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(120);

  private final SystemProcess system;
  private final Map<String, String> environment;
  private final int strength;
  private final List<DebuggedWorker> workers = new ArrayList<>();
  private final List<Trap> traps = new ArrayList<>();
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("crew").factory());
  private int hired;
  private int coming;
  private volatile boolean closed;

  Crew(SystemProcess system, Map<String, String> environment, int strength) {
    this.system = system;
    this.environment = environment;
    this.strength = strength;
  }

  /** Starts missing workers, and waits until so many can work. */
  public void ready(int atLeast) {
    Awaitility.await(atLeast + " workers")
        .atMost(START)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          fill();
          return able() >= atLeast;
        });
  }

  private synchronized int able() {
    return (int) workers.stream().filter(each -> each.isAlive() && !each.isPaused()).count();
  }

  private synchronized void fill() {
    workers.removeIf(each -> !each.isAlive());
    while (!closed && workers.size() + coming < strength) {
      coming++;
      starter.execute(this::hire);
    }
  }

  private void hire() {
    try {
      DebuggedWorker worker = start();
      synchronized (this) {
        traps.forEach(worker::set);
        workers.add(worker);
      }
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        System.err.println("A worker did not start: " + e);
      }
    } finally {
      synchronized (this) {
        coming--;
      }
    }
  }

  private DebuggedWorker start() throws IOException {
    int debug = SystemProcess.freePort();
    int port = SystemProcess.freePort();
    Map<String, String> own = new HashMap<>(environment);
    own.put("PORT", String.valueOf(port));
    Process process =
        system.startWorker(
            own,
            List.of(
                "-Xmx384m",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:"
                    + debug));
    try {
      return attached(process, port, debug);
    } catch (IOException | RuntimeException e) {
      // Without a debugger it would take jobs past every trap.
      process.destroyForcibly();
      throw e;
    }
  }

  private DebuggedWorker attached(Process process, int port, int debug) throws IOException {
    Awaitility.await("the worker is ready")
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !process.isAlive() || SystemProcess.isReady(port));
    if (!process.isAlive()) {
      throw new IOException("it ended with " + process.exitValue());
    }
    return DebuggedWorker.attach("worker " + hired++, process, debug);
  }

  /** Sets the trap at every worker, including later ones. */
  public synchronized void arm(Trap trap) {
    traps.add(trap);
    able(worker -> worker.set(trap));
  }

  public synchronized void disarm(Trap trap) {
    traps.remove(trap);
    able(worker -> worker.remove(trap));
  }

  /** Resumes a paused worker, and sets the traps that it missed. */
  public void goOn(DebuggedWorker worker) {
    worker.goOn();
    synchronized (this) {
      traps.forEach(worker::set);
    }
  }

  // A paused process would not answer; it meets no new job either.
  private void able(java.util.function.Consumer<DebuggedWorker> work) {
    workers.stream().filter(each -> each.isAlive() && !each.isPaused()).forEach(work);
  }

  /** All live workers. */
  public synchronized List<DebuggedWorker> all() {
    return workers.stream().filter(DebuggedWorker::isAlive).toList();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    starter.shutdown();
    starter.awaitTermination(START.toSeconds(), TimeUnit.SECONDS);
    for (DebuggedWorker worker : all()) {
      worker.goOn();
      worker.process().destroy();
      if (!worker.process().waitFor(30, TimeUnit.SECONDS)) {
        worker.process().destroyForcibly().waitFor();
      }
    }
  }
}
