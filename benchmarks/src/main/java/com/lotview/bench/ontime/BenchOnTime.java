package com.lotview.bench.ontime;

import com.lotview.bench.parts.DatabasePart;
import com.lotview.bench.parts.JavaProcess;
import com.lotview.bench.parts.Parts;
import com.lotview.bench.recorder.RecordBook;
import com.lotview.bench.report.Distribution;
import com.lotview.bench.stock.EngineStock;
import com.lotview.bench.tables.BenchDatabase;
import com.lotview.bench.tables.FleetTables;
import com.lotview.bench.tables.PostingTables;
import com.lotview.standalone.client.ApiClient;
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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench ontime}: scheduled postings come due in real time, evenly and faster than
 * in any real day, while every part of the system is restarted ten times: workers, broker and
 * database by kill -9, the posting service in an orderly way. Then everything is stopped, half an
 * hour passes on the services' clock, and everything is started again.
 */
public final class BenchOnTime {
  private static final int PER_ACCOUNT = 4;
  private static final int PER_ACCOUNT_IN_OUTAGE = 7;
  private static final int RESTARTS_EACH = 10;
  private static final double DUE_PER_SECOND = 12;
  private static final Duration HEAD_START = Duration.ofSeconds(10);
  private static final Duration OUTAGE = Duration.ofMinutes(30);
  private static final Duration AN_HOUR = Duration.ofMinutes(61);

  /** What is restarted. */
  private enum Part {
    POSTING_SERVICE,
    BROKER,
    DATABASE,
    WORKER
  }

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress(out);
  private final Random random = new Random(11);
  private final Map<String, Object> json = new LinkedHashMap<>();
  private final Downtime downtime = new Downtime();
  private final List<JavaProcess> workers = new ArrayList<>();
  private final Parts parts;
  private final EngineStock stock;
  private final String template;
  private BenchDatabase database;

  private BenchOnTime(Parts parts) throws Exception {
    this.parts = parts;
    this.database = BenchDatabase.at(parts.database().port(), DatabasePart.PASSWORD);
    ApiClient api = new ApiClient(parts.url());
    api.signIn(parts.email(), parts.password());
    this.stock = new EngineStock(api, database, parts.sealKey());
    this.template = stock.waitingPosting(api);
    json.put("bench", "ontime");
  }

  /**
   * Runs it.
   *
   * @param json where the figures go
   * @param folder to work in; created new
   */
  public static boolean run(Path json, Path folder, int postings) throws Exception {
    Map<String, String> settings = Map.of("POSTING_RETRY_DELAY", "2s");
    try (Parts parts = new Parts(folder, settings)) {
      return new BenchOnTime(parts).run(json, postings);
    }
  }

  private boolean run(Path target, int postings) throws Exception {
    workers.add(startWorker());
    workers.add(startWorker());
    boolean onTime = restarts(postings);
    boolean clean = outage(Math.max(20, postings / 50)) && onTime;
    long twice = new RecordBook(parts.book()).twice();
    out.println("published twice: " + twice);
    json.put("twice", twice);
    for (JavaProcess worker : workers) {
      worker.close();
    }
    String text = JsonMapper.shared().writeValueAsString(json);
    out.println(text);
    Files.writeString(target, text);
    return clean && twice == 0;
  }

  private JavaProcess startWorker() throws IOException, InterruptedException {
    return parts.startWorker(Map.of("LOTVIEW_BROWSERS", "8"));
  }

  private List<String> accounts(int count) throws SQLException {
    return stock.accounts(
        IntStream.range(0, count)
            .mapToObj(i ->
                JsonMapper.shared()
                    .writeValueAsString(
                        EngineStock.cookies(String.valueOf(100_000_000_100_000L + i))))
            .toList());
  }

  private boolean restarts(int postings) throws Exception {
    List<String> accounts = accounts(postings / PER_ACCOUNT);
    Duration window = Duration.ofMillis((long) (postings / DUE_PER_SECOND * 1000));
    Instant from = Instant.now().plus(HEAD_START).plusMillis(postings);
    List<Timetable.Entry> plan =
        new Timetable(postings(), stock, template).spread(accounts, PER_ACCOUNT, from, window);
    progress.step(
        "%d postings of %d accounts come due within %d s"
            .formatted(plan.size(), accounts.size(), window.toSeconds()));
    List<Part> victims = new ArrayList<>();
    for (Part part : Part.values()) {
      victims.addAll(Collections.nCopies(restartsEach(postings), part));
    }
    Collections.shuffle(victims, random);
    for (int i = 0; i < victims.size(); i++) {
      sleepUntil(from.plus(window.multipliedBy(i).dividedBy(victims.size())));
      restart(victims.get(i));
    }
    postings().awaitPosted(postings);
    return lateness(plan, victims.size());
  }

  // A short run has no room for ten of each.
  private static int restartsEach(int postings) {
    return Math.clamp(postings / 500, 1, RESTARTS_EACH);
  }

  private static void sleepUntil(Instant moment) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.max(0, Duration.between(Instant.now(), moment).toMillis()));
  }

  private void restart(Part part) throws Exception {
    Instant from = Instant.now();
    switch (part) {
      case POSTING_SERVICE -> {
        parts.stopService("posting");
        parts.startService("posting");
      }
      case BROKER -> {
        parts.broker().kill();
        parts.broker().start();
      }
      case DATABASE -> {
        parts.database().kill();
        parts.database().start();
        connectAgain();
      }
      case WORKER -> {
        workers.removeFirst().kill();
        workers.add(startWorker());
      }
    }
    downtime.add(from, Instant.now());
    progress.step(
        "%s restarted in %d ms".formatted(part, Duration.between(from, Instant.now()).toMillis()));
  }

  private void connectAgain() throws SQLException {
    database = BenchDatabase.at(parts.database().port(), DatabasePart.PASSWORD);
    stock.use(database);
  }

  // Created each time, because the connection is a different one after a restart.
  private PostingTables postings() {
    return new PostingTables(database);
  }

  private boolean lateness(List<Timetable.Entry> plan, int restarts) throws SQLException {
    Map<String, Instant> leased = new FleetTables(database).leased();
    List<Double> up = new ArrayList<>();
    List<Double> down = new ArrayList<>();
    int missed = 0;
    for (Timetable.Entry entry : plan) {
      Instant start = leased.get(entry.posting());
      if (start == null) {
        missed++;
        continue;
      }
      double millis = Duration.between(entry.due(), start).toNanos() / 1e6;
      (downtime.touches(entry.due(), start) ? down : up).add(millis);
    }
    report(
        List.of(
            Distribution.of("late, all parts up", up),
            Distribution.of("late, something was down meanwhile", down)),
        plan.size(),
        missed,
        restarts);
    return missed == 0;
  }

  private void report(List<Distribution> rows, int scheduled, int missed, int restarts) {
    out.println("| due → lease (ms) | n | p50 | p95 | p99 | max |");
    out.println("|---|---|---|---|---|---|");
    rows.forEach(row -> out.println(row.row()));
    out.printf(
        Locale.ROOT,
        "%d scheduled, %d missed, %d restarts, %.0f s of downtime%n",
        scheduled,
        missed,
        restarts,
        downtime.seconds());
    json.put("lateness", rows.stream().map(Distribution::json).toList());
    json.put("missed", missed);
    json.put("restarts", restarts);
  }

  /**
   * All is stopped, half an hour passes, all is started; then an hour, for what the limits held.
   */
  private boolean outage(int accounts) throws Exception {
    List<String> ids = accounts(accounts);
    int before = postings().posted();
    List<Timetable.Entry> plan = planInOutage(ids);
    stopAll();
    parts.clock().forward(OUTAGE);
    progress.step("half an hour has passed; starting again with " + plan.size() + " overdue");
    startAll();
    postings().awaitPosted(before + 5 * accounts);
    progress.step("five of each account are live");
    parts.clock().forward(AN_HOUR);
    postings().awaitPosted(before + plan.size());
    int outOfOrder = outOfOrder(plan);
    int overLimit = postings().overLimit();
    out.printf(
        Locale.ROOT,
        "after an outage of %d min: %d overdue, all live, %d out of order, %d over the limits%n",
        OUTAGE.toMinutes(),
        plan.size(),
        outOfOrder,
        overLimit);
    json.put(
        "outage", Map.of("overdue", plan.size(), "outOfOrder", outOfOrder, "overLimit", overLimit));
    return outOfOrder + overLimit == 0;
  }

  private List<Timetable.Entry> planInOutage(List<String> ids) throws SQLException {
    Instant from = parts.clock().instant().plus(HEAD_START);
    return new Timetable(postings(), stock, template)
        .spread(ids, PER_ACCOUNT_IN_OUTAGE, from, OUTAGE.minus(HEAD_START.multipliedBy(2)));
  }

  private void stopAll() throws Exception {
    for (JavaProcess worker : workers) {
      worker.end();
    }
    workers.clear();
    parts.stopService("posting");
    parts.broker().stop();
    database.close();
    parts.database().stop();
  }

  private void startAll() throws Exception {
    parts.database().start();
    connectAgain();
    parts.broker().start();
    parts.startService("posting");
    workers.add(startWorker());
    workers.add(startWorker());
  }

  private int outOfOrder(List<Timetable.Entry> plan) throws SQLException {
    Map<String, Instant> leased = new FleetTables(database).leased();
    Map<String, Instant> last = new LinkedHashMap<>();
    int wrong = 0;
    for (Timetable.Entry entry : plan) {
      Instant start = leased.getOrDefault(entry.posting(), Instant.MAX);
      Instant before = last.put(entry.account(), start);
      wrong += before != null && start.isBefore(before) ? 1 : 0;
    }
    return wrong;
  }
}
