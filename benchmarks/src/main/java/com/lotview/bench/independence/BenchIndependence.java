package com.lotview.bench.independence;

import com.lotview.bench.parts.DatabasePart;
import com.lotview.bench.parts.Parts;
import com.lotview.bench.stock.EngineStock;
import com.lotview.bench.tables.BenchDatabase;
import com.lotview.bench.tables.FleetTables;
import com.lotview.bench.tables.PostingTables;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench independence}: many jobs of 50 accounts, and six workers that use the
 * sandbox by HTTP and join, leave, die and pause. The sandbox's ledger judges. Then the same work
 * twice without disturbances, the second time with one account that is stuck.
 *
 * <p>The leases and all times that depend on them are shortened to three tenths: 9 s for 30 s, a
 * pause of 12 s for one of 40 s, stuck for 60 s where ten minutes would be 180 s.
 */
public final class BenchIndependence {
  private static final int ACCOUNTS = 50;
  private static final int WORKERS = 6;
  private static final int BROWSERS = 2;
  private static final Duration WORK = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(12);
  private static final Duration STUCK = Duration.ofSeconds(60);
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final Map<String, String> SHORTENED =
      Map.of(
          "LOTVIEW_LEASE_DURATION", "9s",
          "LOTVIEW_LEASE_RENEWAL_INTERVAL", "1500ms",
          "LOTVIEW_ORPHAN_GRACE_PERIOD", "18s",
          "LOTVIEW_VERIFICATION_INTERVAL", "9s",
          "LOTVIEW_SETTLING_DELAY", "18s",
          "LOTVIEW_DRAIN_TIMEOUT", "20s");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress(out);
  private final Random random = new Random(3);
  private final Map<String, Object> json = new LinkedHashMap<>();
  private final Map<String, String> siteAccounts = new HashMap<>();
  private final Parts parts;
  private final BenchDatabase database;
  private final FleetTables fleet;
  private final JobFeed feed;
  private final EngineStock stock;

  private BenchIndependence(Parts parts) throws Exception {
    this.parts = parts;
    this.database = BenchDatabase.at(parts.database().port(), DatabasePart.PASSWORD);
    this.fleet = new FleetTables(database);
    ApiClient api = new ApiClient(parts.url());
    api.signIn(parts.email(), parts.password());
    this.stock = new EngineStock(api, database, parts.sealKey());
    this.feed =
        new JobFeed(
            new PostingTables(database),
            stock.waitingPosting(api),
            stock.dealership(),
            stock.firstVehicle(),
            parts.broker().superuser());
    json.put("bench", "independence");
  }

  /**
   * Runs it.
   *
   * @param json where the figures go
   * @param folder to work in; created new
   */
  public static boolean run(Path json, Path folder, int jobs) throws Exception {
    try (Parts parts = new Parts(folder, Map.of())) {
      return new BenchIndependence(parts).run(json, jobs);
    }
  }

  private boolean run(Path target, int jobs) throws Exception {
    List<String> accounts = accounts();
    List<JobFeed.Job> disturbed = disturbed(jobs, accounts);
    double alone = undisturbed(jobs / 4, accounts, false);
    double stuck = undisturbed(jobs / 4, accounts, true);
    out.printf(
        Locale.ROOT,
        "| others' mean time to done, nobody stuck / one account stuck %d s | %.1f s / %.1f s |%n",
        STUCK.toSeconds(),
        alone,
        stuck);
    json.put("othersMeanSeconds", alone);
    json.put("othersMeanSecondsWithOneStuck", stuck);
    Verdict verdict = judge(disturbed);
    out.println("| jobs | listings | missing | twice | overlaps | out of order |");
    out.println("|---|---|---|---|---|---|");
    out.println(verdict.row());
    json.put("verdict", verdict);
    String text = JsonMapper.shared().writeValueAsString(json);
    out.println(text);
    Files.writeString(target, text);
    return verdict.clean();
  }

  /** Accounts at the sandbox, connected with a session each. */
  private List<String> accounts() throws SQLException {
    ApiClient site = new ApiClient(parts.sandbox().url());
    List<String> sessions = new ArrayList<>();
    List<String> users = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      JsonNode made =
          site.post(
                  parts.sandbox().url() + "/__accounts",
                  Map.of("name", "Crew " + i, "city", "Denver, Colorado"))
              .orFail("Making a sandbox account");
      users.add(made.get("id").asString());
      sessions.add(made.get("cookies").toString());
    }
    List<String> ids = stock.accounts(sessions);
    for (int i = 0; i < ACCOUNTS; i++) {
      siteAccounts.put(ids.get(i), users.get(i));
    }
    return ids;
  }

  private Crew crew(Map<String, String> more) throws Exception {
    Map<String, String> settings = new HashMap<>(SHORTENED);
    settings.put("RECORDER_SITE", "http");
    settings.put("RECORDER_WORK_MS", String.valueOf(WORK.toMillis()));
    settings.put("LOTVIEW_BROWSERS", String.valueOf(BROWSERS));
    settings.putAll(more);
    return new Crew(parts, settings, BROWSERS, PAUSE, progress::step);
  }

  private List<JobFeed.Job> disturbed(int count, List<String> accounts) throws Exception {
    List<JobFeed.Job> jobs;
    try (Crew crew = crew(Map.of())) {
      crew.join();
      progress.step(count + " jobs; the first worker works, others join");
      long began = System.nanoTime();
      double before = crew.offeredSeconds();
      jobs = feed.put(count, accounts);
      for (int i = 1; i < WORKERS; i++) {
        crew.join();
      }
      for (int turn = 0; fleet.open() > count / 10.0; turn++) {
        TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
        crew.disturb(turn, random);
      }
      fleet.awaitDone();
      report((System.nanoTime() - began) / 1e9, crew.offeredSeconds() - before, count);
    }
    return jobs;
  }

  private void report(double seconds, double offered, int count) {
    double ideal = count * WORK.toMillis() / 1000.0;
    progress.step("done after %.1f s".formatted(seconds));
    out.printf(
        Locale.ROOT,
        "| browser seconds offered / needed by the work | %.0f / %.0f = %.0f %% used |%n",
        offered,
        ideal,
        100 * ideal / offered);
    json.put("seconds", seconds);
    json.put("offeredBrowserSeconds", offered);
    json.put("workBrowserSeconds", ideal);
  }

  /** The mean time until a job of the accounts that are not stuck is done. */
  private double undisturbed(int count, List<String> accounts, boolean stuck) throws Exception {
    String account = accounts.getFirst();
    try (Crew crew = crew(stuck ? stuck(account) : Map.of())) {
      for (int i = 0; i < WORKERS; i++) {
        crew.join();
      }
      progress.step(count + " jobs, undisturbed" + (stuck ? ", one account stuck" : ""));
      double from = database.now();
      List<JobFeed.Job> jobs = feed.put(count, accounts);
      List<String> others =
          jobs.stream()
              .filter(job -> !job.account().equals(account))
              .map(JobFeed.Job::posting)
              .toList();
      fleet.awaitDone(others.size(), from, account);
      double mean = fleet.meanSeconds(others, from);
      fleet.awaitDone();
      return mean;
    }
  }

  private static Map<String, String> stuck(String account) {
    return Map.of(
        "RECORDER_STUCK_ACCOUNT", account, "RECORDER_STUCK_MS", String.valueOf(STUCK.toMillis()));
  }

  /** The verdict of the sandbox's ledger. */
  private record Verdict(
      int jobs, int listings, int missing, int twice, int overlaps, int outOfOrder) {
    boolean clean() {
      return missing == 0 && twice == 0 && overlaps == 0 && outOfOrder == 0;
    }

    String row() {
      return "| %d | %d | %d | %d | %d | %d |"
          .formatted(jobs, listings, missing, twice, overlaps, outOfOrder);
    }
  }

  private Verdict judge(List<JobFeed.Job> jobs) {
    int missing = 0;
    int twice = 0;
    int outOfOrder = 0;
    int listings = 0;
    Map<String, List<JobFeed.Job>> byAccount =
        jobs.stream().collect(Collectors.groupingBy(JobFeed.Job::account));
    for (var one : byAccount.entrySet()) {
      List<String> texts =
          parts.sandbox().ledger().listings(siteAccounts.getOrDefault(one.getKey(), "")).stream()
              .map(Listing::description)
              .toList();
      listings += texts.size();
      int last = -1;
      for (JobFeed.Job job : one.getValue()) {
        List<Integer> places = places(texts, job.marker());
        missing += places.isEmpty() ? 1 : 0;
        twice += Math.max(0, places.size() - 1);
        outOfOrder += !places.isEmpty() && places.getFirst() < last ? 1 : 0;
        last = places.isEmpty() ? last : places.getFirst();
      }
    }
    int overlaps = parts.sandbox().sessions().overlaps().size();
    return new Verdict(jobs.size(), listings, missing, twice, overlaps, outOfOrder);
  }

  private static List<Integer> places(List<String> texts, String marker) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).endsWith(marker)) {
        places.add(i);
      }
    }
    return places;
  }
}
