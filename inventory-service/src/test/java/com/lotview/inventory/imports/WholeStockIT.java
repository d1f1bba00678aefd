package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A file that is the whole stock: what it lacks leaves the lot, and comes back with a later one.
 */
@Tag("servers")
class WholeStockIT extends ImportTest {
  private static final String HEAD = "Stock,VIN,Year,Make,Model,Miles,Price,Status\n";
  private static final String W1 = "W1,5TDXZ3DC2KS015402,2019,Toyota,Sienna,29403,39998,\n";
  private static final String W2 = "W2,,2020,Kia,Rio,10,9000,\n";
  private static final String W3 = "W3,,2021,Kia,Soul,10,11000,\n";

  @Test
  void vehiclesThatTheWholeStockLacksAreArchivedAndListedInOneEvent() {
    assertThat(send(null, HEAD + W1 + W2 + W3).get("vanished").asInt()).isZero();
    assertThat(send("keep", HEAD + W1).get("vanished").asInt()).isZero();
    assertThat(send("?dryRun=true", "archive", HEAD + W1).get("vanished").asInt()).isEqualTo(2);
    assertThat(status("W2")).isEqualTo("ACTIVE");

    JsonNode summary = send("archive", HEAD + W1);

    assertThat(summary.get("vanished").asInt()).isEqualTo(2);
    assertThat(status("W1")).isEqualTo("ACTIVE");
    assertThat(status("W2")).isEqualTo("ARCHIVED");
    String importId = summary.get("importId").asString();
    List<EventProbe.Heard> events = eventsOf(importId, 3);
    JsonNode vanished =
        events.stream()
            .filter(event -> event.type().equals(EventTypes.VEHICLE_VANISHED))
            .peek(event -> assertThat(event.key()).isEqualTo(dealership.toString()))
            .map(EventProbe.Heard::body)
            .findFirst()
            .orElseThrow();
    assertThat(vanished.get("vehicleIds").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(
            events.stream()
                .filter(event -> event.type().equals(EventTypes.VEHICLE_CHANGED))
                .map(EventProbe.Heard::key)
                .toList());
    // A second time nothing is missing any more.
    assertThat(send("archive", HEAD + W1).get("vanished").asInt()).isZero();
  }

  @Test
  void aVehicleThatVanishedComesBackWithALaterFileUnlessSomebodyChangedIt() {
    send(null, HEAD + W1 + W2 + W3);
    send("archive", HEAD + W1);
    as(Role.GM, dealership)
        .patch()
        .uri("/v1/vehicles/" + vehicle("W3").get("id").asString())
        .bodyValue(Map.of("notes", "gone for good"))
        .exchange()
        .expectStatus()
        .isOk();

    send("archive", HEAD + W1 + W2 + W3);

    assertThat(status("W2")).isEqualTo("ACTIVE");
    assertThat(status("W3")).isEqualTo("ARCHIVED");
  }

  @Test
  void aRejectedRowStillNamesItsVehicleAndARowThatNamesNoneStopsTheArchiving() {
    send(null, HEAD + W1 + W2 + W3);

    JsonNode rejected = send("archive", HEAD + "W1,,soon,Toyota,Sienna,1,1,\n" + W2 + W3);
    assertThat(rejected.get("rejected").asInt()).isEqualTo(1);
    assertThat(rejected.get("vanished").asInt()).isZero();

    JsonNode unclear = send("archive", HEAD + W1 + ",,2020,Kia,Rio,10,9000,\n");
    assertThat(unclear.get("vanished").asInt()).isZero();
    assertThat(unclear.get("warnings").toString()).contains("nothing was archived");
    assertThat(status("W3")).isEqualTo("ACTIVE");
  }

  @Test
  void anotherWordIsRefusedAndOnlyAGeneralManagerArchives() {
    post(Order.of(HEAD + W1).as(Role.SALES_MANAGER).with("missing", "archive"))
        .expectStatus()
        .isForbidden();
    post(Order.of(HEAD + W1).with("missing", "delete"))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("missing");
  }

  private String status(String stockNumber) {
    return vehicle(stockNumber).get("status").asString();
  }

  private JsonNode vehicle(String stockNumber) {
    for (String status : List.of("ACTIVE", "ARCHIVED")) {
      JsonNode found =
          body(as(Role.GM, dealership)
                  .get()
                  .uri("/v1/vehicles?search={s}&status={t}", stockNumber, status)
                  .exchange())
              .get("data");
      if (!found.isEmpty()) {
        return found.get(0);
      }
    }
    throw new AssertionError("no vehicle " + stockNumber);
  }

  private JsonNode send(String missing, String file) {
    return send("", missing, file);
  }

  private JsonNode send(String query, String missing, String file) {
    return run(Order.of(file).query(query).with("missing", missing));
  }

  private static List<EventProbe.Heard> eventsOf(String importId, int count) {
    List<EventProbe.Heard> events =
        EventProbe.onTestServers()
            .awaitAll(
                event ->
                    event.topic().equals(Topics.VEHICLE_CHANGED)
                        && !event.type().equals(EventTypes.IMPORT_PROGRESS)
                        && event.text().contains(importId),
                count);
    assertThat(events)
        .allSatisfy(event ->
            assertThat(
                    EventContract.of(Topics.VEHICLE_CHANGED, event.type()).violations(event.text()))
                .isEmpty());
    return events;
  }
}
