package com.lotview.inventory.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Feeds that halve, fail or do not come: people are notified once, and once after recovery. */
@Tag("servers")
class FeedAlarmsIT extends FeedTest {
  private final EventProbe probe = EventProbe.onTestServers();

  @Test
  void ofAFeedThatHasHalvedNothingIsArchivedUntilAPersonAcceptsIt() {
    server.has(stock(1, 10), "\"full\"");
    String id = make(daily(Map.of("missing", "archive")));
    settled(id, 1);

    server.has(stock(1, 4), "\"half\"");
    runNow(id);
    JsonNode held = settled(id, 2);
    assertThat(held.get("state").asString()).isEqualTo("HELD");
    assertThat(held.get("figures").get("held").asInt()).isEqualTo(6);
    assertThat(held.get("figures").get("vanished").asInt()).isZero();
    assertThat(onLot()).isEqualTo(10);
    assertThat(feed(id).get("state").asString()).isEqualTo("HALVED");
    // The next run finds the same, and publishes no second notice.
    runNow(id);
    assertThat(settled(id, 3).get("state").asString()).isEqualTo("HELD");
    assertThat(states(id, 1)).containsExactly("HALVED");

    accept(id, held).expectStatus().isEqualTo(409);
    accept(id, runs(id).get(0)).expectStatus().isAccepted();
    JsonNode accepted = settled(id, 4);
    assertThat(accepted.get("cause").asString()).isEqualTo("ACCEPTED");
    assertThat(accepted.get("state").asString()).isEqualTo("DONE");
    assertThat(accepted.get("figures").get("vanished").asInt()).isEqualTo(6);
    assertThat(onLot()).isEqualTo(4);
    assertThat(states(id, 2)).containsExactly("HALVED", "WELL");
    accept(id, runs(id).get(1)).expectStatus().isEqualTo(409);
  }

  @Test
  void anAcceptedFeedThatHasLostEvenMoreMeanwhileIsHeldAgain() {
    server.has(stock(1, 10), null);
    String id = make(daily(Map.of("missing", "archive")));
    settled(id, 1);
    server.has(stock(1, 4), null);
    runNow(id);
    JsonNode held = settled(id, 2);

    server.has(stock(1, 1), null);
    accept(id, held).expectStatus().isAccepted();

    assertThat(settled(id, 3).get("state").asString()).isEqualTo("HELD");
    assertThat(onLot()).isEqualTo(10);
  }

  @Test
  void aFeedThatArchivesNothingIsAcceptedAsItIs() {
    server.has(stock(1, 10), null);
    String id = make(daily(Map.of()));
    settled(id, 1);
    server.has(stock(1, 4), null);
    runNow(id);
    JsonNode held = settled(id, 2);
    assertThat(held.get("reason").asString())
        .isEqualTo("The feed has 4 vehicles; before it had 10.");

    accept(id, held).expectStatus().isAccepted();

    assertThat(states(id, 2)).containsExactly("HALVED", "WELL");
    runNow(id);
    assertThat(settled(id, 3).get("state").asString()).isEqualTo("UNCHANGED");
  }

  @Test
  void theThirdFailureIsToldOnceAndThatItIsWellAgain() {
    server.fails(503);
    String id = make(daily(Map.of()));
    assertThat(settled(id, 1).get("reason").asString()).isEqualTo("The server answers 503");
    // It is tried again soon, not only when it is due.
    assertThat(Instant.parse(feed(id).get("nextAt").asString()))
        .isBefore(Instant.now().plus(Duration.ofMinutes(16)));
    for (int run = 2; run <= 4; run++) {
      runNow(id);
      settled(id, run);
    }
    assertThat(feed(id).get("failures").asInt()).isEqualTo(4);
    assertThat(states(id, 1)).containsExactly("FAILING");

    server.has(stock(1, 2), null);
    runNow(id);
    settled(id, 5);
    assertThat(states(id, 2)).containsExactly("FAILING", "WELL");
    assertThat(feed(id).get("failures").asInt()).isZero();
  }

  @Test
  void aDroppedFileIsTakenWhenItIsCompleteAndOneThatDoesNotComeIsLate() throws IOException {
    Path folder = Files.createDirectories(DROP.resolve(dealership.toString()));
    String id = make(Map.of("name", "Dropped", "schedule", Map.of("everyMinutes", 60)));
    change(
        "update inventory.stock_feed set came_at = now() - interval '4 hours', next_at = now()"
            + " where id = '"
            + id
            + "'");
    assertThat(states(id, 1)).containsExactly("LATE");
    assertThat(runs(id)).isEmpty();

    Path outside = Files.writeString(Files.createTempFile("secret", ".csv"), stock(1, 9));
    Files.createSymbolicLink(folder.resolve("link.csv"), outside);
    Files.writeString(folder.resolve("coming.csv.part"), stock(1, 9));
    Path file = Files.writeString(folder.resolve("stock.csv"), stock(1, 3));
    for (Path one : List.of(file, folder.resolve("coming.csv.part"), outside)) {
      Files.setLastModifiedTime(one, FileTime.from(Instant.now().minusSeconds(600)));
    }
    makeDue(id);
    JsonNode run = settled(id, 1);

    assertThat(run.get("state").asString()).isEqualTo("DONE");
    assertThat(run.get("figures").get("created").asInt()).isEqualTo(3);
    assertThat(states(id, 2)).containsExactly("LATE", "WELL");
    assertThat(file).as("the folder is only read").exists();
    makeDue(id);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Instant.parse(feed(id).get("nextAt").asString()).isAfter(Instant.now()));
    assertThat(runs(id)).as("a known file is not taken again").hasSize(1);
  }

  private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec accept(
      String id, JsonNode run) {
    return as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/feeds/" + id + "/runs/" + run.get("id").asString() + "/accept")
        .exchange();
  }

  // So many events of the feed, and no more.
  private List<String> states(String id, int count) {
    List<EventProbe.Heard> heard =
        probe.awaitAll(
            event -> event.type().equals(EventTypes.STOCK_FEED_STATE) && event.key().equals(id),
            count);
    heard.forEach(event ->
        assertThat(
                EventContract.of(Topics.VEHICLE_CHANGED, EventTypes.STOCK_FEED_STATE)
                    .violations(event.text()))
            .isEmpty());
    return heard.stream().map(event -> event.body().get("state").asString()).toList();
  }
}
