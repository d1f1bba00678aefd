package com.lotview.bench.engine;

import com.lotview.bench.parts.JavaProcess;
import com.lotview.bench.recorder.RecordBook;
import com.lotview.bench.report.DatabaseWork;
import com.lotview.bench.report.Distribution;
import com.lotview.bench.report.ProcessCpu;
import com.lotview.bench.report.ProcessMemory;
import com.lotview.bench.stock.EngineStock;
import com.lotview.bench.tables.BenchDatabase;
import com.lotview.bench.tables.FleetTables;
import com.lotview.bench.tables.PostingCrowd;
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
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench engine}: everything is real except the browser, which is a recorder that
 * answers at once. Measures postings per second through API, listing text, Kafka, fleet and back,
 * and the cost of one; then how long an order waits for its lease while more and more postings
 * wait.
 */
public final class BenchEngine {
  private static final int PER_ACCOUNT = 5;
  private static final int CLIENTS = 16;
  private static final int BROWSERS = 16;
  private static final int LATENCY_ORDERS = 250;
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final Duration TIMEOUT = Duration.ofMinutes(20);
  // PostgreSQL's backends report their statistics at most ten seconds after they become idle.
  private static final Duration REPORTED = Duration.ofSeconds(11);

  private final Installation installation;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress(out);
  private final ApiClient api;
  private final Map<String, Object> json = new LinkedHashMap<>();
  private final BenchDatabase database;
  private final PostingTables tables;
  private final EngineStock stock;

  private BenchEngine(Installation installation) throws IOException, SQLException {
    this.installation = installation;
    this.api = new ApiClient(installation.url());
    this.database = BenchDatabase.of(installation.home());
    this.tables = new PostingTables(database);
    api.signIn(installation.email(), installation.password());
    this.stock =
        new EngineStock(
            api,
            database,
            Files.readString(installation.home().resolve("secrets/session-seal.key")).strip());
    json.put("bench", "engine");
  }

  /**
   * Runs it on a fresh installation without workers.
   *
   * @param json where the figures go
   * @param waiting how many postings wait while orders are measured, in turn
   */
  public static boolean run(
      Installation installation, Path json, int postings, List<Integer> waiting) throws Exception {
    new BenchEngine(installation).run(json, postings, waiting);
    return true;
  }

  private void run(Path target, int postings, List<Integer> waiting) throws Exception {
    Path home = installation.home();
    Path book = home.resolve("book");
    Map<String, String> environment = RecorderProcess.environment(home);
    environment.put("LOTVIEW_BROWSERS", String.valueOf(BROWSERS));
    environment.put("RECORDER_BOOK", book.toString());
    try (JavaProcess worker =
        RecorderProcess.start(environment, home.resolve("logs/recorder.log"))) {
      worker.awaitSaid(RecorderProcess.READY);
      progress.step("warming up");
      post(Math.min(postings, 1000), new OrderLoad(api));
      throughput(postings);
      json.put("clickedTwice", new RecordBook(book).twice());
      latencies(waiting);
    }
    String text = JsonMapper.builder().build().writeValueAsString(json);
    out.println(text);
    Files.writeString(target, text);
  }

  private void throughput(int postings) throws Exception {
    progress.step(postings + " postings, " + CLIENTS + " clients");
    TimeUnit.NANOSECONDS.sleep(REPORTED.toNanos());
    DatabaseWork before = DatabaseWork.of(database);
    ProcessCpu cpu = ProcessCpu.of(installation.home());
    OrderLoad load = new OrderLoad(api);
    double seconds = post(postings, load);
    Map<String, Double> used = ProcessCpu.of(installation.home()).since(cpu);
    Map<String, Double> memory = ProcessMemory.of(installation.home());
    TimeUnit.NANOSECONDS.sleep(REPORTED.toNanos());
    DatabaseWork work = DatabaseWork.of(database).since(before);
    reportThroughput(postings, seconds, used, work, memory);
    out.println(Distribution.of("accept, under this load", load.acceptMillis()).row());
  }

  /** Orders so many and waits until all are live; returns the seconds. */
  private double post(int postings, OrderLoad load) throws Exception {
    List<String> accounts = accounts(Math.ceilDiv(postings, PER_ACCOUNT));
    List<OrderLoad.Order> orders =
        OrderLoad.Order.spread(stock.vehicles(postings), accounts, PER_ACCOUNT);
    int goal = live() + postings;
    long began = System.nanoTime();
    load.atOnce(orders, CLIENTS);
    double ordered = (System.nanoTime() - began) / 1e9;
    awaitLive(goal);
    double seconds = (System.nanoTime() - began) / 1e9;
    progress.step("%d ordered in %.1f s, live after %.1f s".formatted(postings, ordered, seconds));
    return seconds;
  }

  private List<String> accounts(int count) throws SQLException {
    List<String> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sessions.add(
          JsonMapper.shared()
              .writeValueAsString(EngineStock.cookies(String.valueOf(100_000_000_001_000L + i))));
    }
    return stock.accounts(sessions);
  }

  private int live() throws SQLException {
    return tables.posted(stock.dealership());
  }

  private void awaitLive(int goal) throws SQLException, InterruptedException {
    Instant until = Instant.now().plus(TIMEOUT);
    while (live() < goal) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException(
            "Lost: live " + live() + " of " + goal + "; " + tables.states());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private void reportThroughput(
      int postings,
      double seconds,
      Map<String, Double> used,
      DatabaseWork work,
      Map<String, Double> memory) {
    double client = used.getOrDefault("client", 0.0);
    double cpu = used.values().stream().mapToDouble(Double::doubleValue).sum() - client;
    out.println("| throughput | LotView | yardstick |");
    out.println("|---|---|---|");
    row("postings, all live, none lost", postings, "");
    row("postings/s", postings / seconds, "222");
    row("CPU ms/posting, all processes but the client", cpu / postings, "7.1");
    used.forEach((kind, millis) -> row("CPU ms/posting: " + kind, millis / postings, ""));
    row("rows written/posting", work.rowsInAll() / postings, "");
    work.rows()
        .forEach((table, rows) -> {
          if (rows / postings >= 0.1) {
            row("rows/posting: " + table, rows / postings, "");
          }
        });
    row("transactions/posting", work.commits() / postings, "");
    row("WAL KiB/posting", work.walBytes() / postings / 1024, "");
    memory.forEach((kind, mib) -> row("MiB: " + kind, mib, ""));
    keepThroughput(postings, seconds, cpu, work);
    json.put("cpuMillis", used);
    json.put("memoryMiB", memory);
  }

  private void keepThroughput(int postings, double seconds, double cpu, DatabaseWork work) {
    json.put("postings", postings);
    json.put("perSecond", postings / seconds);
    json.put("cpuMillisPerPosting", cpu / postings);
    json.put("rowsPerPosting", work.rowsInAll() / postings);
    json.put("transactionsPerPosting", work.commits() / postings);
    json.put("walBytesPerPosting", work.walBytes() / postings);
  }

  private void row(String what, double value, String yardstick) {
    out.printf(Locale.ROOT, "| %s | %.1f | %s |%n", what, value, yardstick);
  }

  private void latencies(List<Integer> waiting) throws Exception {
    if (waiting.isEmpty()) {
      return;
    }
    PostingCrowd crowd =
        new PostingCrowd(database, stock.firstAccount(), stock.waitingPosting(api));
    List<Distribution> rows = new ArrayList<>();
    for (int count : waiting) {
      progress.step(count + " postings wait; " + LATENCY_ORDERS + " orders on idle accounts");
      crowd.growTo(count);
      rows.add(latency(count));
      progress.step(rows.getLast().row());
    }
    out.println("| accept → lease (ms) | n | p50 | p95 | p99 | max |");
    out.println("|---|---|---|---|---|---|");
    rows.forEach(row -> out.println(row.row()));
    json.put("acceptToLease", rows.stream().map(Distribution::json).toList());
  }

  private Distribution latency(int waiting) throws Exception {
    OrderLoad load = new OrderLoad(api);
    List<String> accounts = accounts(LATENCY_ORDERS);
    int goal = live() + LATENCY_ORDERS;
    load.steady(OrderLoad.Order.spread(stock.vehicles(LATENCY_ORDERS), accounts, 1), BETWEEN);
    awaitLive(goal);
    Map<String, Instant> leased = new FleetTables(database).leased();
    List<Double> millis = new ArrayList<>();
    load.answered()
        .forEach((posting, answered) -> {
          Instant lease = leased.getOrDefault(posting, Instant.MAX);
          millis.add(Duration.between(answered, lease).toNanos() / 1e6);
        });
    Collections.sort(millis);
    return Distribution.of(String.format(Locale.ROOT, "%,d wait", waiting), millis);
  }
}
