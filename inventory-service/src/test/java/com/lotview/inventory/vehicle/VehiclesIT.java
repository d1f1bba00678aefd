package com.lotview.inventory.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.inventory.ServiceTest;
import com.lotview.testkit.TestIssuer;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Tag("servers")
class VehiclesIT extends ServiceTest {
  private final UUID dealership = UUID.randomUUID();

  @Test
  void the_example_of_the_product_document_is_taken_and_shown() {
    String id = create(dealership, camry("A1234"));

    as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles/" + id)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.stockNumber")
        .isEqualTo("A1234")
        .jsonPath("$.price")
        .isEqualTo(2499900)
        .jsonPath("$.condition")
        .isEqualTo("USED")
        .jsonPath("$.conditionGrade")
        .isEmpty()
        .jsonPath("$.cleanTitle")
        .isEmpty()
        .jsonPath("$.status")
        .isEqualTo("ACTIVE")
        .jsonPath("$.features[1]")
        .isEqualTo("Bluetooth")
        .jsonPath("$.notes")
        .isEqualTo("Clean title, one owner")
        .jsonPath("$.images")
        .isEmpty();
  }

  @Test
  void pages_are_counted_searched_and_filtered() {
    IntStream.range(0, 5).forEach(i -> create(dealership, camry("P" + i)));
    Map<String, Object> odd = camry("ODD%1");
    odd.put("model", "Sienna");
    create(dealership, odd);

    list("?page=2&limit=4")
        .jsonPath("$.data.length()")
        .isEqualTo(2)
        .jsonPath("$.pagination.page")
        .isEqualTo(2)
        .jsonPath("$.pagination.limit")
        .isEqualTo(4)
        .jsonPath("$.pagination.total")
        .isEqualTo(6)
        .jsonPath("$.pagination.totalPages")
        .isEqualTo(2);
    list("?status=ACTIVE&search=2021 sienna").jsonPath("$.pagination.total").isEqualTo(1);
    list("?search={s}", "%").jsonPath("$.pagination.total").isEqualTo(1);
    list("?status=SOLD").jsonPath("$.pagination.total").isEqualTo(0);
  }

  private WebTestClient.BodyContentSpec list(String query, Object... values) {
    return as(Role.SALESPERSON, dealership)
        .get()
        .uri("/v1/vehicles" + query, values)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }

  @Test
  void every_wrong_field_is_named_with_its_reason() {
    Map<String, Object> body = camry("A1");
    body.put("year", Year.now().getValue() + 2);
    body.put("vin", "1HGBH41JXMN10918O");
    body.put("mileage", -1);
    body.put("condition", "SHINY");
    body.remove("make");

    refused(body)
        .jsonPath("$.code")
        .isEqualTo("VALIDATION_ERROR")
        .jsonPath("$.errors[?(@.field=='year')].reason")
        .exists()
        .jsonPath("$.errors[?(@.field=='vin')].reason")
        .exists()
        .jsonPath("$.errors[?(@.field=='mileage')].reason")
        .exists()
        .jsonPath("$.errors[?(@.field=='condition')].reason")
        .exists()
        .jsonPath("$.errors[?(@.field=='make')].reason")
        .isEqualTo("is required");
  }

  @Test
  void unknown_fields_quoted_numbers_and_fractions_are_refused_never_guessed() {
    for (Map.Entry<String, Object> wrong :
        Map.<String, Object>of(
                "colour",
                "Red",
                "price",
                24999.5,
                "year",
                "2021",
                "lotDate",
                "+999999999-01-01",
                "make",
                "To\u0000yota",
                "model",
                "Cam\ud800ry")
            .entrySet()) {
      Map<String, Object> body = camry("A2");
      body.put(wrong.getKey(), wrong.getValue());
      refused(body).jsonPath("$.errors[0].field").isEqualTo(wrong.getKey());
    }
  }

  private WebTestClient.BodyContentSpec refused(Map<String, Object> body) {
    return as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles")
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody();
  }

  @Test
  void a_check_digit_that_does_not_fit_is_a_warning() {
    Map<String, Object> body = camry("A3");
    body.put("vin", "1hgbh41j5mn109186");
    body.put("make", "Honda");

    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles")
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.vin")
        .isEqualTo("1HGBH41J5MN109186")
        .jsonPath("$.warnings.length()")
        .isEqualTo(1);
  }

  @Test
  void a_stock_number_is_taken_once_per_dealership() {
    create(dealership, camry("SAME"));
    create(UUID.randomUUID(), camry("SAME"));

    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles")
        .bodyValue(camry("SAME"))
        .exchange()
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("VEHICLE_ALREADY_EXISTS");
    String other = create(dealership, camry("OTHER"));
    patch(Role.GM, other, "{\"stockNumber\":\"SAME\"}").expectStatus().isEqualTo(409);
  }

  @Test
  void one_idempotency_key_is_one_vehicle_of_one_person() {
    WebTestClient person = as(Role.GM, dealership);
    Object first = createWithKey(person, camry("KEY")).get("id");
    assertThat(createWithKey(person, camry("KEY")).get("id")).isEqualTo(first);

    withKey(person, camry("KEY2")).expectStatus().isEqualTo(422);

    Object other = createWithKey(as(Role.GM, dealership), camry("KEY2")).get("id");
    assertThat(other).isNotEqualTo(first);
  }

  private static Map<?, ?> createWithKey(WebTestClient person, Map<String, Object> body) {
    return withKey(person, body)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueMatches("Location", "/v1/vehicles/[0-9a-f-]{36}")
        .expectBody(Map.class)
        .returnResult()
        .getResponseBody();
  }

  private static WebTestClient.ResponseSpec withKey(
      WebTestClient person, Map<String, Object> body) {
    return person
        .post()
        .uri("/v1/vehicles")
        .header("Idempotency-Key", "k1")
        .bodyValue(body)
        .exchange();
  }

  @Test
  void a_change_keeps_what_it_does_not_name_and_clears_what_it_names_null() {
    String id = create(dealership, camry("PATCH"));

    patch(Role.SALES_MANAGER, id, "{\"price\":2300000,\"trim\":null,\"cleanTitle\":true}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.price")
        .isEqualTo(2300000)
        .jsonPath("$.trim")
        .isEmpty()
        .jsonPath("$.cleanTitle")
        .isEqualTo(true)
        .jsonPath("$.mileage")
        .isEqualTo(34500);
    patch(Role.GM, id, "{\"make\":null}").expectStatus().isBadRequest();
    patch(Role.GM, id, "{\"id\":\"x\"}").expectStatus().isBadRequest();
    patch(Role.GM, id, "[1]").expectStatus().isBadRequest();
  }

  @Test
  void changes_made_at_the_same_time_are_all_kept() {
    String id = create(dealership, camry("RACE"));
    List<String> bodies =
        List.of(
            "{\"price\":100}",
            "{\"mileage\":7}",
            "{\"trim\":\"XLE\"}",
            "{\"engine\":\"V6\"}",
            "{\"notes\":\"n\"}");

    Flux.fromIterable(bodies)
        .flatMap(body ->
            Mono.fromRunnable(() -> patch(Role.GM, id, body).expectStatus().isOk())
                .subscribeOn(Schedulers.boundedElastic()))
        .blockLast();

    as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles/" + id)
        .exchange()
        .expectBody()
        .jsonPath("$.price")
        .isEqualTo(100)
        .jsonPath("$.mileage")
        .isEqualTo(7)
        .jsonPath("$.trim")
        .isEqualTo("XLE")
        .jsonPath("$.engine")
        .isEqualTo("V6")
        .jsonPath("$.notes")
        .isEqualTo("n");
  }

  private WebTestClient.ResponseSpec patch(Role role, String id, String body) {
    return as(role, dealership)
        .patch()
        .uri("/v1/vehicles/" + id)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  @Test
  void roles_see_and_do_what_is_theirs() {
    Map<String, Object> body = new HashMap<>(camry("ROLE"));
    body.put("costBasis", 1900000);
    String id = create(dealership, body);

    as(Role.SALESPERSON, dealership)
        .get()
        .uri("/v1/vehicles/" + id)
        .exchange()
        .expectBody()
        .jsonPath("$.price")
        .isEqualTo(2499900)
        .jsonPath("$.costBasis")
        .doesNotExist()
        .jsonPath("$.notes")
        .doesNotExist();
    list("?search=owner").jsonPath("$.pagination.total").isEqualTo(0);
    list("").jsonPath("$.data[0].notes").doesNotExist();
    patch(Role.SALESPERSON, id, "{\"price\":1}").expectStatus().isForbidden();
    patch(Role.SALES_MANAGER, id, "{\"status\":\"ARCHIVED\"}").expectStatus().isForbidden();
    delete(Role.SALES_MANAGER, id).expectStatus().isForbidden();
    delete(Role.GM, id).expectStatus().isNoContent();
    list("").jsonPath("$.pagination.total").isEqualTo(0);
    list("?status=ARCHIVED").jsonPath("$.pagination.total").isEqualTo(1);
  }

  private WebTestClient.ResponseSpec delete(Role role, String id) {
    return as(role, dealership).delete().uri("/v1/vehicles/" + id).exchange();
  }

  @Test
  void another_dealership_finds_nothing() {
    String id = create(dealership, camry("MINE"));

    for (String path : List.of(id, UUID.randomUUID().toString(), "clx123")) {
      as(Role.GM, UUID.randomUUID())
          .get()
          .uri("/v1/vehicles/" + path)
          .exchange()
          .expectStatus()
          .isNotFound()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("VEHICLE_NOT_FOUND");
    }
  }

  @Test
  void services_get_the_facts_with_their_own_kind_of_token_only() {
    String id = create(dealership, camry("INT"));

    client(TestIssuer.running().serviceToken("inventory"))
        .get()
        .uri("/internal/vehicles/" + id)
        .header("X-Dealership-Id", dealership.toString())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("ACTIVE")
        .jsonPath("$.vehicle.priceCents")
        .isEqualTo(2499900)
        .jsonPath("$.vehicle.costBasis")
        .doesNotExist()
        .jsonPath("$.photos")
        .isEmpty();
    as(Role.GM, dealership)
        .get()
        .uri("/internal/vehicles/" + id)
        .header("X-Dealership-Id", dealership.toString())
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void services_get_what_is_on_the_lot_longest_there_first() {
    UUID own = UUID.randomUUID();
    List<String> ids = new ArrayList<>();
    for (String day : new String[] {"2026-03-02", "2026-01-05", "2026-02-28"}) {
      Map<String, Object> body = new HashMap<>(camry("LOT" + ids.size()));
      body.put("lotDate", day);
      ids.add(create(own, body));
    }

    client(TestIssuer.running().serviceToken("inventory"))
        .get()
        .uri("/internal/vehicles/on-lot?before=2026-03-01")
        .header("X-Dealership-Id", own.toString())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.vehicles.length()")
        .isEqualTo(2)
        .jsonPath("$.vehicles[0].id")
        .isEqualTo(ids.get(1))
        .jsonPath("$.vehicles[0].lotDate")
        .isEqualTo("2026-01-05")
        .jsonPath("$.vehicles[1].id")
        .isEqualTo(ids.get(2));
  }

  @Test
  void who_changes_what_somebody_else_changed_meanwhile_learns_of_it() {
    String path = "/v1/vehicles/" + create(dealership, camry("TWO"));
    String seen =
        as(Role.GM, dealership)
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(Void.class)
            .getResponseHeaders()
            .getETag();
    assertThat(seen).isEqualTo("\"1\"");

    priced(path, seen, 2_400_000).isOk();
    priced(path, seen, 2_300_000).isEqualTo(412);
    priced(path, "\"2\"", 2_300_000).isOk();
    priced(path, "soon", 2_300_000).isBadRequest();
  }

  private StatusAssertions priced(String path, String ifMatch, long price) {
    return as(Role.SALES_MANAGER, dealership)
        .patch()
        .uri(path)
        .header("If-Match", ifMatch)
        .bodyValue(Map.of("price", price))
        .exchange()
        .expectStatus();
  }
}
