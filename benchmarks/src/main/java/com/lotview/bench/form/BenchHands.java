package com.lotview.bench.form;

import com.lotview.bench.form.FormResult.Verdict;
import com.lotview.bench.form.FormTrial.Case;
import com.lotview.standalone.client.Progress;
import com.lotview.worker.browser.pool.BrowserReaper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench forms --by-hand}: the same mutated forms, filled by the extension's script
 * for a person who publishes, beside the fleet. The sandbox's ledger judges.
 */
public final class BenchHands {
  private static final double PACE = 0.05;
  private static final double ENOUGH = 0.95;
  private static final String LINES = "by-hand.jsonl";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress(out);
  private final FormOptions options;
  private final Path folder;
  private final List<HandResult> results = Collections.synchronizedList(new ArrayList<>());

  private BenchHands(FormOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  /** Runs it; whether nothing wrong was listed, and enough was filled. */
  public static boolean run(Path json, Path folder, FormOptions options) throws Exception {
    return new BenchHands(options, folder).run(json);
  }

  private boolean run(Path json) throws IOException, InterruptedException, ExecutionException {
    FeedStock stock = FeedStock.read();
    progress.step(stock.summary());
    String script = FillScript.build(folder);
    List<Case> cases = open(options.cases(stock.vehicles()));
    progress.step(
        cases.size()
            + " forms"
            + (results.isEmpty() ? "" : " beside the " + results.size() + " of the last run")
            + ", "
            + options.browsers()
            + " browsers");
    BrowserReaper.sweep(folder);
    try (FormSite site = new FormSite(options.from(), PACE)) {
      FormJudge judge = new FormJudge(site);
      FormTrial fleet = new FormTrial(site, judge, folder);
      HandTrial trial = new HandTrial(site, judge, fleet, folder, script);
      try (ExecutorService browsers = Executors.newFixedThreadPool(options.browsers())) {
        List<Future<?>> running =
            cases.stream().<Future<?>>map(one -> browsers.submit(() -> tried(trial, one))).toList();
        for (Future<?> one : running) {
          one.get();
        }
      }
    }
    return report(json);
  }

  /** The forms to try; in a resumed run, those that are still missing. */
  private List<Case> open(List<Case> cases) throws IOException {
    Path found = folder.resolve(LINES);
    if (options.resume() && Files.exists(found)) {
      for (String line : Files.readAllLines(found)) {
        results.add(JsonMapper.shared().readValue(line, HandResult.class));
      }
    }
    Set<String> done = results.stream().map(HandResult::name).collect(Collectors.toSet());
    return cases.stream().filter(one -> !done.contains(one.name())).toList();
  }

  /** Line by line, so that an interrupted run keeps its results. */
  private synchronized void append(HandResult result) {
    try {
      Files.writeString(
          folder.resolve(LINES),
          JsonMapper.shared().writeValueAsString(result) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tried(HandTrial trial, Case one) {
    HandResult result = trial.run(one);
    results.add(result);
    append(result);
    String wrong = result.verdict() == Verdict.WRONG ? " " + result.wrong() : "";
    progress.step(
        "%s %s, fleet %s, %d of %d fields: %s%s"
            .formatted(
                result.verdict(),
                result.name(),
                result.fleet(),
                result.filled(),
                result.fleetFilled(),
                result.verdict() == Verdict.RIGHT ? result.left() : result.words(),
                wrong));
  }

  private boolean report(Path json) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(
        "| variant | forms | right | stopped | wrong | fleet posted | of these by hand | fields of"
            + " the fleet | share by hand | healed | p50 s |\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|\n");
    Map<String, List<HandResult>> byVariant =
        results.stream()
            .collect(Collectors.groupingBy(HandResult::variant, TreeMap::new, Collectors.toList()));
    byVariant.forEach((variant, forms) -> table.append(row(variant, forms)));
    table.append(row("all", results));
    out.println();
    out.println(table);
    Files.writeString(
        json,
        JsonMapper.shared().writeValueAsString(Map.of("bench", "by-hand", "results", results)));
    return results.stream().noneMatch(one -> one.verdict() == Verdict.WRONG)
        && share(results) >= ENOUGH;
  }

  private static String row(String name, List<HandResult> forms) {
    List<HandResult> posted = forms.stream().filter(one -> one.fleetFilled() > 0).toList();
    long[] times = forms.stream().mapToLong(HandResult::millis).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d | %d | %.1f %% | %d | %.1f |%n",
        name,
        forms.size(),
        count(forms, Verdict.RIGHT),
        count(forms, Verdict.STOPPED),
        count(forms, Verdict.WRONG),
        posted.size(),
        count(posted, Verdict.RIGHT),
        posted.stream().mapToInt(HandResult::fleetFilled).sum(),
        100 * share(forms),
        forms.stream().mapToInt(one -> one.healed().size()).sum(),
        times[times.length / 2] / 1000.0);
  }

  private static long count(List<HandResult> forms, Verdict verdict) {
    return forms.stream().filter(one -> one.verdict() == verdict).count();
  }

  /** Of the fields that the fleet filled in forms that it posted, those filled by hand. */
  static double share(List<HandResult> forms) {
    List<HandResult> posted = forms.stream().filter(one -> one.fleetFilled() > 0).toList();
    int fleet = posted.stream().mapToInt(HandResult::fleetFilled).sum();
    int hand = posted.stream().mapToInt(one -> Math.min(one.filled(), one.fleetFilled())).sum();
    return fleet == 0 ? 1 : (double) hand / fleet;
  }
}
