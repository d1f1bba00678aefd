package com.lotview.standalone.bench;

import com.lotview.standalone.Progress;
import com.lotview.standalone.demo.ApiClient;
import com.lotview.standalone.demo.Installation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench path}: 200 postings over 20 accounts with a real browser.
 *
 * <p>The first half is ordered one at a time, so that a worker is always free: what accept → lease
 * takes then is the path itself. The second half is ordered ten a second, so that the browsers are
 * the limit: postings per minute, and what waiting adds.
 */
public final class BenchPath {
  private static final int POSTINGS = 200;
  private static final int ACCOUNTS = 20;
  private static final Duration BETWEEN_ORDERS = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Installation installation;
  private final Progress progress;
  private final ApiClient api;
  private final List<Double> acceptMillis = new ArrayList<>();
  private final List<String> alone = new ArrayList<>();
  private final List<String> flood = new ArrayList<>();

  private BenchPath(Installation installation, Progress progress) {
    this.installation = installation;
    this.progress = progress;
    this.api = new ApiClient(installation.url());
  }

  /** Arguments: where to write the JSON. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new BenchPath(Installation.running(), new Progress(out)).run(out, Path.of(args[0]));
    System.exit(0);
  }

  private void run(PrintStream out, Path json) throws SQLException, IOException {
    api.signIn(installation.email(), installation.password());
    progress.step("making " + ACCOUNTS + " accounts and " + POSTINGS + " vehicles with photos");
    BenchStock stock = new BenchStock(api, installation);
    List<String> accounts = stock.accounts(ACCOUNTS);
    List<String> vehicles = stock.vehicles(POSTINGS);
    try (FleetClock clock = new FleetClock(installation.home())) {
      progress.step("first half: one order at a time");
      orderOneByOne(vehicles.subList(0, POSTINGS / 2), accounts);
      clock.anHourLater();
      progress.step("second half: ten orders a second");
      Instant began = Instant.now();
      orderAtOnce(vehicles.subList(POSTINGS / 2, POSTINGS), accounts);
      flood.forEach(this::awaitPosted);
      double minutes = Duration.between(began, Instant.now()).toMillis() / 60_000.0;
      report(out, json, clock, flood.size() / minutes);
    }
  }

  private void orderOneByOne(List<String> vehicles, List<String> accounts) {
    for (int i = 0; i < vehicles.size(); i++) {
      String posting = order(vehicles.get(i), accounts.get(i % accounts.size()));
      alone.add(posting);
      awaitPosted(posting);
      if ((i + 1) % 25 == 0) {
        progress.step((i + 1) + " posted");
      }
    }
  }

  private void orderAtOnce(List<String> vehicles, List<String> accounts) {
    for (int i = 0; i < vehicles.size(); i++) {
      long next = System.nanoTime() + BETWEEN_ORDERS.toNanos();
      flood.add(order(vehicles.get(i), accounts.get(i % accounts.size())));
      pause(Duration.ofNanos(next - System.nanoTime()));
    }
    progress.step(flood.size() + " ordered");
  }

  private String order(String vehicle, String account) {
    long began = System.nanoTime();
    String id =
        api.post("/v1/postings", Map.of("vehicleId", vehicle, "fbAccountId", account))
            .orFail("Ordering")
            .get("id")
            .asString();
    acceptMillis.add((System.nanoTime() - began) / 1e6);
    return id;
  }

  private void awaitPosted(String posting) {
    Instant until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      String status =
          api.get("/v1/postings/" + posting).orFail("Reading").path("status").asString();
      if (status.equals("POSTED")) {
        return;
      }
      if (status.matches("FAILED|NEEDS_.*")) {
        throw new IllegalStateException("Posting " + posting + " ended as " + status);
      }
      pause(Duration.ofMillis(100));
    }
    throw new IllegalStateException("Posting " + posting + " did not end");
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, time.toNanos()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void report(PrintStream out, Path json, FleetClock clock, double perMinute)
      throws SQLException, IOException {
    Map<String, Instant> accepted = clock.accepted();
    Map<String, Instant> leased = clock.leased();
    Map<String, Instant> posted = clock.posted();
    List<Distribution> rows =
        List.of(
            Distribution.of("accept (client)", acceptMillis),
            between("accept → lease, worker free", alone, accepted, leased),
            between("lease → POSTED, worker free", alone, leased, posted),
            between("accept → lease, 10 orders/s", flood, accepted, leased),
            between("lease → POSTED, 10 orders/s", flood, leased, posted));
    Map<String, Double> memory = ProcessMemory.of(installation.home());
    out.println("| measured (ms) | n | p50 | p95 | p99 | max |");
    out.println("|---|---|---|---|---|---|");
    rows.forEach(row -> out.println(row.row()));
    out.printf(
        Locale.ROOT,
        "%n%.1f postings a minute; %.1f timeline rows a posting%n",
        perMinute,
        clock.timelineRows());
    memory.forEach((kind, mib) -> out.printf(Locale.ROOT, "%s: %.0f MiB%n", kind, mib));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("bench", "path");
    all.put("rows", rows.stream().map(Distribution::json).toList());
    all.put("postingsPerMinute", perMinute);
    all.put("timelineRows", clock.timelineRows());
    all.put("memoryMiB", memory);
    String text = JsonMapper.builder().build().writeValueAsString(all);
    out.println(text);
    Files.writeString(json, text);
  }

  private static Distribution between(
      String name, List<String> postings, Map<String, Instant> from, Map<String, Instant> to) {
    return Distribution.of(
        name,
        postings.stream()
            .filter(id -> from.containsKey(id) && to.containsKey(id))
            .map(id -> Duration.between(from.get(id), to.get(id)).toNanos() / 1e6)
            .toList());
  }
}
