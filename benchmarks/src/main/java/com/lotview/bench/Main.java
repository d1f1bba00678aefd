package com.lotview.bench;

import com.lotview.bench.api.ApiLoad;
import com.lotview.bench.api.BenchApi;
import com.lotview.bench.browser.BenchBrowser;
import com.lotview.bench.browser.BenchPosts;
import com.lotview.bench.browser.BrowserOptions;
import com.lotview.bench.engine.BenchEngine;
import com.lotview.bench.form.BenchForms;
import com.lotview.bench.form.BenchHands;
import com.lotview.bench.form.FormOptions;
import com.lotview.bench.hidden.BenchHidden;
import com.lotview.bench.imports.BenchImport;
import com.lotview.bench.independence.BenchIndependence;
import com.lotview.bench.live.BenchLive;
import com.lotview.bench.ontime.BenchOnTime;
import com.lotview.bench.outbox.BenchOutbox;
import com.lotview.bench.parts.FreshSystem;
import com.lotview.bench.parts.TemporaryFolder;
import com.lotview.bench.path.BenchPath;
import com.lotview.bench.states.BenchStates;
import com.lotview.bench.web.BenchWeb;
import com.lotview.bench.web.WebLoad;
import com.lotview.standalone.client.Installation;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * {@code ./lotview bench NAME ARGUMENTS}: runs one benchmark. Ends with 0 if what it proves held;
 * its figures are in {@code LOTVIEW_HOME/bench-NAME.json}.
 */
public final class Main {
  private static final Map<String, String> TWO_BROWSERS = Map.of("LOTVIEW_BROWSERS", "2");
  private static final Map<String, String> NO_SITE =
      Map.of("MARKETPLACE_URL", "http://recorder.invalid");

  private final Path results;

  private Main(Path results) {
    this.results = results;
  }

  /** The benchmark's name and its arguments. */
  public static void main(String[] args) {
    // Chromium refuses a photo whose path has dots in it.
    Path home = Path.of(System.getenv().getOrDefault("LOTVIEW_HOME", ".lotview"));
    System.exit(new Main(home.toAbsolutePath().normalize()).run(List.of(args)) ? 0 : 1);
  }

  private boolean run(List<String> words) {
    Callable<Boolean> benchmark;
    try {
      Arguments arguments = new Arguments(words.subList(Math.min(1, words.size()), words.size()));
      benchmark = benchmark(words.isEmpty() ? "" : words.getFirst(), arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("lotview: " + e.getMessage());
      return false;
    }
    try {
      return benchmark.call();
    } catch (Exception e) {
      LoggerFactory.getLogger(Main.class).error("The measurement failed", e);
      System.err.println("The measurement failed: " + e);
      return false;
    }
  }

  /** Reads the arguments before anything starts. */
  private Callable<Boolean> benchmark(String name, Arguments arguments) {
    return switch (name) {
      case "path" -> path(arguments);
      case "live" -> live();
      case "engine" -> engine(arguments);
      case "api" -> api(arguments);
      case "import" -> imports(arguments);
      case "web" -> web(arguments);
      case "ontime" -> ontime(arguments);
      case "independence" -> independence(arguments);
      case "outbox" -> outbox(arguments);
      case "browser" -> browser(arguments);
      case "forms" -> forms(arguments);
      case "states" -> states(arguments);
      case "hidden" -> hidden(arguments);
      default -> throw new IllegalArgumentException("there is no benchmark '" + name + "'");
    };
  }

  private Callable<Boolean> path(Arguments arguments) {
    int postings = arguments.number(0, 200);
    return () ->
        inFreshSystem(TWO_BROWSERS, system -> BenchPath.run(system, json("path"), postings));
  }

  private Callable<Boolean> live() {
    return () -> inFreshSystem(TWO_BROWSERS, system -> BenchLive.run(system, json("live")));
  }

  private Callable<Boolean> engine(Arguments arguments) {
    int postings = arguments.number(0, 5000);
    List<Integer> waiting = arguments.numbers(1, "1000,100000,1000000");
    return () ->
        inFreshSystem(
            NO_SITE,
            system -> BenchEngine.run(system, json("engine"), postings, waiting),
            "--no-worker");
  }

  private Callable<Boolean> api(Arguments arguments) {
    ApiLoad load =
        new ApiLoad(
            arguments.number(0, 1_000_000),
            arguments.number(1, 2_000),
            arguments.number(2, 2_000),
            arguments.number(3, 100),
            arguments.number(4, 100),
            arguments.number(5, 10));
    return () ->
        inFreshSystem(NO_SITE, system -> BenchApi.run(system, json("api"), load), "--no-worker");
  }

  private Callable<Boolean> imports(Arguments arguments) {
    List<Integer> rows = arguments.numbers(0, "10000,100000");
    return () ->
        inFreshSystem(
            Map.of(), system -> BenchImport.run(system, json("import"), rows), "--no-worker");
  }

  private Callable<Boolean> web(Arguments arguments) {
    WebLoad load =
        new WebLoad(
            arguments.numbers(0, "10000,100000"),
            arguments.number(1, 60),
            arguments.number(2, 100),
            arguments.number(3, 1000));
    return () ->
        inFreshSystem(Map.of(), system -> BenchWeb.run(system, json("web"), load), "--no-worker");
  }

  private Callable<Boolean> ontime(Arguments arguments) {
    int postings = arguments.number(0, 10_000);
    return () -> inFolder(folder -> BenchOnTime.run(json("ontime"), folder, postings));
  }

  private Callable<Boolean> independence(Arguments arguments) {
    int jobs = arguments.number(0, 1000);
    return () -> inFolder(folder -> BenchIndependence.run(json("independence"), folder, jobs));
  }

  private Callable<Boolean> outbox(Arguments arguments) {
    int transactions = arguments.number(0, 20_000);
    return () -> inFolder(folder -> BenchOutbox.run(json("outbox"), folder, transactions));
  }

  private Callable<Boolean> browser(Arguments arguments) {
    BrowserOptions options = BrowserOptions.of(arguments.words());
    return () -> browser(options);
  }

  private Callable<Boolean> forms(Arguments arguments) {
    FormOptions options = FormOptions.of(arguments.words());
    boolean byHand = arguments.words().contains("--by-hand");
    return () ->
        inKeptFolder(
            "forms",
            options.resume(),
            folder ->
                byHand
                    ? BenchHands.run(json("by-hand"), folder, options)
                    : BenchForms.run(json("forms"), folder, options));
  }

  private Callable<Boolean> states(Arguments arguments) {
    Pattern cases = arguments.pattern(0);
    int browsers = arguments.number(1, 2);
    return () ->
        inKeptFolder(
            "states", false, folder -> BenchStates.run(json("states"), folder, browsers, cases));
  }

  private Callable<Boolean> hidden(Arguments arguments) {
    Pattern cases = arguments.pattern(0);
    int browsers = arguments.number(1, 2);
    return () ->
        inKeptFolder(
            "hidden", false, folder -> BenchHidden.run(json("hidden"), folder, browsers, cases));
  }

  private boolean browser(BrowserOptions options) throws Exception {
    boolean good = true;
    if (options.wantsBrowsers()) {
      good = inFolder(folder -> BenchBrowser.run(json("browser"), folder, options));
    }
    if (options.wants("posts")) {
      good &=
          inFreshSystem(
              TWO_BROWSERS,
              system -> BenchPosts.run(system, json("browser-posts"), options.posts()));
    }
    return good;
  }

  private Path json(String name) {
    return results.resolve("bench-" + name + ".json");
  }

  /** Work on something that is there only meanwhile. */
  @FunctionalInterface
  private interface Measurement<T> {
    boolean of(T place) throws Exception;
  }

  private static boolean inFreshSystem(
      Map<String, String> settings, Measurement<Installation> measurement, String... words)
      throws Exception {
    try (FreshSystem system = FreshSystem.start(settings, words)) {
      return measurement.of(system.installation());
    }
  }

  /** A folder that stays only if the benchmark fails, with the logs in it. */
  private static boolean inFolder(Measurement<Path> measurement) throws Exception {
    Path folder = TemporaryFolder.make();
    boolean good = false;
    try {
      good = measurement.of(folder.resolve("h"));
    } finally {
      if (good) {
        Folders.delete(folder);
      } else {
        System.out.println("The measurement's files are kept in " + folder);
      }
    }
    return good;
  }

  /** A folder beside the figures; what browsers left in it is removed, pictures are kept. */
  private boolean inKeptFolder(String name, boolean resume, Measurement<Path> measurement)
      throws Exception {
    Path folder = results.resolve("bench-" + name);
    if (!resume) {
      Folders.delete(folder);
    }
    Files.createDirectories(folder);
    try {
      return measurement.of(folder);
    } finally {
      Folders.delete(folder.resolve("photos"));
      deleteJobs(folder);
    }
  }

  private static void deleteJobs(Path folder) throws IOException {
    try (DirectoryStream<Path> jobs = Files.newDirectoryStream(folder, "job-*")) {
      for (Path job : jobs) {
        Folders.delete(job);
      }
    }
  }
}
