package com.lotview.bench.states;

import com.lotview.bench.form.FeedStock;
import com.lotview.bench.form.FeedVehicle;
import com.lotview.bench.form.FormJudge;
import com.lotview.bench.form.FormSite;
import com.lotview.bench.form.FormTables;
import com.lotview.bench.form.FormWords;
import com.lotview.bench.states.StateTrial.Result;
import com.lotview.standalone.client.Progress;
import com.lotview.worker.browser.pool.BrowserReaper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench states}: every fault and variant of the site's pages, with a real browser
 * of the worker; each has an expected end state, which the ledger checks.
 */
public final class BenchStates {
  private static final double PACE = 0.05;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress(out);
  private final Path folder;

  private BenchStates(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs it.
   *
   * @param json where the figures go
   * @param folder to work in
   */
  public static boolean run(Path json, Path folder, int browsers, Pattern cases)
      throws IOException, InterruptedException, ExecutionException {
    return new BenchStates(folder).run(json, browsers, cases);
  }

  private boolean run(Path json, int atOnce, Pattern which)
      throws IOException, InterruptedException, ExecutionException {
    FeedVehicle vehicle = vehicle();
    progress.step(
        "every case with " + vehicle.name() + "; pictures in " + folder.resolve("states"));
    List<Result> results = new ArrayList<>();
    BrowserReaper.sweep(folder);
    try (FormSite site = new FormSite(11, PACE);
        ExecutorService browsers = Executors.newFixedThreadPool(atOnce)) {
      StateTrial trial = new StateTrial(site, new FormJudge(site), vehicle, folder);
      List<StateCase> cases = StateCases.all();
      List<Future<Result>> running = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        int number = i + 1;
        StateCase one = cases.get(i);
        if (which.matcher(one.name()).find()) {
          running.add(browsers.submit(() -> told(trial.run(one, number), number)));
        }
      }
      for (Future<Result> one : running) {
        results.add(one.get());
      }
    }
    return report(json, results);
  }

  /** A vehicle whose every choice is known, with a gearbox that is not the form's default. */
  private static FeedVehicle vehicle() {
    List<FeedVehicle> all = FeedStock.read().vehicles();
    FormWords words = new FormWords();
    return all.stream()
        .filter(one ->
            one.cleanTitle()
                && String.valueOf(one.facts().transmission()).matches("(?i).*(manual|m/t).*"))
        .filter(one -> clear(words, "exteriorColor", one.facts().exteriorColor()))
        .filter(one -> clear(words, "interiorColor", one.facts().interiorColor()))
        .filter(one -> clear(words, "fuelType", one.facts().fuelType()))
        .findFirst()
        .orElse(all.getFirst());
  }

  private static boolean clear(
      FormWords words, String field, @org.jspecify.annotations.Nullable String word) {
    return word != null && words.of(field, word).filter(list -> !list.contains("-")).isPresent();
  }

  private Result told(Result result, int number) {
    progress.step(
        (result.good() ? "ok     " : "OTHER  ")
            + number
            + " "
            + result.name()
            + (result.good() ? "" : ": expected " + result.expected() + "; seen " + result.seen()));
    return result;
  }

  private boolean report(Path json, List<Result> results) throws IOException {
    long good = results.stream().filter(Result::good).count();
    long people = results.stream().filter(Result::person).count();
    String markdown =
        "%s%n%d of %d as expected; %d of %d needed a person%n"
            .formatted(table(results), good, results.size(), people, results.size());
    out.println();
    out.println(markdown);
    Files.writeString(Path.of(json.toString().replaceFirst("\\.json$", "") + ".md"), markdown);
    Files.writeString(
        json,
        JsonMapper.shared().writeValueAsString(Map.of("bench", "states", "results", results)));
    return good == results.size();
  }

  private static String table(List<Result> results) {
    StringBuilder table =
        new StringBuilder(
            "| state | how | expected | seen | listed | |\n|---|---|---|---|---|---|\n");
    for (Result one : results) {
      table.append(
          "| %s | `%s` | %s | %s | %d | %s |%n"
              .formatted(
                  one.name(),
                  one.struck(),
                  one.expected(),
                  FormTables.cell(one.seen()),
                  one.listed(),
                  one.good() ? "ok" : "**otherwise**"));
    }
    return table.toString();
  }
}
