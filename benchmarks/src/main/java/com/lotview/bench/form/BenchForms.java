package com.lotview.bench.form;

import com.lotview.bench.form.FormResult.Verdict;
import com.lotview.bench.form.FormTrial.Case;
import com.lotview.standalone.client.Progress;
import com.lotview.worker.browser.pool.BrowserReaper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench forms}: mutated forms of every variant, each filled by a real browser of
 * the worker with a real vehicle. The sandbox's ledger judges.
 */
public final class BenchForms {
  private static final double PACE = 0.05;
  private static final int TELL_EVERY = 10;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress(out);
  private final FormOptions options;
  private final Path folder;
  private final List<FormResult> results = Collections.synchronizedList(new ArrayList<>());

  private BenchForms(FormOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  /**
   * Runs it.
   *
   * @param json where the figures go
   * @param folder to work in, with the pictures of the last run if it is resumed
   */
  public static boolean run(Path json, Path folder, FormOptions options) throws Exception {
    return new BenchForms(options, folder).run(json);
  }

  private boolean run(Path json) throws IOException, InterruptedException, ExecutionException {
    FeedStock stock = FeedStock.read();
    progress.step(stock.summary());
    List<Case> cases = open(options.cases(stock.vehicles()));
    progress.step(
        cases.size()
            + " forms"
            + (results.isEmpty() ? "" : " beside the " + results.size() + " of the last run")
            + ", "
            + options.browsers()
            + " browsers; pictures of stops in "
            + folder.resolve("stops"));
    BrowserReaper.sweep(folder);
    try (FormSite site = new FormSite(options.from(), PACE)) {
      FormJudge judge = new FormJudge(site);
      FormTrial trial = new FormTrial(site, judge, folder);
      try (ExecutorService browsers = Executors.newFixedThreadPool(options.browsers())) {
        List<Future<?>> running =
            cases.stream().<Future<?>>map(one -> browsers.submit(() -> tried(trial, one))).toList();
        for (Future<?> one : running) {
          one.get();
        }
      }
      return report(json, judge);
    }
  }

  /** The forms to try; in a resumed run, those that are still missing. */
  private List<Case> open(List<Case> cases) throws IOException {
    Path found = folder.resolve("forms.jsonl");
    if (options.resume() && Files.exists(found)) {
      for (String line : Files.readAllLines(found)) {
        results.add(JsonMapper.shared().readValue(line, FormResult.class));
      }
    }
    Set<String> done = results.stream().map(FormResult::name).collect(Collectors.toSet());
    return cases.stream().filter(one -> !done.contains(one.name())).toList();
  }

  private void tried(FormTrial trial, Case one) {
    FormResult result = trial.run(one);
    results.add(result);
    append(result);
    if (result.verdict() != Verdict.RIGHT) {
      progress.step(
          "%s %s, %s%s: %s"
              .formatted(
                  result.verdict(),
                  one.name(),
                  result.vehicle(),
                  !result.postable()
                      ? " (not postable)"
                      : result.lawful() ? " (another label)" : "",
                  result.verdict() == Verdict.WRONG ? result.wrong() : result.words()));
    }
    int done = results.size();
    if (done % TELL_EVERY == 0) {
      long right = results.stream().filter(r -> r.verdict() == Verdict.RIGHT).count();
      progress.step(done + " forms, " + right + " right");
    }
  }

  /** Line by line, so that an interrupted run keeps its results. */
  private synchronized void append(FormResult result) {
    try {
      Files.writeString(
          folder.resolve("forms.jsonl"),
          JsonMapper.shared().writeValueAsString(result) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean report(Path json, FormJudge judge) throws IOException {
    FormTables tables = new FormTables(results);
    String markdown = tables.markdown();
    out.println();
    out.println(markdown);
    if (!judge.byWorker().isEmpty()) {
      out.println("Believed of the worker's mapping: " + String.join("; ", judge.byWorker()));
    }
    Files.writeString(Path.of(json.toString().replaceFirst("\\.json$", "") + ".md"), markdown);
    Files.writeString(
        json, JsonMapper.shared().writeValueAsString(Map.of("bench", "forms", "results", results)));
    return tables.clean();
  }
}
