package com.lotview.bench.web;

import com.lotview.bench.tables.PostingTables;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.standalone.client.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the socket's events cost a page, and how soon a change is on the screen. */
final class LiveScenes {
  private static final int A_SECOND = 100;
  private static final Duration WARM = Duration.ofSeconds(5);
  private static final String EXAMPLE =
      "/contracts/events/posting.progress/posting.state/v1.example.json";
  private static final String REQUESTS = "performance.getEntriesByType('resource').length";
  private static final String ROWS = "document.querySelectorAll('[data-row]').length >= 10";
  private static final String LIVE =
      "window.heard !== undefined && document.querySelector('.bg-good')";

  /** Notes when a text is first painted. */
  private static final String WATCH =
      """
      const wanted = arguments[0];
      window.seen = undefined;
      const look = () => {
        if (!document.querySelector('main').textContent.includes(wanted)) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => { window.seen = performance.timeOrigin + performance.now(); }));
      };
      const watch = new MutationObserver(look);
      watch.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true });
      """;

  private final Dealership dealership;
  private final PostingTables postings;
  private final ObjectNode event;

  LiveScenes(Dealership dealership, PostingTables postings) throws IOException {
    this.dealership = dealership;
    this.postings = postings;
    try (InputStream in = LiveScenes.class.getResourceAsStream(EXAMPLE)) {
      this.event = (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(in, EXAMPLE));
    }
  }

  /** A hundred frames a second on the list of postings, about those that it shows. */
  List<Figure> frames(int seconds) throws SQLException, InterruptedException {
    List<String> shown = ids(dealership.api().get("/v1/postings?limit=100").orFail("Listing"));
    try (Screen screen = dealership.screen()) {
      open(screen, "postings");
      screen.run("window.scrollTo(0, 1000)");
      heard(screen, send(shown, WARM));
      double scroll = screen.number("window.scrollY");
      List<Figure> figures = measured(screen, shown, Duration.ofSeconds(seconds));
      if (screen.number("window.scrollY") != scroll) {
        throw new IllegalStateException("The events moved the list");
      }
      return figures;
    }
  }

  private List<Figure> measured(Screen screen, List<String> shown, Duration time)
      throws SQLException, InterruptedException {
    double heap = screen.heapMebibytes();
    double requests = screen.number(REQUESTS);
    screen.run("window.heard.length = 0");
    double began = screen.millis();
    int frames = send(shown, time);
    heard(screen, frames);
    double each = (screen.millis() - began) / frames;
    return List.of(
        Figure.of(
            String.format(Locale.ROOT, "%,d socket frames, 100 a second: CPU ms each", frames),
            each,
            "≤ 1"),
        Figure.of("the same: heap before, MiB", heap, ""),
        Figure.of("the same: heap after, MiB", screen.heapMebibytes(), "as before"),
        Figure.of(
            "the same: requests of the page meanwhile", screen.number(REQUESTS) - requests, ""));
  }

  private static List<String> ids(JsonNode list) {
    return list.get("data").valueStream().map(one -> one.get("id").asString()).toList();
  }

  /** Stores events as the service's transactions do; the relay sends them. */
  private int send(List<String> about, Duration time) throws SQLException, InterruptedException {
    int count = Math.toIntExact(A_SECOND * time.toSeconds());
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = begun + TimeUnit.SECONDS.toNanos(1) * i / A_SECOND;
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      String posting = about.get(i % about.size());
      ObjectNode body = event.deepCopy();
      body.put("postingId", posting);
      body.put("dealershipId", dealership.id());
      postings.append(Topics.POSTING_PROGRESS, posting, EventTypes.POSTING_STATE, body.toString());
    }
    return count;
  }

  private void open(Screen screen, String page) {
    screen.newTab(true);
    screen.go(dealership.page(page));
    screen.await("rows", ROWS);
    screen.await("the socket", LIVE);
  }

  private static void heard(Screen screen, int frames) {
    screen.await(frames + " frames", "window.heard.length >= " + frames);
    Screen.pause(Duration.ofSeconds(1));
  }

  /** Changes of a vehicle that the list shows, by the API, until their price is on the screen. */
  List<Figure> changes(int count) {
    ApiClient api = dealership.api();
    JsonNode first = api.get("/v1/vehicles?limit=1").orFail("Listing").get("data").get(0);
    String vehicle = "/v1/vehicles/" + first.get("id").asString();
    List<Double> whole = new ArrayList<>();
    List<Double> fromFrame = new ArrayList<>();
    try (Screen screen = dealership.screen()) {
      open(screen, "inventory");
      for (int i = 0; i < count; i++) {
        // Not in step with the relay, which looks every quarter of a second.
        Screen.pause(Duration.ofMillis(700 + i * 37L % 250));
        int price = 20_001 + i;
        screen.run(WATCH, String.format(Locale.ROOT, "$%,d", price));
        screen.run("window.heard.length = 0");
        long asked = System.currentTimeMillis();
        api.patch(vehicle, Map.of("price", price * 100)).orFail("Changing the price");
        screen.await("the price " + price, "window.seen");
        whole.add(screen.number("window.seen") - asked);
        fromFrame.add(screen.number("window.seen - window.heard[0]"));
      }
    }
    return List.of(
        Figure.of("a price is changed at the API → on the screen, ms", whole, "p95 ≤ 250"),
        Figure.of("of it from the socket's frame, ms", fromFrame, ""));
  }
}
