package com.lotview.bench.browser;

import com.lotview.bench.report.ProcessMemory;
import com.lotview.bench.stock.BenchStock;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * The long run of {@code ./lotview bench browser}: posts through one worker of a running
 * installation, and the worker's memory meanwhile.
 */
public final class BenchPosts {
  private static final String WORKERS = "browser workers";
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final Installation installation;
  private final Progress progress;
  private final ApiClient api;
  private final int posts;
  private final Map<Integer, Map<String, Double>> samples = new TreeMap<>();

  private BenchPosts(Installation installation, Progress progress, int posts) {
    this.installation = installation;
    this.progress = progress;
    this.posts = posts;
    this.api = new ApiClient(installation.url());
  }

  /**
   * Runs it on a fresh installation.
   *
   * @param json where the figures go
   */
  public static boolean run(Installation installation, Path json, int posts) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new BenchPosts(installation, new Progress(out), posts).run(out, json);
    return true;
  }

  private void run(PrintStream out, Path json) throws IOException {
    api.signIn(installation.email(), installation.password());
    progress.step("making " + posts + " vehicles with photos");
    BenchStock stock = new BenchStock(api, installation);
    List<String> accounts = stock.accountsFor(posts);
    List<String> vehicles = stock.vehicles(posts);
    Instant began = Instant.now();
    List<String> ordered = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      ordered.add(order(vehicles.get(i), accounts.get(i % accounts.size())));
    }
    int step = Math.max(1, posts / 20);
    for (int i = 0; i < posts; i++) {
      awaitPosted(ordered.get(i));
      if ((i + 1) % step == 0) {
        samples.put(i + 1, ProcessMemory.of(installation.home()));
        progress.step((i + 1) + " posted");
      }
    }
    double minutes = Duration.between(began, Instant.now()).toMillis() / 60_000.0;
    report(out, json, minutes);
  }

  private String order(String vehicle, String account) {
    return api.post("/v1/postings", Map.of("vehicleId", vehicle, "fbAccountId", account))
        .orFail("Ordering")
        .get("id")
        .asString();
  }

  private void awaitPosted(String posting) {
    Instant until = Instant.now().plus(TIMEOUT);
    while (Instant.now().isBefore(until)) {
      String status =
          api.get("/v1/postings/" + posting).orFail("Reading").path("status").asString();
      if (status.equals("POSTED")) {
        return;
      }
      if (status.matches("FAILED|NEEDS_.*")) {
        throw new IllegalStateException("Posting " + posting + " ended as " + status);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("Posting " + posting + " did not end");
  }

  private void report(PrintStream out, Path json, double minutes) throws IOException {
    out.println("\n| posts | worker MiB | browsers and drivers MiB |");
    out.println("|---|---|---|");
    samples.forEach((count, memory) ->
        out.printf(
            Locale.ROOT,
            "| %d | %.1f | %.1f |%n",
            count,
            memory.getOrDefault(WORKERS, Double.NaN),
            memory.getOrDefault("browsers and drivers", 0.0)));
    double slope = slope();
    out.printf(
        Locale.ROOT,
        "%n%d posts, %.1f a minute; the worker's memory grows by %.1f KiB a post in the second"
            + " half%n",
        posts,
        posts / minutes,
        slope);
    keep(out, json, minutes, slope);
  }

  private void keep(PrintStream out, Path json, double minutes, double slope) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("bench", "browser-posts");
    all.put("posts", posts);
    all.put("postsPerMinute", posts / minutes);
    all.put("samples", samples);
    all.put("workerKiBPerPostInSecondHalf", slope);
    String text = JsonMapper.builder().build().writeValueAsString(all);
    out.println(text);
    Files.writeString(json, text);
  }

  /** Least squares over the second half: the first one fills caches and the heap. */
  private double slope() {
    List<Map.Entry<Integer, Map<String, Double>>> late =
        samples.entrySet().stream().filter(entry -> entry.getKey() > posts / 2).toList();
    double meanX = late.stream().mapToDouble(Map.Entry::getKey).average().orElse(0);
    double meanY = late.stream().mapToDouble(BenchPosts::worker).average().orElse(0);
    double up = late.stream().mapToDouble(e -> (e.getKey() - meanX) * (worker(e) - meanY)).sum();
    double across = late.stream().mapToDouble(e -> Math.pow(e.getKey() - meanX, 2)).sum();
    return up / across * 1024;
  }

  private static double worker(Map.Entry<Integer, Map<String, Double>> entry) {
    return entry.getValue().getOrDefault(WORKERS, 0.0);
  }
}
