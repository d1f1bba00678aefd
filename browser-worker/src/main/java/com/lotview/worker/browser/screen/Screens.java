package com.lotview.worker.browser.screen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The screens of a worker's windows: one for all. A screen with many opened windows, or an old one,
 * is retired: the next window gets a new screen, and the old one ends with its last window.
 * Thread-safe.
 */
public final class Screens implements AutoCloseable {

  /** A retired screen ends with the jobs of its windows, which frees lost memory. */
  private static final int MAX_WINDOWS = 200;

  private static final Duration MAX_AGE = Duration.ofHours(6);

  /** Starts and ends one screen. */
  interface Source {
    Screen screen();

    boolean alive();

    void close();
  }

  private static final class Held {
    final Source source;
    final long until;
    int opened;
    int open;

    Held(Source source, long until) {
      this.source = source;
      this.until = until;
    }
  }

  private final Function<Integer, Source> starter;
  private final LongSupplier nanos;
  private final Map<Screen, Held> all = new HashMap<>();
  private @Nullable Held current;
  private int started;

  /** Screens in folders below this one. */
  public static Screens below(Path home) {
    String mine = "screen-" + ProcessHandle.current().pid() + "-";
    return new Screens(
        number -> VirtualScreen.start(home.resolve(mine + number)), System::nanoTime);
  }

  Screens(Function<Integer, Source> starter, LongSupplier nanos) {
    this.starter = starter;
    this.nanos = nanos;
  }

  /** A screen for one window; give it back afterwards. */
  public synchronized Screen take() {
    Held held = current;
    if (held == null || !fit(held)) {
      Held fresh =
          new Held(starter.apply(++started), Math.addExact(nanos.getAsLong(), MAX_AGE.toNanos()));
      current = fresh;
      all.put(fresh.source.screen(), fresh);
      if (held != null) {
        endIfUnused(held);
      }
      held = fresh;
    }
    held.opened++;
    held.open++;
    return held.source.screen();
  }

  private boolean fit(Held held) {
    return held.source.alive() && held.opened < MAX_WINDOWS && nanos.getAsLong() - held.until < 0;
  }

  /** Gives back the screen of a window. */
  public synchronized void giveBack(Screen screen) {
    Held held = all.get(screen);
    if (held != null) {
      held.open--;
      if (held != current) {
        endIfUnused(held);
      }
    }
  }

  private void endIfUnused(Held held) {
    if (held.open == 0 || !held.source.alive()) {
      all.remove(held.source.screen());
      held.source.close();
    }
  }

  /** Ends all screens. */
  @Override
  public synchronized void close() {
    all.values().forEach(held -> held.source.close());
    all.clear();
    current = null;
  }
}
