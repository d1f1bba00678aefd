package com.lotview.bench.recorder;

import com.lotview.worker.fleet.job.PostingOrder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** How long filling a form takes; it costs nothing but time. Thread-safe. */
final class Work {
  private final Duration usual;
  private final Duration stuck;
  private final String stuckAccount;
  private final AtomicBoolean wasStuck = new AtomicBoolean();

  private Work(Duration usual, Duration stuck, String stuckAccount) {
    this.usual = usual;
    this.stuck = stuck;
    this.stuckAccount = stuckAccount;
  }

  static Work of(Map<String, String> env) {
    return new Work(
        millis(env, "RECORDER_WORK_MS"),
        millis(env, "RECORDER_STUCK_MS"),
        env.getOrDefault("RECORDER_STUCK_ACCOUNT", ""));
  }

  private static Duration millis(Map<String, String> env, String name) {
    return Duration.ofMillis(Long.parseLong(env.getOrDefault(name, "0")));
  }

  /**
   * Takes the time.
   *
   * @throws IllegalStateException if the thread is interrupted meanwhile
   */
  void fill(PostingOrder order) {
    boolean first =
        order.fbAccountId().toString().equals(stuckAccount) && wasStuck.compareAndSet(false, true);
    try {
      Thread.sleep(first ? stuck : usual);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The browser was ended", e);
    }
  }
}
