package com.lotview.worker.marketplace.page;

import com.lotview.worker.browser.Slowness;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Time as a page has it: it stands still while the page waits for an answer of the site, or its
 * browser for the processor. Limits for what a page does count in it, so that a site or a machine
 * that is twice as slow is no fault of the page. A hard end in real time is above each limit. For
 * one thread at a time.
 */
public final class PageTime {

  /** How far a limit stretches at most. */
  private static final int MAX_STRETCH = 6;

  private static final Duration MAX_MORE = Duration.ofSeconds(60);

  private final LongSupplier nanos;
  private final Slowness slowness;
  private long real;
  private long site;
  private long machine;
  private long stoodStill;

  PageTime(LongSupplier nanos, Slowness slowness) {
    this.nanos = nanos;
    this.slowness = slowness;
    look();
  }

  private void look() {
    long now = nanos.getAsLong();
    long bySite = slowness.bySite().toNanos();
    long byMachine = slowness.byMachine().toNanos();
    // Both may hold it up at once, so the longer one counts.
    stoodStill += Math.min(now - real, Math.max(bySite - site, byMachine - machine));
    real = now;
    site = bySite;
    machine = byMachine;
  }

  /** Begins to count. */
  public Since start() {
    look();
    return new Since(real, stoodStill, site, machine);
  }

  /** What has passed since a moment. */
  public final class Since {
    private final long realThen;
    private final long stillThen;
    private final long siteThen;
    private final long machineThen;

    private Since(long real, long still, long site, long machine) {
      realThen = real;
      stillThen = still;
      siteThen = site;
      machineThen = machine;
    }

    /** The page's own time since then. */
    public Duration passed() {
      look();
      return Duration.ofNanos(real - realThen - (stoodStill - stillThen));
    }

    /** Whether the limit has passed: in the page's time, or its hard end in real time. */
    public boolean over(Duration limit) {
      return passed().compareTo(limit) > 0 || real - realThen > hardEnd(limit);
    }

    private static long hardEnd(Duration limit) {
      long stretched = limit.multipliedBy(MAX_STRETCH).toNanos();
      return Math.min(stretched, limit.plus(MAX_MORE).toNanos());
    }

    /** What a wait of this limit ended with. */
    Stall stall(Duration limit) {
      if (passed().compareTo(limit) > 0) {
        return Stall.NOTHING_MOVES;
      }
      return site - siteThen >= machine - machineThen ? Stall.SITE_SLOW : Stall.BROWSER_SLOW;
    }
  }
}
