package com.lotview.bench.browser;

import com.lotview.bench.report.Distribution;
import com.lotview.worker.browser.BrowserSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The time from the request for a browser until it can be driven: profile, forwarder, driver,
 * window.
 */
public final class Starts {
  private static final Path CACHES = Path.of("/proc/sys/vm/drop_caches");

  private final Stage stage;
  private final List<Double> ends = new ArrayList<>();

  Starts(Stage stage) {
    this.stage = stage;
  }

  /**
   * The first start in this process, after dropping the system's file cache where that is allowed;
   * then warm starts.
   */
  List<Distribution> measure(int warm) {
    List<Distribution> rows = new ArrayList<>();
    boolean cold = dropCaches();
    rows.add(Distribution.of(cold ? "first, files cold" : "first, files warm", List.of(once())));
    if (cold) {
      List<Double> colds = new ArrayList<>();
      for (int i = 0; i < 3 && dropCaches(); i++) {
        colds.add(once());
      }
      rows.add(Distribution.of("later, files cold", colds));
    }
    List<Double> warms = new ArrayList<>();
    for (int i = 0; i < warm; i++) {
      warms.add(once());
    }
    rows.add(Distribution.of("warm", warms));
    return rows;
  }

  private double once() {
    long began = System.nanoTime();
    BrowserSession browser = stage.browser();
    final double millis = (System.nanoTime() - began) / 1e6;
    browser.driver().get("about:blank");
    long ending = System.nanoTime();
    browser.close();
    ends.add((System.nanoTime() - ending) / 1e6);
    return millis;
  }

  /** The time from the request to end a browser until nothing of it is left. */
  public Distribution ends() {
    return Distribution.of("end", ends);
  }

  private static boolean dropCaches() {
    try {
      Files.writeString(CACHES, "3\n");
      return true;
    } catch (IOException notAllowed) {
      return false;
    }
  }
}
