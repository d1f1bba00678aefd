package com.lotview.posting.bulk;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@Tag("servers")
class BulkIT extends ServiceUnderTest {

  @Test
  void aHundredVehiclesAreOrderedAtOnceAndOneAfterTheOther() {
    UUID account = account();
    List<UUID> vehicles = IntStream.range(0, 100).mapToObj(i -> vehicle()).toList();
    Map<String, Object> order = Map.of("vehicleIds", vehicles, "fbAccountId", account);
    long before = System.nanoTime();
    JsonNode answer = body(bulk(order, "bulk-1").expectStatus().isAccepted());
    System.out.printf(
        "A bulk order of 100: %d ms%n", Duration.ofNanos(System.nanoTime() - before).toMillis());
    assertThat(answer.get("refused")).isEmpty();
    List<Instant> moments = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      JsonNode item = answer.get("postings").get(i);
      assertThat(item.get("vehicleId").asString()).isEqualTo(vehicles.get(i).toString());
      moments.add(Instant.parse(item.get("scheduledFor").asString()));
    }
    assertThat(Duration.between(moments.getFirst(), moments.getLast()))
        .isEqualTo(Duration.ofMinutes(99 * 5));
    assertThat(body(bulk(order, "bulk-1").expectStatus().isAccepted())).isEqualTo(answer);
    String id = answer.get("bulkId").asString();
    JsonNode page =
        body(
            as(Role.SALESPERSON)
                .get()
                .uri("/v1/postings?status=GENERATING&status=READY&limit=1&bulkId=" + id)
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(page.at("/pagination/total").asInt()).isEqualTo(100);
  }

  @Test
  void theFirstStartsAtTheTimeThatIsWished() {
    UUID account = account();
    Instant first = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
    Map<String, Object> order =
        Map.of(
            "vehicleIds",
            List.of(vehicle(), vehicle(), vehicle()),
            "fbAccountId",
            account,
            "scheduledFor",
            first.toString(),
            "staggerMinutes",
            30);
    JsonNode answer = body(bulk(order, null).expectStatus().isAccepted());
    assertThat(texts(answer.get("postings"), "scheduledFor"))
        .extracting(Instant::parse)
        .containsExactly(
            first, first.plus(Duration.ofMinutes(30)), first.plus(Duration.ofMinutes(60)));
  }

  @Test
  void allThatMatchAreOrderedAtOnce() {
    UUID account = account();
    List<UUID> vehicles = IntStream.range(0, 312).mapToObj(i -> vehicle()).toList();
    matches(vehicles, false);
    Map<String, Object> order =
        Map.of(
            "filter",
            Map.of("make", "Toyota & Söhne", "status", "ACTIVE"),
            "fbAccountId",
            account,
            "staggerMinutes",
            0);
    long before = System.nanoTime();
    JsonNode answer = body(bulk(order, "all").expectStatus().isAccepted());
    System.out.printf(
        "A bulk order of 312: %d ms%n", Duration.ofNanos(System.nanoTime() - before).toMillis());
    assertThat(texts(answer.get("postings"), "vehicleId"))
        .containsExactlyElementsOf(vehicles.stream().map(UUID::toString).toList());
    // A repeated request gets its first answer, although the filter matches other vehicles by now.
    matches(List.of(vehicle()), false);
    assertThat(body(bulk(order, "all").expectStatus().isAccepted())).isEqualTo(answer);
    assertThat(body(get(answer.get("bulkId").asString()).expectStatus().isOk()).get("total"))
        .hasToString("312");
  }

  @Test
  void aFilterThatMatchesNoneOrTooManyIsRefused() {
    account();
    Map<String, Object> order =
        Map.of("filter", Map.of("make", "Toyota & Söhne", "status", "ACTIVE"));
    matches(List.of(), false);
    wrong(order, "filter");
    matches(List.of(vehicle()), true);
    wrong(order, "filter");
    // Not taken by the inventory.
    OTHERS.stubFor(
        matching().willReturn(com.github.tomakehurst.wiremock.client.WireMock.badRequest()));
    wrong(order, "filter");
    wrong(Map.of("filter", Map.of("limit", "5")), "filter");
    wrong(Map.of("filter", Map.of(), "vehicleIds", List.of(Ids.next())), "filter");
    wrong(Map.of(), "vehicleIds");
  }

  private void matches(List<UUID> vehicles, boolean more) {
    OTHERS.stubFor(
        matching()
            .willReturn(okJson(JSON.writeValueAsString(Map.of("ids", vehicles, "more", more)))));
  }

  private MappingBuilder matching() {
    return com.github.tomakehurst.wiremock.client.WireMock.get(
            urlPathEqualTo("/internal/vehicles/ids"))
        .atPriority(1)
        .withHeader("X-Dealership-Id", equalTo(dealership.toString()))
        .withQueryParam("make", equalTo("Toyota & Söhne"))
        .withQueryParam("status", equalTo("ACTIVE"));
  }

  @Test
  void aVehicleThatCannotBePostedIsNamedAndKeepsNobodyFromBeingPosted() {
    UUID account = account();
    UUID good = vehicle();
    UUID sold = vehicle(Map.of("status", "SOLD"));
    UUID unknown = Ids.next();
    UUID twin = vehicle(Map.of("vin", "4T1G11AK8MV999999"));
    UUID sameCar = vehicle(Map.of("vin", "4t1g11ak8mv999999"));
    Map<String, Object> order =
        Map.of(
            "vehicleIds",
            List.of(sold, good, unknown, twin, sameCar),
            "fbAccountId",
            account,
            "staggerMinutes",
            0);
    JsonNode answer = body(bulk(order, null).expectStatus().isAccepted());
    assertThat(texts(answer.get("postings"), "vehicleId"))
        .containsExactly(good.toString(), twin.toString());
    assertThat(texts(answer.get("refused"), "vehicleId"))
        .containsExactly(sold.toString(), unknown.toString(), sameCar.toString());
    assertThat(texts(answer.get("refused"), "code"))
        .containsExactly("VEHICLE_NOT_POSTABLE", "VEHICLE_NOT_FOUND", "POSTING_ALREADY_ACTIVE");

    bulk(Map.of("vehicleIds", List.of(sold, good)), null)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors.length()")
        .isEqualTo(2);
  }

  @Test
  void itsProgressIsToldWheneverOneOfItsPostingsIsSettled() {
    UUID account = account();
    Map<String, Object> order =
        Map.of(
            "vehicleIds",
            List.of(vehicle(), vehicle(), vehicle()),
            "fbAccountId",
            account,
            "staggerMinutes",
            0);
    JsonNode answer = body(bulk(order, null).expectStatus().isAccepted());
    String id = answer.get("bulkId").asString();
    List<UUID> postings =
        texts(answer.get("postings"), "id").stream().map(UUID::fromString).toList();
    written(postings.get(0));
    requested(postings.get(0), 1);
    ended(postings.get(0), account, 1, "POSTED", Map.of("fbListingId", "1"));
    EAR.await(EventTypes.BULK_PROGRESS, progress(id, 1, 0));
    act(Role.GM, postings.get(1), "cancel", Map.of()).expectStatus().isOk();
    EAR.await(EventTypes.BULK_PROGRESS, progress(id, 1, 1));
    written(postings.get(2));
    requested(postings.get(2), 1);
    ended(postings.get(2), account, 1, "FAILED", Map.of("reason", "No"));
    EAR.await(EventTypes.BULK_PROGRESS, progress(id, 1, 2));
    act(Role.GM, postings.get(2), "retry", Map.of()).expectStatus().isAccepted();
    EAR.await(EventTypes.BULK_PROGRESS, progress(id, 1, 1));

    JsonNode bulk = body(get(id).expectStatus().isOk());
    assertThat(bulk.get("total").asInt()).isEqualTo(3);
    assertThat(texts(bulk.get("postings"), "id"))
        .containsExactlyElementsOf(postings.stream().map(UUID::toString).toList());
    get(Ids.next().toString())
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("BULK_NOT_FOUND");
  }

  @Test
  void whatIsWrongWithTheOrderIsSaid() {
    account();
    UUID vehicle = vehicle();
    wrong(Map.of("vehicleIds", List.of()), "vehicleIds");
    wrong(Map.of("vehicleIds", List.of(vehicle, vehicle)), "vehicleIds");
    wrong(Map.of("vehicleIds", List.of(vehicle), "staggerMinutes", 1441), "staggerMinutes");
    List<UUID> many = IntStream.range(0, 100).mapToObj(i -> Ids.next()).toList();
    wrong(Map.of("vehicleIds", many, "staggerMinutes", 1440), "staggerMinutes");
    wrong(
        Map.of(
            "vehicleIds",
            List.of(vehicle),
            "scheduledFor",
            Instant.now().minus(Duration.ofHours(1)).toString()),
        "scheduledFor");
    wrong(
        Map.of(
            "vehicleIds",
            List.of(vehicle),
            "scheduledFor",
            Instant.now().plus(Duration.ofDays(91)).toString()),
        "scheduledFor");
    as(Role.SALESPERSON)
        .post()
        .uri("/v1/postings/bulk")
        .bodyValue(Map.of("vehicleIds", List.of(vehicle)))
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private void wrong(Map<String, Object> order, String field) {
    bulk(order, null)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  private WebTestClient.ResponseSpec bulk(Map<String, Object> order, String key) {
    var request = as(Role.SALES_MANAGER).post().uri("/v1/postings/bulk");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.bodyValue(order).exchange();
  }

  private WebTestClient.ResponseSpec get(String id) {
    return as(Role.SALESPERSON).get().uri("/v1/postings/bulk/" + id).exchange();
  }

  private static Predicate<JsonNode> progress(String bulk, int completed, int failed) {
    return event ->
        event.get("bulkId").asString().equals(bulk)
            && event.get("total").asInt() == 3
            && event.get("completed").asInt() == completed
            && event.get("failed").asInt() == failed;
  }

  private static List<String> texts(JsonNode items, String field) {
    List<String> found = new ArrayList<>();
    items.forEach(item -> found.add(item.get(field).asString()));
    return found;
  }
}
