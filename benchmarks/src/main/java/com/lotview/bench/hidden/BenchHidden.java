package com.lotview.bench.hidden;

import com.lotview.bench.form.FeedStock;
import com.lotview.bench.form.FeedVehicle;
import com.lotview.bench.form.FormSite;
import com.lotview.bench.hidden.HiddenTrial.Case;
import com.lotview.bench.hidden.HiddenTrial.Click;
import com.lotview.bench.hidden.HiddenTrial.End;
import com.lotview.bench.hidden.HiddenTrial.Result;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench hidden}: every fault of the click, in every country and language, on pages
 * that hide the listing. Reports how many second listings the ledger shows, and how many cases need
 * a person.
 */
public final class BenchHidden {
  private static final double PACE = 0.05;
  private static final List<String> VARIANTS =
      List.of("us", "us-2024", "us-text-make", "bo", "uk", "au", "ie", "es", "id");
  private static final List<Click> CLICKS =
      List.of(
          new Click("no trouble", Map.of()),
          click("accepted, then 500", "publish.acceptThen500"),
          click("accepted, then reset", "publish.acceptThenReset"),
          click("refused with 500", "publish.refuse"),
          click("click lost", "publish.lost"),
          click("limit reached", "publish.limitReached"),
          click("without photos", "publish.withoutPhotos"),
          timed("request leaves late", "publish.delaySeconds"),
          timed("answer comes late", "publish.acceptAfterSeconds"),
          timed("shown late", "listing.late"));

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress(out);
  private final Path folder;

  private BenchHidden(Path folder) {
    this.folder = folder;
  }

  private static Click click(String name, String kind) {
    return new Click(name, Map.of("kind", kind));
  }

  private static Click timed(String name, String kind) {
    return new Click(name, Map.of("kind", kind, "seconds", 3));
  }

  /**
   * Runs it.
   *
   * @param json where the figures go
   * @param folder to work in
   */
  public static boolean run(Path json, Path folder, int browsers, Pattern cases)
      throws IOException, InterruptedException, ExecutionException {
    return new BenchHidden(folder).run(json, browsers, cases);
  }

  private boolean run(Path json, int atOnce, Pattern which)
      throws IOException, InterruptedException, ExecutionException {
    FeedVehicle vehicle = FeedStock.read().vehicles().getFirst();
    List<Case> cases = cases(which);
    progress.step(
        cases.size() + " clicks with " + vehicle.name() + ", each looked for in many ways");
    BrowserReaper.sweep(folder);
    List<Result> results = new ArrayList<>();
    try (FormSite site = new FormSite(11, PACE);
        ExecutorService browsers = Executors.newFixedThreadPool(atOnce)) {
      HiddenTrial trial = new HiddenTrial(site, vehicle, folder);
      List<Future<List<Result>>> running =
          cases.stream()
              .map(one -> browsers.submit(() -> told(one, cases.size(), trial.run(one))))
              .toList();
      for (Future<List<Result>> one : running) {
        results.addAll(one.get());
      }
    }
    return report(json, results);
  }

  private static List<Case> cases(Pattern which) {
    List<Case> cases = new ArrayList<>();
    for (String variant : VARIANTS) {
      for (Click click : CLICKS) {
        if (which.matcher(variant + " " + click.name()).find()) {
          cases.add(new Case(variant, click, cases.size() + 1, whole(variant, click)));
        }
      }
    }
    return cases;
  }

  /** One country for each language, one click that made a listing and one that made none. */
  private static boolean whole(String variant, Click click) {
    return List.of("us", "es", "id").contains(variant)
        && (click.name().equals("accepted, then 500") || click.name().equals("refused with 500"));
  }

  private List<Result> told(Case one, int all, List<Result> results) {
    long persons = results.stream().filter(result -> result.end() == End.PERSON).count();
    progress.step(
        "%d/%d %s, %s: %d of %d for a person"
            .formatted(
                one.number(), all, one.variant(), one.click().name(), persons, results.size()));
    results.stream()
        .filter(result -> result.end() == End.WRONG)
        .forEach(result -> progress.step("WRONG " + result));
    return results;
  }

  private boolean report(Path json, List<Result> results) throws IOException {
    String markdown =
        table("face", Result::face, results)
            + "\n"
            + table("click", Result::click, results)
            + "\n"
            + table("site", Result::variant, results);
    out.println();
    out.println(markdown);
    Files.writeString(Path.of(json.toString().replaceFirst("\\.json$", "") + ".md"), markdown);
    Files.writeString(
        json,
        JsonMapper.shared().writeValueAsString(Map.of("bench", "hidden", "results", results)));
    return results.stream().noneMatch(result -> result.end() == End.WRONG);
  }

  private static String table(String head, Function<Result, String> by, List<Result> results) {
    Map<String, List<Result>> groups =
        results.stream()
            .collect(Collectors.groupingBy(by, java.util.LinkedHashMap::new, Collectors.toList()));
    StringBuilder table =
        new StringBuilder(
            "| "
                + head
                + " | looked for | there: found | there: for a person | not there: known |"
                + " not there: for a person | second or untrue |\n|---|---|---|---|---|---|---|\n");
    groups.forEach((name, group) -> row(table, name, group));
    row(table, "**all**", results);
    return table.toString();
  }

  private static void row(StringBuilder table, String name, List<Result> group) {
    table.append(
        "| %s | %d | %d | %d | %d | %d | %d |%n"
            .formatted(
                name,
                group.size(),
                count(group, true, End.SETTLED),
                count(group, true, End.PERSON),
                count(group, false, End.SETTLED),
                count(group, false, End.PERSON),
                group.stream().filter(result -> result.end() == End.WRONG).count()));
  }

  private static long count(List<Result> group, boolean listed, End end) {
    return group.stream()
        .filter(result -> result.listed() == listed && result.end() == end)
        .count();
  }
}
