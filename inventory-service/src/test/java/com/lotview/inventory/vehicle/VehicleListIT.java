package com.lotview.inventory.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.PostingNeeds;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.inventory.ServiceTest;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.kit.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("servers")
class VehicleListIT extends ServiceTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final UUID dealership = UUID.randomUUID();

  @Autowired KafkaTemplate<String, String> kafka;

  private String add(String stockNumber, Map<String, Object> otherwise) {
    Map<String, Object> body = camry(stockNumber);
    body.remove("vin");
    otherwise.forEach((name, value) -> {
      if ("".equals(value)) {
        body.remove(name);
      } else {
        body.put(name, value);
      }
    });
    return create(dealership, body);
  }

  private JsonNode list(String query) {
    return JSON.readTree(
        Objects.requireNonNull(
            as(Role.SALESPERSON, dealership)
                .get()
                .uri("/v1/vehicles" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody()));
  }

  private List<String> numbers(String query) {
    return list(query).path("data").valueStream().map(VehicleListIT::number).toList();
  }

  private static String number(JsonNode vehicle) {
    return vehicle.path("stockNumber").asString();
  }

  private void photo(String vehicle) {
    MultipartBodyBuilder form = new MultipartBodyBuilder();
    form.part(
        "images",
        new ByteArrayResource(TestImages.jpeg(64, 48, 1)) {
          @Override
          public String getFilename() {
            return "one.jpg";
          }
        });
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/" + vehicle + "/images")
        .bodyValue(form.build())
        .exchange()
        .expectStatus()
        .isCreated();
  }

  @Test
  void filters_leave_out_what_does_not_fit() {
    LocalDate today = LocalDate.now();
    add("A", Map.of("price", 1_500_000, "year", 2018, "lotDate", today.minusDays(90).toString()));
    add("B", Map.of("make", "Ford", "model", "F-150", "mileage", 80_000));
    add("C", Map.of("price", "", "mileage", "", "lotDate", today.minusDays(3).toString()));

    assertThat(numbers("?make=ford,honda")).containsExactly("B");
    assertThat(numbers("?model=f-150")).containsExactly("B");
    assertThat(numbers("?maxYear=2020")).containsExactly("A");
    assertThat(numbers("?minYear=2019")).containsExactly("C", "B");
    assertThat(numbers("?minPrice=1500000&maxPrice=1500000")).containsExactly("A");
    assertThat(numbers("?minMileage=50000")).containsExactly("B");
    assertThat(numbers("?minDaysOnLot=30")).containsExactly("A");
    assertThat(numbers("?maxDaysOnLot=30")).containsExactly("C");
    assertThat(numbers("?stockNumber=c,a,unknown")).containsExactly("C", "A");
    assertThat(numbers("?make=Ford&search=2021 f-150")).containsExactly("B");
    assertThat(numbers("?make=Ford&maxYear=2020")).isEmpty();
    assertThat(list("?minYear=2019").path("pagination").path("total").asInt()).isEqualTo(2);
  }

  @Test
  void vehicles_are_looked_up_by_vin() {
    add("V1", Map.of("vin", "1HGBH41JXMN109186"));
    add("V2", Map.of("vin", "2HGFC2F59JH000001"));
    add("V3", Map.of());

    assertThat(numbers("?vin=1hgbh41jxmn109186&stockNumber=V3")).containsExactly("V3", "V1");
    as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles?vin=" + "A,".repeat(30).replace("A", "x") + numbered("y", 51))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("vin");
  }

  private static String numbered(String word, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(word + i);
    }
    return String.join(",", words);
  }

  @Test
  void several_statuses_are_one_list() {
    add("P", Map.of("status", "PENDING"));
    add("S", Map.of("status", "SOLD"));
    add("A", Map.of());
    assertThat(numbers("?status=PENDING,SOLD")).containsExactly("S", "P");
    assertThat(numbers("")).containsExactly("A", "S", "P");
  }

  @Test
  void what_is_missing_for_a_posting_is_named_and_filtered_by_the_same_rule() {
    String whole = add("WHOLE", Map.of());
    String boat = add("BOAT", Map.of("bodyStyle", "Boat"));
    add("BARE", Map.of("price", "", "mileage", ""));
    String sold = add("SOLD", Map.of("status", "SOLD"));
    List.of(whole, boat, sold).forEach(this::photo);

    Map<String, List<String>> missing = new HashMap<>();
    for (JsonNode vehicle : list("").path("data")) {
      missing.put(
          number(vehicle), vehicle.path("missing").valueStream().map(JsonNode::asString).toList());
    }
    assertThat(missing)
        .containsEntry("WHOLE", List.of())
        .containsEntry("BOAT", List.of("vehicleType"))
        .containsEntry("BARE", List.of("mileage", "price", "photos"))
        .containsEntry("SOLD", List.of("status"));
    assertThat(numbers("?postable=true")).containsExactly("WHOLE");
    assertThat(numbers("?postable=false")).containsExactly("SOLD", "BARE", "BOAT");
    for (String name : PostingNeeds.ALL) {
      List<String> lacking =
          missing.entrySet().stream()
              .filter(entry -> entry.getValue().contains(name))
              .map(Map.Entry::getKey)
              .toList();
      assertThat(numbers("?missing=" + name)).as(name).containsExactlyInAnyOrderElementsOf(lacking);
    }
    assertThat(numbers("?missing=price,vehicleType")).containsExactly("BARE", "BOAT");
    assertThat(numbers("?minPhotos=1")).containsExactly("SOLD", "BOAT", "WHOLE");
    assertThat(numbers("?maxPhotos=0")).containsExactly("BARE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "createdAt   | A B C D E",
        "-createdAt  | E D C B A",
        "price       | C A D B E",
        "-price      | D A C E B",
        "mileage     | B A C D E",
        "-year       | E D C B A",
        "make        | B A C D E",
        "-stockNumber| E D C B A",
        "daysOnLot   | D C E B A",
        "-daysOnLot  | C D A B E",
      })
  void a_list_goes_on_behind_its_cursor(String sort, String order) {
    LocalDate today = LocalDate.now();
    add("A", Map.of("price", 200, "mileage", 20));
    add("B", Map.of("price", "", "mileage", 10, "make", "Acura"));
    add("C", Map.of("price", 100, "mileage", 20, "lotDate", today.minusDays(9).toString()));
    add("D", Map.of("price", 200, "mileage", "", "lotDate", today.minusDays(2).toString()));
    add("E", Map.of("price", "", "mileage", ""));

    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode part = list("?limit=2&sort=" + sort.strip() + cursor);
      part.path("data").forEach(vehicle -> seen.add(number(vehicle)));
      JsonNode next = part.path("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
      // Vehicles added meanwhile move no vehicle to another page.
      add("LATER" + seen.size(), Map.of("status", "SOLD", "make", "Zenvo"));
    } while (!cursor.isEmpty());

    assertThat(seen.stream().filter(number -> !number.startsWith("LATER")))
        .containsExactly(order.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour=red",
        "status=NEW",
        "sort=colour",
        "minPrice=-1",
        "maxYear=1&minYear=2",
        "limit=0",
        "page=0",
        "posting=DONE",
        "missing=wheels",
        "cursor=abc",
        "minPrice=cheap",
        "postable=maybe",
        "maxDaysOnLot=99999999999",
      })
  void a_wrong_parameter_is_named(String query) {
    as(Role.GM, dealership)
        .get()
        .uri("/v1/vehicles?" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .value(
            field -> assertThat(query.toLowerCase()).contains(String.valueOf(field).toLowerCase()));
  }

  @Test
  void a_vehicle_tells_of_its_latest_posting() {
    String vehicle = add("POSTED", Map.of());
    add("NEVER", Map.of());
    UUID first = Ids.next();
    UUID second = Ids.next();
    Instant now = Instant.now();
    tell(vehicle, first, "FAILED", false, now);
    tell(vehicle, second, "FAILED", true, now.plusSeconds(1));
    soon(() -> assertThat(status(vehicle)).isEqualTo("READY"));
    tell(vehicle, second, "POSTED", false, now.plusSeconds(2));
    // A late event is from an earlier posting, or an earlier moment.
    tell(vehicle, first, "DELETED", false, now.plusSeconds(3));
    tell(vehicle, second, "POSTING", false, now.plusSeconds(1));
    String other = add("OTHER", Map.of());
    tell(other, Ids.next(), "NEEDS_REVIEW", false, now);
    soon(() -> assertThat(status(other)).isEqualTo("NEEDS_REVIEW"));

    JsonNode posting = one(vehicle).path("posting");
    assertThat(posting.path("id").asString()).isEqualTo(second.toString());
    assertThat(posting.path("status").asString()).isEqualTo("POSTED");
    assertThat(posting.path("fbListingUrl").asString()).isEqualTo("https://example.test/item/1");
    assertThat(numbers("?posting=NEVER")).containsExactly("NEVER");
    assertThat(numbers("?posting=LIVE")).containsExactly("POSTED");
    assertThat(numbers("?posting=NEVER,NEEDS_PERSON")).containsExactly("OTHER", "NEVER");
    assertThat(numbers("?posting=UNDER_WAY,ENDED")).isEmpty();
  }

  private static void soon(org.awaitility.core.ThrowingRunnable asserted) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(asserted);
  }

  private @Nullable String status(String vehicle) {
    return one(vehicle).path("posting").path("status").asString("");
  }

  private JsonNode one(String vehicle) {
    return list("")
        .path("data")
        .valueStream()
        .filter(found -> found.path("id").asString().equals(vehicle))
        .findFirst()
        .orElseThrow();
  }

  private void tell(String vehicle, UUID posting, String status, boolean willRetry, Instant at) {
    Map<String, Object> body = new HashMap<>();
    body.put("postingId", posting);
    body.put("dealershipId", dealership);
    body.put("vehicleId", vehicle);
    body.put("status", status);
    body.put("willRetry", willRetry);
    body.put("fbListingUrl", status.equals("POSTED") ? "https://example.test/item/1" : null);
    ProducerRecord<String, String> record =
        new ProducerRecord<>(
            Topics.POSTING_PROGRESS, dealership.toString(), JSON.writeValueAsString(body));
    Map.of(
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            EventTypes.POSTING_STATE,
            "ce_source",
            "/test",
            "ce_time",
            at.toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    kafka.send(record);
  }
}
