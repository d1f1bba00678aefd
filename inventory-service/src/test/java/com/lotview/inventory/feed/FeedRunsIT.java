package com.lotview.inventory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Feeds that are fetched when they are due, and what their runs say. */
@Tag("servers")
class FeedRunsIT extends FeedTest {
  @Autowired private FeedPoller poller;

  @Test
  void aNewFeedIsFetchedAtOnceAndASecondRunSaysUnchanged() {
    server.has(stock(1, 10), "\"one\"");
    String id = make(daily(Map.of()));

    JsonNode first = settled(id, 1);
    assertThat(first.get("state").asString()).isEqualTo("DONE");
    assertThat(first.get("cause").asString()).isEqualTo("SCHEDULE");
    assertThat(first.get("bytes").asInt()).isEqualTo(stock(1, 10).length());
    assertThat(first.get("figures").get("created").asInt()).isEqualTo(10);
    assertThat(onLot()).isEqualTo(10);
    String report = first.get("report").asString();
    assertThat(body(as(Role.GM, dealership).get().uri(report).exchange()).get("rows")).hasSize(10);
    assertThat(server.asked()).containsExactly("all");

    runNow(id);
    assertThat(settled(id, 2).get("state").asString()).isEqualTo("UNCHANGED");
    assertThat(server.asked()).containsExactly("\"one\"");
    // Another version with the same bytes.
    server.has(stock(1, 10), "\"two\"");
    runNow(id);
    JsonNode third = settled(id, 3);
    assertThat(third.get("state").asString()).isEqualTo("UNCHANGED");
    assertThat(third.get("importId").isNull()).isTrue();
    assertThat(feed(id).get("state").asString()).isEqualTo("WELL");
  }

  @Test
  void aRunTellsWhatIsOtherThanBefore() {
    server.has(stock(1, 10), null);
    String id = make(daily(Map.of("missing", "archive")));
    settled(id, 1);

    server.hasZipped(
        (stock(2, 12) + "F013,2020,Kia,Rio,soon,9000\n")
            .replace("Price", "Price,Blarg")
            .replace(",9000\n", ",9000,north\n"));
    runNow(id);
    JsonNode run = settled(id, 2);

    assertThat(run.get("state").asString()).isEqualTo("DONE");
    assertThat(run.get("cause").asString()).isEqualTo("PERSON");
    assertThat(run.get("figures").get("vanished").asInt()).isEqualTo(1);
    assertThat(run.get("difference").get("rows").asInt()).isEqualTo(2);
    assertThat(texts(run.get("difference").get("newlyWarned"))).contains("Mileage");
    assertThat(texts(run.get("difference").get("newlyUnknown"))).hasSize(1);

    server.has(stock(1, 12), null);
    runNow(id);
    JsonNode again = settled(id, 3);
    assertThat(again.get("figures").get("returned").asInt()).as("F001 is back").isEqualTo(1);
    assertThat(texts(again.get("difference").get("recovered"))).contains("Mileage");
    assertThat(
            body(as(Role.GM, dealership)
                    .get()
                    .uri(again.get("report").asString() + "?all=false")
                    .exchange())
                .toString())
        .contains("was missing from an earlier file, and is on the lot again");
  }

  @Test
  void aVehicleThatIsSoldHereAndStaysInTheFeedIsCountedAndComesBackIfTheFeedMay() {
    String head = HEAD.replace("Price", "Price,Status");
    String file =
        head + "S1,2020,Kia,Rio,41000,9000,In Stock\nS2,2020,Kia,Rio,42000,9000,In Stock\n";
    server.has(file, null);
    String id = make(daily(Map.of()));
    settled(id, 1);
    sell("S1");
    server.has(file + "S3,2020,Kia,Rio,43000,9000,In Stock\n", null);
    runNow(id);
    JsonNode kept = settled(id, 2).get("figures");
    assertThat(kept.get("stillSold").asInt()).isEqualTo(1);
    assertThat(kept.get("returned").asInt()).isZero();

    as(Role.GM, dealership)
        .patch()
        .uri("/v1/vehicles/feeds/" + id)
        .bodyValue(Map.of("sold", "relist"))
        .exchange()
        .expectStatus()
        .isOk();
    JsonNode back = settled(id, 3).get("figures");
    assertThat(back.get("returned").asInt()).isEqualTo(1);
    assertThat(back.get("stillSold").asInt()).isZero();
    assertThat(onLot()).isEqualTo(3);
  }

  private void sell(String stockNumber) {
    JsonNode vehicle =
        body(as(Role.GM, dealership).get().uri("/v1/vehicles?search=" + stockNumber).exchange())
            .get("data")
            .get(0);
    as(Role.GM, dealership)
        .patch()
        .uri("/v1/vehicles/" + vehicle.get("id").asString())
        .bodyValue(Map.of("status", "SOLD"))
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void processesThatLookAtTheSameTimeBeginARunOnce() {
    server.has(stock(1, 3), null);
    String id = make(daily(Map.of()));
    settled(id, 1);

    for (int round = 2; round <= 4; round++) {
      server.has(stock(1, 3 + round), null);
      makeDue(id);
      Flux.range(0, 8).flatMap(process -> poller.poll()).blockLast();
      settled(id, round);
    }

    assertThat(runs(id)).hasSize(4);
  }

  @Test
  void onlyTheFeedsServerGetsItsLoginAndNobodyReadsItAgain() {
    server.has(stock(1, 2), null);
    server.wants("Basic dXNlcjpwYXNz");
    String id =
        make(daily(Map.of("login", Map.of("kind", "basic", "name", "user", "secret", "pass"))));

    assertThat(settled(id, 1).get("state").asString()).isEqualTo("DONE");
    assertThat(feed(id).toString()).contains("user").doesNotContain("pass");
    as(Role.GM, dealership)
        .patch()
        .uri("/v1/vehicles/feeds/" + id)
        .bodyValue(Map.of("url", "https://elsewhere.example/stock.csv"))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("login");
  }

  @Test
  void anAddressInAPrivateNetworkIsNotAsked() {
    String id = make(daily(Map.of("url", "http://10.0.0.1/stock.csv")));

    JsonNode run = settled(id, 1);

    assertThat(run.get("state").asString()).isEqualTo("FAILED");
    assertThat(run.get("reason").asString())
        .isEqualTo("The address leads into a network that is not public");
  }

  @Test
  void feedsAreTheDealershipsManagersOnly() {
    server.has(stock(1, 2), null);
    String id = make(daily(Map.of("missing", "archive")));
    settled(id, 1);
    for (String path : List.of("", "/runs")) {
      as(Role.GM, UUID.randomUUID())
          .get()
          .uri("/v1/vehicles/feeds/" + id + path)
          .exchange()
          .expectStatus()
          .isNotFound();
      as(Role.SALESPERSON, dealership)
          .get()
          .uri("/v1/vehicles/feeds/" + id + path)
          .exchange()
          .expectStatus()
          .isForbidden();
    }
    // It archives, and a sales manager may not.
    as(Role.SALES_MANAGER, dealership)
        .post()
        .uri("/v1/vehicles/feeds/" + id + "/run")
        .exchange()
        .expectStatus()
        .isForbidden();
    as(Role.GM, dealership)
        .delete()
        .uri("/v1/vehicles/feeds/" + id)
        .exchange()
        .expectStatus()
        .isNoContent();
    as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles/feeds/" + id)
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void wrongWishesAreRefusedByField() {
    refused("url", Map.of("url", "ftp://feeds.example/stock.csv"));
    refused("url", Map.of("url", "https://user:pass@feeds.example/stock.csv"));
    refused("schedule", Map.of("schedule", Map.of()));
    refused("schedule.everyMinutes", Map.of("schedule", Map.of("everyMinutes", 5)));
    refused("schedule.zone", Map.of("schedule", Map.of("at", List.of("06:30"))));
    refused(
        "login.name",
        Map.of("login", Map.of("kind", "header", "name", "Host", "secret", "internal")));
  }

  private void refused(String field, Map<String, Object> wish) {
    post("/v1/vehicles/feeds", daily(wish))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
