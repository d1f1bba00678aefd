package com.lotview.bench.browser;

import com.lotview.standalone.client.Progress;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills a browser, its driver or both in the middle of work, ends the job as a worker does, and
 * checks what remains: processes, files, and ports that still answer.
 */
public final class Kills {
  private static final int TELL_EVERY = 10;
  private static final long LOOK_EVERY_MILLIS = 50;
  private static final long PATIENCE_SECONDS = 5;
  private static final Pattern PORT =
      Pattern.compile("--(?:port=|proxy-server=http://127.0.0.1:)([1-9]\\d*)");

  private enum Victim {
    DRIVER,
    BROWSER,
    BOTH
  }

  /** The remains after one kill. */
  private record Left(Set<String> what, double seconds) {}

  private final Stage stage;
  private final List<Double> seconds = new ArrayList<>();
  private final Map<String, Integer> left = new LinkedHashMap<>();

  Kills(Stage stage) {
    this.stage = stage;
    for (String kind : List.of("processes", "folders", "ports")) {
      left.put(kind, 0);
    }
  }

  /** Repeats it so often, with one victim after the other. */
  public void run(int times, Progress progress) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      Left found = once(Victim.values()[i % Victim.values().length]);
      seconds.add(found.seconds());
      found.what().forEach(kind -> left.merge(kind, 1, Integer::sum));
      if ((i + 1) % TELL_EVERY == 0) {
        progress.step((i + 1) + " killed");
      }
    }
  }

  /** Seconds from the kill until nothing was left, or the time limit. */
  public List<Double> seconds() {
    return List.copyOf(seconds);
  }

  /** How often something of a kind was left after five seconds. */
  public Map<String, Integer> left() {
    return Map.copyOf(left);
  }

  private Left once(Victim victim) throws IOException, InterruptedException {
    BrowserSession browser = stage.browser();
    browser.setCookies(Stage.cookies(stage.account()), stage.site());
    browser.driver().get(stage.site() + "/marketplace/create/vehicle");
    List<Groups.Seen> family = Groups.of(browser.folder());
    Set<Integer> ports = ports(browser, family);
    Thread worker = Thread.ofVirtual().start(() -> workUntilItEnds(browser));
    long killed = System.nanoTime();
    victims(victim, family)
        .forEach(one -> ProcessHandle.of(one.pid()).ifPresent(ProcessHandle::destroyForcibly));
    worker.join();
    browser.close();
    Folders.delete(browser.folder());
    Set<String> what = left(browser.folder(), ports);
    while (!what.isEmpty() && System.nanoTime() - killed < PATIENCE_SECONDS * 1_000_000_000L) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      what = left(browser.folder(), ports);
    }
    return new Left(what, (System.nanoTime() - killed) / 1e9);
  }

  private static void workUntilItEnds(BrowserSession browser) {
    try {
      while (true) {
        browser.driver().executeScript("return document.title");
      }
    } catch (RuntimeException lost) {
      // Expected, because it was killed.
    }
  }

  private static List<Groups.Seen> victims(Victim victim, List<Groups.Seen> family) {
    return family.stream()
        .filter(one ->
            switch (victim) {
              case DRIVER -> isDriver(one);
              case BROWSER -> isBrowser(one);
              case BOTH -> isDriver(one) || isBrowser(one);
            })
        .toList();
  }

  private static boolean isDriver(Groups.Seen one) {
    return one.words().contains("chromedriver");
  }

  private static boolean isBrowser(Groups.Seen one) {
    return one.words().contains("--user-data-dir=") && !one.words().contains("--type=");
  }

  private static Set<Integer> ports(BrowserSession browser, List<Groups.Seen> family) {
    Set<Integer> ports = new TreeSet<>();
    ports.add(browser.pageSocket().getPort());
    for (Groups.Seen one : family) {
      Matcher port = PORT.matcher(one.words());
      while (port.find()) {
        ports.add(Integer.parseInt(port.group(1)));
      }
    }
    return ports;
  }

  private static Set<String> left(Path folder, Set<Integer> ports) {
    Set<String> what = new TreeSet<>();
    if (Groups.all().stream().anyMatch(one -> one.words().contains(folder + "/"))) {
      what.add("processes");
    }
    if (Files.exists(folder)) {
      what.add("folders");
    }
    if (ports.stream().anyMatch(Kills::answers)) {
      what.add("ports");
    }
    return what;
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
