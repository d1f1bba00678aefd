package com.lotview.faults.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The results as tables for people, and as JSON. */
public final class Report {
  /** The states in which a person must act: one of the dealership, the account's owner. */
  private static final List<String> PERSONS = List.of("NEEDS_REVIEW", "NEEDS_LOGIN");

  private final List<Result> results;

  public Report(List<Result> results) {
    this.results = results;
  }

  /** Writes {@code <name>.md} and {@code <name>.json}. */
  public void write(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".md"), markdown());
    JsonMapper json = JsonMapper.builder().build();
    Files.writeString(
        folder.resolve(name + ".json"),
        json.writerWithDefaultPrettyPrinter()
            .writeValueAsString(results.stream().map(Report::fields).toList()));
  }

  private static Map<String, Object> fields(Result result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", result.cell().kind());
    fields.put("at", result.cell().at());
    fields.put("posting", result.posting());
    fields.put("ends", result.cell().ends());
    fields.put("status", result.status());
    fields.put("flaws", result.flaws());
    fields.put("listings", result.listings());
    fields.put("intents", result.intents());
    fields.put("clicks", result.clicks());
    fields.put("resumedMillis", result.resumed() == null ? null : result.resumed().toMillis());
    fields.put("settledMillis", result.settled().toMillis());
    fields.put("remark", result.remark());
    fields.put("skipped", result.skipped());
    return fields;
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        | fault | runs | duplicates | lost | stuck | untrue end | rash click | other end | not struck | needs review | needs the owner | resumed p50 / max, s | settled p50 / max, s | skipped |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """);
    byKind().forEach((kind, of) -> text.append(row(kind, of)));
    text.append(row("**all**", results)).append('\n');
    text.append(
        "| fault | at | to end in | end | listings | intents | resumed, s | settled, s | judged |\n");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    results.forEach(result -> text.append(row(result)));
    return text.toString();
  }

  private Map<String, List<Result>> byKind() {
    Map<String, List<Result>> kinds = new TreeMap<>();
    results.forEach(result ->
        kinds.computeIfAbsent(result.cell().kind(), kind -> new ArrayList<>()).add(result));
    return kinds;
  }

  private static String row(String kind, List<Result> all) {
    List<Result> of = all.stream().filter(result -> result.skipped() == null).toList();
    StringBuilder row = new StringBuilder("| " + kind + " | " + of.size());
    for (Flaw flaw : Flaw.values()) {
      row.append(" | ").append(of.stream().filter(result -> result.has(flaw)).count());
    }
    for (String person : PERSONS) {
      row.append(" | ")
          .append(of.stream().filter(result -> result.status().equals(person)).count());
    }
    row.append(" | ")
        .append(span(of.stream().map(Result::resumed).filter(java.util.Objects::nonNull).toList()));
    row.append(" | ").append(span(of.stream().map(Result::settled).toList()));
    return row.append(" | ").append(all.size() - of.size()).append(" |\n").toString();
  }

  private static String span(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return sorted.isEmpty()
        ? ""
        : seconds(sorted.get((sorted.size() - 1) / 2)) + " / " + seconds(sorted.getLast());
  }

  private static String row(Result result) {
    Duration resumed = result.resumed();
    return "| %s | %s | %s | %s | %d | %d | %s | %s | %s |%n"
        .formatted(
            result.cell().kind(),
            result.cell().at(),
            String.join(" or ", result.cell().ends().stream().sorted().toList()),
            result.status(),
            result.listings(),
            result.intents(),
            resumed == null ? "" : seconds(resumed),
            seconds(result.settled()),
            result.skipped() != null
                ? "skipped: " + result.skipped()
                : result.good() ? "good" : result.flaws() + " " + result.remark());
  }

  private static String seconds(Duration time) {
    return "%.1f".formatted(time.toMillis() / 1000.0);
  }
}
