package com.lotview.bench.browser;

import com.lotview.worker.browser.BrowserSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Measures the resources of simultaneous browsers, each signed in and on the form. */
final class SideBySide {
  private static final long REST_SECONDS = 4;

  /**
   * The resources of so many.
   *
   * @param seconds until all were on the form
   * @param mib of all their processes, drivers, forwarders and the screen, as proportional set size
   */
  record Row(
      int browsers, double seconds, double mib, double forwarders, double screen, int processes) {
    double perGiB() {
      return browsers * 1024 / mib;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "| %d | %.1f | %.0f | %.0f | %.0f | %.0f | %d | %.1f |",
          browsers,
          seconds,
          mib,
          mib / browsers,
          forwarders / browsers,
          screen,
          processes,
          perGiB());
    }

    Map<String, Object> json() {
      return Map.of(
          "browsers",
          browsers,
          "secondsUntilAllUp",
          seconds,
          "pssMiB",
          mib,
          "forwardersMiB",
          forwarders,
          "screenMiB",
          screen,
          "processes",
          processes,
          "sessionsPerGiB",
          perGiB());
    }
  }

  private final Stage stage;

  SideBySide(Stage stage) {
    this.stage = stage;
  }

  Row measure(int count) throws IOException, InterruptedException, ExecutionException {
    List<BrowserSession> open = new ArrayList<>();
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<BrowserSession>> coming = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        coming.add(threads.submit(this::onForm));
      }
      for (Future<BrowserSession> one : coming) {
        open.add(one.get());
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      TimeUnit.SECONDS.sleep(REST_SECONDS);
      return row(count, seconds, Groups.of(stage.home()));
    } finally {
      open.forEach(BrowserSession::close);
    }
  }

  private static Row row(int count, double seconds, List<Groups.Seen> all) throws IOException {
    List<Groups.Seen> forwarders =
        all.stream().filter(one -> one.words().contains("ForwarderMain")).toList();
    List<Groups.Seen> screens = all.stream().filter(one -> one.words().startsWith("Xvfb")).toList();
    return new Row(
        count,
        seconds,
        Groups.pssMiB(all),
        Groups.pssMiB(forwarders),
        Groups.pssMiB(screens),
        all.size());
  }

  private BrowserSession onForm() throws IOException {
    BrowserSession browser = stage.browser();
    browser.setCookies(Stage.cookies(stage.account()), stage.site());
    browser.driver().get(stage.site() + "/marketplace/create/vehicle");
    return browser;
  }
}
