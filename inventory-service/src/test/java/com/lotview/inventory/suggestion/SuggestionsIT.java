package com.lotview.inventory.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.inventory.ServiceTest;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import com.lotview.testkit.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("servers")
class SuggestionsIT extends ServiceTest {
  private static final String PATH = "/v1/vehicles/suggestions";
  private static final EventContract CONTRACT =
      EventContract.of(Topics.VEHICLE_CHANGED, EventTypes.VEHICLE_SUGGESTION);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final UUID dealership = UUID.randomUUID();

  private WebTestClient person(UUID user) {
    return client(TestIssuer.running().accessToken(user, dealership, Role.SALESPERSON));
  }

  private String suggest(UUID user) {
    Map<String, Object> vehicle =
        Map.of("vin", "1HGBH41JXMN109186", "year", 2021, "make", "Honda", "model", "Civic");
    return body(person(user)
            .post()
            .uri(PATH)
            .bodyValue(
                Map.of("vehicle", vehicle, "page", "https://dealer.test/civic", "note", "Lot 4"))
            .exchange()
            .expectStatus()
            .isCreated())
        .path("id")
        .asString();
  }

  private static JsonNode body(
      org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec answer) {
    return JSON.readTree(
        Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody()));
  }

  private List<String> seen(WebTestClient client, String query) {
    return body(client.get().uri(PATH + query).exchange().expectStatus().isOk())
        .path("data")
        .valueStream()
        .map(one -> one.path("id").asString())
        .toList();
  }

  @Test
  void a_manager_completes_and_accepts_what_a_salesperson_found() {
    UUID salesperson = UUID.randomUUID();
    String id = suggest(salesperson);
    WebTestClient manager = as(Role.SALES_MANAGER, dealership);
    manager
        .post()
        .uri(PATH + "/" + id + "/accept")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("stockNumber");

    JsonNode accepted =
        body(
            manager
                .post()
                .uri(PATH + "/" + id + "/accept")
                .bodyValue(Map.of("stockNumber", "S-1", "price", 1_900_000))
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(accepted.path("state").asString()).isEqualTo("ACCEPTED");
    JsonNode vehicle =
        body(manager.get().uri("/v1/vehicles/" + accepted.path("vehicleId").asString()).exchange());
    assertThat(vehicle.path("stockNumber").asString()).isEqualTo("S-1");
    assertThat(vehicle.path("make").asString()).isEqualTo("Honda");
    manager.post().uri(PATH + "/" + id + "/decline").exchange().expectStatus().isEqualTo(409);

    List<EventProbe.Heard> events =
        EventProbe.onTestServers()
            .awaitAll(
                event ->
                    event.type().equals(EventTypes.VEHICLE_SUGGESTION)
                        && event.body().path("suggestionId").asString("").equals(id),
                2);
    assertThat(events).allSatisfy(e -> assertThat(CONTRACT.violations(e.text())).isEmpty());
    assertThat(events)
        .extracting(e -> e.body().path("state").asString())
        .containsExactly("OPEN", "ACCEPTED");
  }

  @Test
  void what_is_declined_says_why_and_adds_no_vehicle() {
    UUID salesperson = UUID.randomUUID();
    String id = suggest(salesperson);
    as(Role.GM, dealership)
        .post()
        .uri(PATH + "/" + id + "/decline")
        .bodyValue(Map.of("reason", "Sold yesterday"))
        .exchange()
        .expectStatus()
        .isOk();

    JsonNode own = body(person(salesperson).get().uri(PATH + "?state=DECLINED").exchange());
    assertThat(own.path("data").path(0).path("reason").asString()).isEqualTo("Sold yesterday");
    as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles")
        .exchange()
        .expectBody()
        .jsonPath("$.pagination.total")
        .isEqualTo(0);
  }

  @Test
  void a_salesperson_sees_their_own_and_decides_nothing() {
    UUID one = UUID.randomUUID();
    String first = suggest(one);
    String second = suggest(UUID.randomUUID());
    assertThat(seen(person(one), "")).containsExactly(first);
    assertThat(seen(as(Role.GM, dealership), "?state=OPEN")).containsExactly(second, first);
    assertThat(seen(as(Role.GM, UUID.randomUUID()), "")).isEmpty();
    person(one).post().uri(PATH + "/" + first + "/accept").exchange().expectStatus().isForbidden();
    as(Role.GM, UUID.randomUUID())
        .post()
        .uri(PATH + "/" + first + "/decline")
        .exchange()
        .expectStatus()
        .isNotFound();

    JsonNode part = body(as(Role.GM, dealership).get().uri(PATH + "?limit=1").exchange());
    String cursor = part.path("nextCursor").asString();
    assertThat(seen(as(Role.GM, dealership), "?limit=1&cursor=" + cursor)).containsExactly(first);
  }

  @Test
  void what_is_wrong_is_named() {
    refused(Map.of("vehicle", Map.of("vin", "1HGBH41JXMN10918O")), "vehicle.vin");
    refused(Map.of("vehicle", Map.of("colour", "red")), "vehicle.colour");
    refused(Map.of("vehicle", Map.of("make", "Kia", "status", "SOLD")), "vehicle.status");
    refused(Map.of("vehicle", Map.of("make", "Kia"), "page", "javascript:alert(1)"), "page");
    refused(Map.of("note", "nothing"), "vehicle");
  }

  private void refused(Map<String, Object> body, String field) {
    person(UUID.randomUUID())
        .post()
        .uri(PATH)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }
}
