package com.lotview.inventory.vehicle.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.inventory.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("servers")
class SearchIT extends ServiceTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final UUID dealership = UUID.randomUUID();

  @BeforeEach
  void stock() {
    add("F1", "Ford", "F-150", Map.of("exteriorColor", "Rapid Red Metallic", "drivetrain", "4x4"));
    add("F2", "Ford", "F-150", Map.of("exteriorColor", "Rojo", "price", 3_500_000));
    add("F3", "Ford", "Escape", Map.of("bodyStyle", "SUV", "price", 1_500_000));
    add("T1", "Toyota", "Camry", Map.of("year", 2019, "mileage", 59_000, "bodyStyle", "Sedan"));
    add("T2", "Toyota", "Camry", Map.of("year", 2019, "mileage", 61_000, "bodyStyle", "Sedan"));
    add("T3", "Toyota", "RAV4", Map.of("fuelType", "Hybrid", "features", List.of("Leather")));
    add("V1", "Honda", "Civic", Map.of("vin", "2HGFC2F59JH000017", "transmission", "Manual"));
  }

  private void add(String number, String make, String model, Map<String, Object> more) {
    Map<String, Object> body = camry(number);
    body.remove("vin");
    body.remove("features");
    body.remove("exteriorColor");
    body.put("make", make);
    body.put("model", model);
    body.putAll(more);
    create(dealership, body);
  }

  private JsonNode search(UUID who, String words) {
    return JSON.readTree(
        Objects.requireNonNull(
            as(Role.SALESPERSON, who)
                .get()
                .uri("/v1/vehicles?sort=stockNumber&q={q}", words)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody()));
  }

  private List<String> found(String words) {
    return search(dealership, words)
        .path("data")
        .valueStream()
        .map(vehicle -> vehicle.path("stockNumber").asString())
        .toList();
  }

  @Test
  void words_become_filters() {
    assertThat(found("red f150 4x4 under 30k")).containsExactly("F1");
    assertThat(found("red f150")).containsExactly("F1", "F2");
    assertThat(found("2019 toyota camry less than 60k miles")).containsExactly("T1");
    assertThat(found("suv bajo 20 mil")).containsExactly("F3");
    assertThat(found("toyta carmy")).containsExactly("T1", "T2");
    assertThat(found("hybrid leather")).containsExactly("T3");
    assertThat(found("stick shift")).containsExactly("V1");
    assertThat(found("camry or civic")).containsExactly("T1", "T2", "V1");
    assertThat(found("lamborghini")).isEmpty();
  }

  @Test
  void numbers_find_their_vehicle() {
    assertThat(found("000017")).containsExactly("V1");
    assertThat(found("jh000017")).containsExactly("V1");
    assertThat(found("vin 0017")).containsExactly("V1");
    assertThat(found("2hgfc2f59jh000017")).containsExactly("V1");
    assertThat(found("stock T3")).containsExactly("T3");
  }

  @Test
  void what_was_understood_is_told_back() {
    JsonNode answer = search(dealership, "red f150 leather");
    assertThat(answer.at("/understood/0/kind").asString()).isEqualTo("COLOR");
    assertThat(answer.at("/understood/0/words").asString()).isEqualTo("red");
    assertThat(answer.at("/understood/0/values/0").asString()).isEqualTo("RED");
    assertThat(answer.at("/understood/0/without").asString()).isEqualTo("f150 leather");
    assertThat(answer.at("/understood/1/values/0").asString()).isEqualTo("F-150");
    assertThat(answer.at("/text/0").asString()).isEqualTo("leather");
    assertThat(answer.path("pagination").path("total").asInt()).isZero();
  }

  @Test
  void signs_of_the_database_are_ordinary_words() {
    for (String words :
        List.of("%", "_", "100%", "a_b", "'; drop table vehicle --", "\\", "(red")) {
      assertThat(search(dealership, words).path("data").isArray()).as(words).isTrue();
    }
  }

  @Test
  void a_dealership_finds_only_its_own() {
    assertThat(search(UUID.randomUUID(), "camry").path("data").isEmpty()).isTrue();
  }
}
