package com.lotview.bench.web;

import com.lotview.bench.stock.BenchStock;
import com.lotview.bench.tables.PostingTables;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A week with as many planned postings as it takes. */
final class ScheduleScene {
  /** So many of an account in a week are under its limits. */
  private static final int PER_ACCOUNT = 100;

  private static final Duration SPREAD = Duration.ofHours(140);
  private static final int VISITS = 7;
  private static final String TILES = "document.querySelectorAll('[draggable=true]').length";

  private final Dealership dealership;

  ScheduleScene(Dealership dealership) {
    this.dealership = dealership;
  }

  /** Plans so many postings: one by the API, the others as its copies. */
  void plan(Installation installation, PostingTables tables, String vehicle, int count)
      throws SQLException, InterruptedException {
    ApiClient api = dealership.api();
    List<String> accounts =
        new BenchStock(api, installation).accounts(Math.ceilDiv(count, PER_ACCOUNT));
    Instant from = Instant.now().plus(Duration.ofHours(1));
    Map<String, Object> order =
        Map.of(
            "vehicleId", vehicle,
            "fbAccountId", accounts.getFirst(),
            "scheduledFor", from.plus(SPREAD).toString());
    String template =
        api.post("/v1/postings", order).orFail("Ordering a posting").get("id").asString();
    tables.awaitWaiting(template);
    int copies = count - 1;
    tables.copyWaiting(
        template,
        fresh(copies),
        IntStream.range(0, copies).mapToObj(i -> accounts.get(i % accounts.size())).toList(),
        IntStream.range(0, copies)
            .mapToObj(i -> from.plus(SPREAD.multipliedBy(i).dividedBy(count)))
            .toList(),
        fresh(copies));
    tables.lookWhenDue();
  }

  private static List<String> fresh(int count) {
    return Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
  }

  /** From the click on the schedule until every tile is there. */
  Figure open(int count) {
    List<Double> millis = new ArrayList<>();
    try (Screen screen = dealership.screen()) {
      for (int i = 0; i < VISITS; i++) {
        screen.newTab(true);
        screen.go(dealership.page("inventory"));
        screen.await("rows", "document.querySelector('[data-row]')");
        double began = screen.millis();
        screen.run("document.querySelector('nav a[href$=\"/schedule\"]').click()");
        screen.await(count + " postings", TILES + " >= " + count);
        millis.add(screen.millis() - began);
      }
    }
    return Figure.of(
        String.format(Locale.ROOT, "a week with %,d postings: CPU ms to open it", count),
        millis,
        "p50 ≤ 300");
  }
}
