package com.lotview.bench.browser;

import com.lotview.bench.report.Distribution;
import com.lotview.standalone.client.Progress;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./lotview bench browser}, except the long run of one worker ({@link BenchPosts}). */
public final class BenchBrowser {
  private static final int[] SIDE_BY_SIDE = {1, 4, 8};
  private static final double AIM = 0.8;
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final Path target;
  private final Path folder;
  private final BrowserOptions options;
  private final PrintStream out;
  private final Progress progress;
  private final boolean headless = "true".equals(System.getenv("LOTVIEW_HEADLESS"));
  private final Map<String, Object> json = new LinkedHashMap<>();
  private boolean good = true;

  private BenchBrowser(Path target, Path folder, BrowserOptions options, PrintStream out) {
    this.target = target;
    this.folder = folder;
    this.options = options;
    this.out = out;
    this.progress = new Progress(out);
  }

  /**
   * Runs it.
   *
   * @param json where the figures go
   * @param folder to work in; its path must be short
   */
  public static boolean run(Path json, Path folder, BrowserOptions options) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // It warns at every start that it has no model of this Chromium's debugging protocol; none is
    // used.
    SELENIUM.setLevel(Level.SEVERE);
    BenchBrowser bench = new BenchBrowser(json, folder, options, out);
    bench.run();
    return bench.good;
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    json.put("bench", "browser");
    json.put("window", !headless);
    try (Stage stage = Stage.open(folder, headless)) {
      if (options.wants("start")) {
        starts(stage);
      }
      if (options.wants("memory")) {
        memory(stage);
      }
      if (options.wants("fill")) {
        fills(stage);
      }
      if (options.wants("kill")) {
        kills(stage);
      }
    }
    if (options.wants("probe")) {
      probe();
    }
    Folders.delete(folder);
    String text = JsonMapper.builder().build().writeValueAsString(json);
    out.println(text);
    Files.writeString(target, text);
  }

  private void starts(Stage stage) {
    progress.step("starting browsers");
    Starts starts = new Starts(stage);
    List<Distribution> rows = new ArrayList<>(starts.measure(options.starts()));
    rows.add(starts.ends());
    table("start", rows);
  }

  private void table(String name, List<Distribution> rows) {
    out.println("\n| " + name + " (ms) | n | p50 | p95 | p99 | max |");
    out.println("|---|---|---|---|---|---|");
    rows.forEach(row -> out.println(row.row()));
    json.put(name, rows.stream().map(Distribution::json).toList());
  }

  private void memory(Stage stage) throws IOException, InterruptedException, ExecutionException {
    SideBySide sideBySide = new SideBySide(stage);
    List<SideBySide.Row> rows = new ArrayList<>();
    for (int count : SIDE_BY_SIDE) {
      progress.step(count + " browsers side by side");
      rows.add(sideBySide.measure(count));
    }
    out.println(
        "\n"
            + "| browsers | s until all on the form | MiB in all | MiB each | of it forwarder |"
            + " screen | processes | per GiB |");
    out.println("|---|---|---|---|---|---|---|---|");
    rows.forEach(row -> out.println(row.line()));
    json.put("sideBySide", rows.stream().map(SideBySide.Row::json).toList());
  }

  private void fills(Stage stage) throws IOException, InterruptedException {
    progress.step(options.fills() + " forms with 10 photos of 3 MB, in turn with the plain script");
    Fills fills = new Fills(stage, yardstick(), progress);
    fills.run(options.fills());
    List<Distribution> rows = fills.rows();
    table("fill", rows);
    out.println("stored otherwise than ordered: " + fills.wrong().size());
    fills.wrong().forEach(out::println);
    json.put("wrong", fills.wrong().size());
    good &= fills.wrong().isEmpty();
    if (rows.size() > 1 && rows.get(1).name().contains("puppeteer")) {
      double share = rows.get(0).percentile(0.5) / rows.get(1).percentile(0.5);
      out.printf(Locale.ROOT, "share of the plain script's time: %.2f (aim: %.1f)%n", share, AIM);
      json.put("shareOfPlainScript", share);
    }
  }

  private @Nullable Yardstick yardstick() throws IOException, InterruptedException {
    Optional<Path> node = Yardstick.node();
    Path library = Path.of("benchmarks", "target", "yardstick").toAbsolutePath();
    if (node.isEmpty() || !Yardstick.fetch(library)) {
      out.println(
          "SKIPPED: the plain script beside it, since node or puppeteer-core is not to be had");
      return null;
    }
    return new Yardstick(node.get(), library, headless);
  }

  private void kills(Stage stage) throws IOException, InterruptedException {
    progress.step(options.kills() + " times kill -9 of driver, browser or both");
    Kills kills = new Kills(stage);
    kills.run(options.kills(), progress);
    table(
        "kill to nothing left",
        List.of(
            Distribution.of(
                "kill to nothing left", kills.seconds().stream().map(s -> s * 1000).toList())));
    out.println("left after 5 s, of " + options.kills() + " kills: " + kills.left());
    json.put("left", kills.left());
    good &= kills.left().values().stream().allMatch(count -> count == 0);
  }

  private void probe() throws IOException, InterruptedException {
    progress.step("opening the probe page in every way");
    Map<String, Appeared> ways = new Probe(folder).run();
    String report = ProbeReport.of(ways);
    Files.writeString(target.resolveSibling("browser-probe.md"), report);
    out.println("\n" + report);
    Map<String, Object> found = new LinkedHashMap<>();
    ways.forEach((way, seen) -> found.put(way, seen.contradictions()));
    json.put("contradictions", found);
    Appeared ours = ways.get(Probe.DEFAULT);
    good &= ours != null && ours.contradictions().isEmpty();
  }
}
