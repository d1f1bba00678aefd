package com.lotview.bench.web;

import com.lotview.bench.stock.BenchStock;
import com.lotview.bench.tables.AuthTables;
import com.lotview.bench.tables.BenchDatabase;
import com.lotview.bench.tables.InventoryTables;
import com.lotview.bench.tables.PostingTables;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench web}: what the dashboard costs a person's browser. The gateway, the
 * services and the database are real; most rows are copies of one that came by the API. Processor
 * time is that of the page's main thread, so it depends less on what else runs than a duration.
 */
public final class BenchWeb {
  private final Installation installation;
  private final BenchDatabase database;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress(out);
  private final List<Figure> figures = new ArrayList<>();
  private final Dealership demo;
  private final PostingTables postings;
  private final String vehicle;

  private BenchWeb(Installation installation, BenchDatabase database) throws SQLException {
    this.installation = installation;
    this.database = database;
    this.postings = new PostingTables(database);
    this.demo =
        new Dealership(
            new AuthTables(database).dealershipOf(installation.email()),
            installation.url(),
            installation.email(),
            installation.password());
    this.vehicle = new BenchStock(demo.api(), installation).vehicles(1).getFirst();
  }

  /**
   * Runs it on a fresh installation without workers; a scene that cannot be measured ends it.
   *
   * @param json where the figures go
   */
  public static boolean run(Installation installation, Path json, WebLoad load) throws Exception {
    try (BenchDatabase database = BenchDatabase.of(installation.home())) {
      BenchWeb bench = new BenchWeb(installation, database);
      bench.found(Sizes.read());
      bench.stocks(load);
      bench.schedule(load);
      bench.progress.step("frames for %d s".formatted(load.seconds()));
      bench.found(new LiveScenes(bench.demo, bench.postings).frames(load.seconds()));
      bench.print();
      Map<String, Object> results =
          Map.of(
              "bench",
              "web",
              "load",
              load,
              "figures",
              bench.figures.stream().map(Figure::json).toList());
      Files.writeString(json, JsonMapper.shared().writeValueAsString(results));
      return true;
    }
  }

  private void stocks(WebLoad load) throws Exception {
    for (int count : load.stocks()) {
      progress.step("%,d vehicles".formatted(count));
      Dealership dealership = dealership(count);
      StockScenes scenes = new StockScenes(dealership, count);
      found(scenes.firstRows());
      if (count == load.stocks().getFirst()) {
        found(scenes.scrolling());
        progress.step("%d changes".formatted(load.changes()));
        found(new LiveScenes(dealership, postings).changes(load.changes()));
      }
    }
  }

  /** A dealership of its own for each stock, with a person. */
  private Dealership dealership(int vehicles) throws SQLException {
    String id = UUID.randomUUID().toString();
    String email = "bench" + vehicles + "@example.com";
    AuthTables auth = new AuthTables(database);
    auth.copyDealership(demo.id(), List.of(id));
    auth.copyPerson(demo.email(), List.of(id), List.of(email));
    new InventoryTables(database).fill(vehicle, List.of(id), vehicles);
    return new Dealership(id, demo.url(), email, demo.password());
  }

  private void schedule(WebLoad load) throws SQLException, InterruptedException {
    progress.step("a week with %,d postings".formatted(load.postings()));
    ScheduleScene schedule = new ScheduleScene(demo);
    schedule.plan(installation, postings, vehicle, load.postings());
    found(List.of(schedule.open(load.postings())));
  }

  private void found(List<Figure> more) {
    figures.addAll(more);
    more.forEach(figure -> out.println(figure.row()));
  }

  private void print() {
    out.println(Figure.HEAD);
    figures.forEach(figure -> out.println(figure.row()));
  }
}
