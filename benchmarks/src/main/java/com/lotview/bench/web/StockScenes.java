package com.lotview.bench.web;

import com.lotview.standalone.client.ApiClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A dealership's inventory, however many vehicles it has. */
final class StockScenes {
  private static final int VISITS = 7;
  private static final int SCROLLS = 60;
  private static final String ROWS = "document.querySelectorAll('[data-row]').length >= 10";
  private static final String FIRST = "return document.querySelector('[data-row]').innerText";
  private static final String REQUESTS =
      "performance.getEntriesByType('resource').filter(one => one.initiatorType ==="
          + " 'fetch').length";
  private static final String END =
      "(window.scrollTo(0, document.body.scrollHeight),"
          + " [...document.querySelectorAll('[role=listitem]')].some(row => row.ariaPosInSet ==="
          + " arguments[0] && row.querySelector('[data-row]')))";

  private final Dealership dealership;
  private final ApiClient api;
  private final String vehicles;

  StockScenes(Dealership dealership, int vehicles) {
    this.dealership = dealership;
    this.api = dealership.api();
    this.vehicles = String.format(Locale.ROOT, "%,d vehicles", vehicles);
  }

  /** Visits in turn at the dashboard and at the page without a framework. */
  List<Figure> firstRows() throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (Screen screen = dealership.screen();
        PlainPage plain = new PlainPage(dealership.url(), api.token())) {
      for (boolean cached : new boolean[] {false, true}) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
          ours.add(visit(screen, dealership.page("inventory"), cached));
          theirs.add(visit(screen, plain.address(), cached));
        }
        String visit = vehicles + (cached ? ", later visit" : ", first visit");
        Figure mine = Figure.of(visit + ": CPU ms to the first rows", ours, "");
        Figure plainly = Figure.of(visit + ": the same of the plain page", theirs, "");
        double ratio = mine.values().percentile(0.5) / plainly.values().percentile(0.5);
        figures.addAll(List.of(mine, plainly, Figure.of(visit + ": ratio", ratio, "≤ 2")));
      }
    }
    return figures;
  }

  private double visit(Screen screen, String address, boolean cached) {
    screen.newTab(cached);
    screen.go(address);
    screen.await("the rows of " + address, ROWS);
    double millis = screen.millis();
    String stockNumber = first().stockNumber();
    if (!String.valueOf(screen.run(FIRST)).contains(stockNumber)) {
      throw new IllegalStateException(address + " does not begin with " + stockNumber);
    }
    return millis;
  }

  private First first() {
    return new First(api.get("/v1/vehicles?limit=1").orFail("Listing"));
  }

  private record First(JsonNode list) {
    String stockNumber() {
      return list.get("data").get(0).get("stockNumber").asString();
    }

    String total() {
      return list.get("pagination").get("total").asString();
    }
  }

  /** Goes to the last vehicle and back by many steps. */
  List<Figure> scrolling() {
    try (Screen screen = dealership.screen()) {
      screen.newTab(true);
      screen.go(dealership.page("inventory"));
      screen.await("rows", ROWS);
      double before = screen.heapMebibytes();
      double asked = screen.number(REQUESTS);
      double began = screen.millis();
      screen.await("the last vehicle", END, first().total());
      double jump = screen.millis() - began;
      for (int i = 0; i < SCROLLS; i++) {
        screen.run("window.scrollBy(0, -400)");
        Screen.pause(Duration.ofMillis(30));
      }
      double requests = screen.number(REQUESTS) - asked;
      double after = screen.heapMebibytes();
      return List.of(
          Figure.of(vehicles + ": heap with the first rows, MiB", before, ""),
          Figure.of(
              vehicles + ": heap after the jump to the last and scrolling, MiB", after, "≤ 30"),
          Figure.of(vehicles + ": CPU ms of the jump", jump, ""),
          Figure.of(vehicles + ": requests of jump and scrolling", requests, ""));
    }
  }
}
