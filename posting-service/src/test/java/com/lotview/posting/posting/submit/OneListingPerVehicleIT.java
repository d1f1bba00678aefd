package com.lotview.posting.posting.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.posting.ServiceUnderTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A car is listed only once, however many people click how often. */
@Tag("servers")
class OneListingPerVehicleIT extends ServiceUnderTest {
  private static final int CLICKS = 50;

  private record Answer(int status, JsonNode body) {}

  @Test
  void ofFiftyClicksAtOnceOneIsTaken() throws Exception {
    account();
    UUID vehicle = vehicle();
    List<Answer> answers = atOnce(() -> click(vehicle, null));
    assertThat(answers.stream().filter(a -> a.status() == 202)).hasSize(1);
    List<Answer> refused = answers.stream().filter(a -> a.status() == 409).toList();
    assertThat(refused).hasSize(CLICKS - 1);
    String taken =
        answers.stream()
            .filter(a -> a.status() == 202)
            .map(a -> a.body().get("id").asString())
            .findFirst()
            .orElseThrow();
    assertThat(refused)
        .allSatisfy(answer -> {
          assertThat(answer.body().get("code").asString()).isEqualTo("POSTING_ALREADY_ACTIVE");
          assertThat(answer.body().get("postingId").asString()).isEqualTo(taken);
          assertThat(answer.body().get("detail").asString()).contains(taken);
        });
    assertThat(total(vehicle)).isEqualTo(1);
  }

  @Test
  void fiftyClicksUnderOneKeyGetOneAnswer() throws Exception {
    account();
    UUID vehicle = vehicle();
    List<Answer> answers = atOnce(() -> click(vehicle, "the-same-click"));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
    assertThat(new HashSet<>(answers.stream().map(Answer::body).toList())).hasSize(1);
    assertThat(total(vehicle)).isEqualTo(1);
  }

  @Test
  void theSameCarUnderTwoStockNumbersIsListedOnce() throws Exception {
    UUID account = account();
    String vin = vin();
    List<UUID> rows = new ArrayList<>();
    for (int i = 0; i < CLICKS; i++) {
      String written = i % 2 == 0 ? vin : " " + vin.toLowerCase(java.util.Locale.ROOT);
      rows.add(vehicle(Map.of("vin", written, "stockNumber", "S" + i)));
    }
    List<UUID> left = java.util.Collections.synchronizedList(new ArrayList<>(rows));
    List<Answer> answers = atOnce(() -> click(left.removeLast(), null));
    assertThat(answers.stream().filter(a -> a.status() == 202)).hasSize(1);
    assertThat(answers.stream().filter(a -> a.status() == 409)).hasSize(CLICKS - 1);
    UUID taken =
        answers.stream()
            .filter(a -> a.status() == 202)
            .map(a -> UUID.fromString(a.body().get("id").asString()))
            .findFirst()
            .orElseThrow();
    written(taken);
    requested(taken, 1);
    String url = "https://www.example.com/marketplace/item/123456";
    ended(taken, account, 1, "POSTED", Map.of("fbListingId", "123456", "fbListingUrl", url));
    awaitStatus(taken, "POSTED");
    order(Map.of("vehicleId", vehicle(Map.of("vin", vin)), "fbAccountId", account()))
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.listingUrl")
        .isEqualTo(url)
        .jsonPath("$.postingStatus")
        .isEqualTo("POSTED");
  }

  /** Presses again while the service says that it is busy, as a person would. */
  private Answer click(UUID vehicle, @Nullable String key) {
    Answer answer;
    do {
      answer = clickOnce(vehicle, key);
    } while (answer.status() == 503);
    return answer;
  }

  private Answer clickOnce(UUID vehicle, @Nullable String key) {
    var request = as(Role.SALESPERSON).post().uri("/v1/postings");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    var answer =
        request
            .bodyValue(Map.of("vehicleId", vehicle))
            .exchange()
            .expectBody(String.class)
            .returnResult();
    return new Answer(answer.getStatus().value(), JSON.readTree(answer.getResponseBody()));
  }

  @Test
  void filterOfNothing_isRefused() {
    for (String status : List.of(",", "READY,", "\u0000", "READY\u0000")) {
      as(Role.SALESPERSON)
          .get()
          .uri(uri -> uri.path("/v1/postings").queryParam("status", "{s}").build(status))
          .exchange()
          .expectStatus()
          .isBadRequest();
    }
  }

  private int total(UUID vehicle) {
    return body(as(Role.SALESPERSON)
            .get()
            .uri("/v1/postings?status=GENERATING&status=READY&vehicleId=" + vehicle)
            .exchange()
            .expectStatus()
            .isOk())
        .at("/pagination/total")
        .asInt();
  }

  private static List<Answer> atOnce(Callable<Answer> click) throws Exception {
    try (var clicks = Executors.newFixedThreadPool(CLICKS)) {
      List<Future<Answer>> running = new ArrayList<>();
      for (int i = 0; i < CLICKS; i++) {
        running.add(clicks.submit(click));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
