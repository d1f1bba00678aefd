package com.lotview.bench.independence;

import com.lotview.bench.parts.JavaProcess;
import com.lotview.bench.parts.Parts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Workers that join, leave, die and pause while they work; counts the working time that they
 * offered, which gives the possible number of jobs.
 */
final class Crew implements AutoCloseable {
  private final Parts parts;
  private final Map<String, String> settings;
  private final int browsers;
  private final Duration pause;
  private final Consumer<String> tell;
  private final List<JavaProcess> working = new ArrayList<>();
  private double offeredSeconds;
  private long counted = System.nanoTime();

  /**
   * @param browsers of each worker
   * @param pause how long a worker is paused: longer than a lease
   */
  Crew(
      Parts parts,
      Map<String, String> settings,
      int browsers,
      Duration pause,
      Consumer<String> tell) {
    this.parts = parts;
    this.settings = settings;
    this.browsers = browsers;
    this.pause = pause;
    this.tell = tell;
  }

  /** One more. */
  void join() throws IOException, InterruptedException {
    JavaProcess worker = parts.startWorker(settings);
    count();
    working.add(worker);
  }

  /** Browser seconds offered up to now. */
  double offeredSeconds() {
    count();
    return offeredSeconds;
  }

  private void count() {
    long now = System.nanoTime();
    offeredSeconds += (now - counted) / 1e9 * working.size() * browsers;
    counted = now;
  }

  /** Disturbs one of them, in turn: kills it, asks it to end, or pauses it. */
  void disturb(int turn, Random random) throws IOException, InterruptedException {
    count();
    JavaProcess victim = working.remove(random.nextInt(working.size()));
    switch (turn % 3) {
      case 0 -> {
        tell.accept("kill -9 of a worker; another one joins");
        victim.kill();
        join();
      }
      case 1 -> {
        tell.accept("a worker is told to end; another one joins");
        victim.end();
        join();
      }
      default -> {
        tell.accept("a worker is paused for " + pause.toSeconds() + " s");
        victim.pause();
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        victim.resume();
        count();
        working.add(victim);
      }
    }
  }

  @Override
  public void close() {
    for (JavaProcess worker : working) {
      worker.kill();
    }
    working.clear();
  }
}
