package com.lotview.worker.browser.pool;

import com.lotview.worker.browser.BrowserLauncher;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.LaunchRequest;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.pool.BrowserSlots.Slot;
import com.lotview.worker.browser.pool.BrowserSlots.State;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.BrowserStartException.Reason;
import com.lotview.worker.browser.process.Pause;
import com.lotview.worker.browser.screen.Screen;
import com.lotview.worker.browser.screen.Screens;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The browsers of one worker. Each serves one job, with its own folder, proxy and window, and
 * starts when there is memory. Thread-safe; {@link #open} blocks and suits virtual threads.
 */
public final class BrowserPool implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(BrowserPool.class.getName());

  private static final long POLL_MILLIS = 50;
  private static final Viewport TRIAL = new Viewport(1920, 1080);

  private final BrowserLauncher launcher;
  private final Appearance appearance;
  private final JobProxies proxies;
  private final PoolRules rules;
  private final LongSupplier freeMemory;
  private final BrowserSlots slots;
  private final @Nullable Screens screens;

  /**
   * @param home folder for shared files of all browsers
   * @param freeMemory in bytes
   */
  public BrowserPool(
      BrowserLauncher launcher,
      Appearance appearance,
      JobProxies proxies,
      PoolRules rules,
      LongSupplier freeMemory,
      Path home) {
    this.launcher = launcher;
    this.appearance = appearance;
    this.proxies = proxies;
    this.rules = rules;
    this.freeMemory = freeMemory;
    this.slots = new BrowserSlots(rules, System::nanoTime);
    this.screens = appearance.ownScreen() ? Screens.below(home) : null;
  }

  /** Whether a browser can start now without waiting for memory. */
  public boolean hasRoom() {
    return slots.hasRoom(freeMemory.getAsLong());
  }

  /** Number of browsers by state, with the state's name in lower case. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    slots.counts().forEach((state, n) -> counts.put(state.name().toLowerCase(Locale.ROOT), n));
    return counts;
  }

  /** Free memory for browsers, in bytes. */
  public long freeBytes() {
    return freeMemory.getAsLong();
  }

  /**
   * Starts a browser as soon as there is room. Closing it releases everything.
   *
   * @param folder the job's own
   * @param account the browser's account; it always gets the same proxy
   * @throws BrowserStartException if it cannot be started; no process is left then
   */
  public BrowserSession open(Path folder, String account, Viewport viewport) {
    Slot slot = slots.ask();
    Pieces pieces = new Pieces();
    try {
      awaitRoom(slot);
      JobProxies.JobProxy proxy = proxies.open(folder, account);
      pieces.proxy = proxy;
      Screens shared = screens;
      pieces.screen = shared == null ? null : shared.take();
      BrowserSession session = launch(folder, pieces.screen, viewport, proxy.address());
      slots.move(slot, State.BUSY);
      PooledBrowser browser =
          new PooledBrowser(session, proxy, () -> retire(slot, session, pieces));
      browser.endAfter(rules.maxAge());
      return browser;
    } catch (RuntimeException failure) {
      giveBack(pieces);
      slots.move(slot, State.DEAD);
      throw failure;
    }
  }

  private BrowserSession launch(
      Path folder, @Nullable Screen screen, Viewport viewport, @Nullable String proxy) {
    return launcher.launch(
        new LaunchRequest(
            folder, appearance.language(), appearance.display(), screen, viewport, proxy));
  }

  /**
   * Opens a browser without a proxy and without a page, and closes it: whether browsers can start
   * here at all.
   *
   * @param folder of the trial; deleted afterwards
   * @throws BrowserStartException if none can; the message says why, and names the cure if there is
   *     one
   */
  public void tryOut(Path folder) {
    Slot slot = slots.ask();
    Pieces pieces = new Pieces();
    try {
      awaitRoom(slot);
      Screens shared = screens;
      pieces.screen = shared == null ? null : shared.take();
      launch(folder, pieces.screen, TRIAL, null).close();
    } catch (BrowserStartException failure) {
      String cause = launcher.diagnose(folder);
      throw new BrowserStartException(
          failure.reason(),
          cause.isEmpty() ? String.valueOf(failure.getMessage()) : cause,
          failure);
    } finally {
      giveBack(pieces);
      slots.move(slot, State.DEAD);
      delete(folder);
    }
  }

  // The next worker's sweep deletes what cannot be deleted now.
  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException leftover) {
      LOG.log(System.Logger.Level.DEBUG, "left behind by a trial", leftover);
    }
  }

  private void awaitRoom(Slot slot) {
    long deadline = System.nanoTime() + rules.roomTimeout().toNanos();
    while (!slots.admit(slot, freeMemory.getAsLong())) {
      if (System.nanoTime() - deadline > 0) {
        throw new BrowserStartException(
            Reason.DID_NOT_START,
            "there is no room for a browser: %d MiB are free, %d are needed (LOTVIEW_BROWSER_MIN_FREE_MEMORY)"
                .formatted(freeMemory.getAsLong() >> 20, rules.reserveBytes() >> 20),
            null);
      }
      Pause.millis(POLL_MILLIS);
    }
  }

  private void retire(Slot slot, BrowserSession session, Pieces pieces) {
    if (slots.retire(slot)) {
      try {
        session.close();
      } finally {
        giveBack(pieces);
        slots.move(slot, State.DEAD);
      }
    }
  }

  private void giveBack(Pieces pieces) {
    JobProxies.JobProxy proxy = pieces.proxy;
    Screen screen = pieces.screen;
    Screens shared = screens;
    try {
      if (proxy != null) {
        proxy.close();
      }
    } catch (RuntimeException leftover) {
      LOG.log(System.Logger.Level.WARNING, "left behind by a browser", leftover);
    } finally {
      if (shared != null && screen != null) {
        shared.giveBack(screen);
      }
    }
  }

  /** Releases what the browsers shared. Their openers close the browsers. */
  @Override
  public void close() {
    proxies.close();
    Screens shared = screens;
    if (shared != null) {
      shared.close();
    }
  }

  /** The resources of a browser. */
  private static final class Pieces {
    private JobProxies.@Nullable JobProxy proxy;
    private @Nullable Screen screen;
  }
}
