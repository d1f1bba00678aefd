package com.lotview.bench.path;

import com.lotview.bench.report.Distribution;
import com.lotview.bench.report.ProcessMemory;
import com.lotview.bench.stock.BenchStock;
import com.lotview.bench.tables.BenchDatabase;
import com.lotview.bench.tables.FleetTables;
import com.lotview.bench.tables.PostingTables;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench path}: 200 postings over 20 accounts with a real browser.
 *
 * <p>The first half is ordered by as many people as there are browsers, each waiting for one
 * posting before the next, so that a browser is always free: then accept → lease measures the path
 * itself. The second half is ordered at ten a second, so that the browsers are the limit: it
 * measures postings per minute, and the added waiting time.
 */
public final class BenchPath {
  private static final int ACCOUNTS = 20;
  private static final int BROWSERS = 2;
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration BETWEEN_ORDERS = Duration.ofMillis(100);
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  private final Installation installation;
  private final Progress progress;
  private final ApiClient api;
  private final int postings;
  private final Map<String, Double> acceptMillis = new ConcurrentHashMap<>();
  private final List<String> idle = new ArrayList<>();
  private final List<String> alone = Collections.synchronizedList(new ArrayList<>());
  private final List<String> flood = new ArrayList<>();

  private BenchPath(Installation installation, Progress progress, int postings) {
    this.postings = postings;
    this.installation = installation;
    this.progress = progress;
    this.api = new ApiClient(installation.url());
  }

  /**
   * Runs it on a fresh installation.
   *
   * @param json where the figures go
   */
  public static boolean run(Installation installation, Path json, int postings)
      throws SQLException, IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new BenchPath(installation, new Progress(out), postings).run(out, json);
    return true;
  }

  private void run(PrintStream out, Path json) throws SQLException, IOException {
    api.signIn(installation.email(), installation.password());
    progress.step("making " + ACCOUNTS + " accounts and " + postings + " vehicles with photos");
    BenchStock stock = new BenchStock(api, installation);
    List<String> accounts = stock.accounts(ACCOUNTS);
    List<String> vehicles = stock.vehicles(postings);
    try (BenchDatabase database = BenchDatabase.of(installation.home())) {
      PostingTables tables = new PostingTables(database);
      int single = postings / 10;
      progress.step(single + " orders into an idle system");
      orderIdle(vehicles.subList(0, single), accounts);
      progress.step(BROWSERS + " people, one order at a time each, up to the half");
      orderOneByOne(vehicles.subList(single, postings / 2), accounts);
      tables.anHourLater();
      progress.step("second half: ten orders a second");
      Instant began = Instant.now();
      orderAtOnce(vehicles.subList(postings / 2, postings), accounts);
      awaitPosted(flood.get(flood.size() / 2));
      Map<String, Double> memory = ProcessMemory.of(installation.home());
      flood.forEach(this::awaitPosted);
      double minutes = Duration.between(began, Instant.now()).toMillis() / 60_000.0;
      report(out, json, database, flood.size() / minutes, memory);
    }
  }

  private void orderIdle(List<String> vehicles, List<String> accounts) {
    for (int i = 0; i < vehicles.size(); i++) {
      String posting = order(vehicles.get(i), accounts.get(i % accounts.size()));
      idle.add(posting);
      awaitPosted(posting);
      pause(REST);
    }
  }

  private void orderOneByOne(List<String> vehicles, List<String> accounts) {
    try (ExecutorService people = Executors.newFixedThreadPool(BROWSERS)) {
      List<Future<?>> done = new ArrayList<>();
      for (int person = 0; person < BROWSERS; person++) {
        int first = person;
        done.add(people.submit(() -> orderEvery(BROWSERS, first, vehicles, accounts)));
      }
      for (Future<?> one : done) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void orderEvery(int stride, int first, List<String> vehicles, List<String> accounts) {
    for (int i = first; i < vehicles.size(); i += stride) {
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
    acceptMillis.put(id, (System.nanoTime() - began) / 1e6);
    return id;
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

  private void report(
      PrintStream out,
      Path json,
      BenchDatabase database,
      double perMinute,
      Map<String, Double> memory)
      throws SQLException, IOException {
    PostingTables tables = new PostingTables(database);
    List<Distribution> rows = rows(tables, new FleetTables(database).leased());
    out.println("| measured (ms) | n | p50 | p95 | p99 | max |");
    out.println("|---|---|---|---|---|---|");
    rows.forEach(row -> out.println(row.row()));
    out.printf(
        Locale.ROOT,
        "%n%.1f postings a minute; %.1f timeline rows a posting%n",
        perMinute,
        tables.timelineRows());
    memory.forEach((kind, mib) -> out.printf(Locale.ROOT, "%s: %.0f MiB%n", kind, mib));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("bench", "path");
    all.put("rows", rows.stream().map(Distribution::json).toList());
    all.put("postingsPerMinute", perMinute);
    all.put("timelineRows", tables.timelineRows());
    all.put("memoryMiB", memory);
    String text = JsonMapper.builder().build().writeValueAsString(all);
    out.println(text);
    Files.writeString(json, text);
  }

  private List<Distribution> rows(PostingTables tables, Map<String, Instant> leased)
      throws SQLException {
    Map<String, Instant> accepted = tables.acceptedAt();
    Map<String, Instant> posted = tables.postedAt();
    return List.of(
        accepted("accept, idle system", idle),
        accepted("accept, processors busy", alone),
        accepted("accept, 10 orders/s", flood),
        between("accept → lease, idle system", idle, accepted, leased),
        between("accept → lease, processors busy", alone, accepted, leased),
        between("lease → POSTED, idle system", idle, leased, posted),
        between("lease → POSTED, processors busy", alone, leased, posted),
        between("accept → lease, 10 orders/s", flood, accepted, leased),
        between("lease → POSTED, 10 orders/s", flood, leased, posted));
  }

  private Distribution accepted(String name, List<String> postings) {
    return Distribution.of(name, postings.stream().map(acceptMillis::get).toList());
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
