package com.lotview.inventory.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.inventory.ServiceTest;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("servers")
class VehicleChangedIT extends ServiceTest {
  private static final EventContract CONTRACT =
      EventContract.of(Topics.VEHICLE_CHANGED, EventTypes.VEHICLE_CHANGED);
  private static final EventContract AUDIT =
      EventContract.of(Topics.AUDIT_RECORDED, EventTypes.AUDIT_RECORDED);

  @Test
  void every_change_is_told_by_the_published_schema_with_the_names_of_the_fields() {
    UUID dealership = UUID.randomUUID();
    String id = create(dealership, camry("EVENT"));
    as(Role.GM, dealership)
        .patch()
        .uri("/v1/vehicles/" + id)
        .bodyValue(Map.of("price", 2300000, "notes", "reduced"))
        .exchange()
        .expectStatus()
        .isOk();
    // A change without an effect publishes no event.
    as(Role.GM, dealership)
        .patch()
        .uri("/v1/vehicles/" + id)
        .bodyValue(Map.of("price", 2300000))
        .exchange();
    as(Role.GM, dealership).delete().uri("/v1/vehicles/" + id).exchange();

    List<EventProbe.Heard> events =
        EventProbe.onTestServers()
            .awaitAll(
                event -> event.topic().equals(Topics.VEHICLE_CHANGED) && id.equals(event.key()), 3);

    assertThat(events).allSatisfy(e -> assertThat(CONTRACT.violations(e.text())).isEmpty());
    assertThat(events).allSatisfy(e -> assertThat(e.type()).isEqualTo("vehicle.changed"));
    assertThat(changes(events.get(0))).contains("stockNumber", "price", "status");
    assertThat(changes(events.get(1))).containsExactly("price", "notes");
    assertThat(changes(events.get(2))).containsExactly("status");
    assertThat(events.get(0).body().get("previous").isEmpty()).isTrue();
    assertThat(events.get(1).body().at("/previous/price").asLong()).isEqualTo(2499900);
    assertThat(events.get(1).body().at("/previous/notes").asString())
        .isEqualTo("Clean title, one owner");
    assertThat(events.get(2).body().at("/previous/status").asString()).isEqualTo("ACTIVE");

    List<EventProbe.Heard> audit =
        EventProbe.onTestServers()
            .awaitAll(
                event ->
                    event.topic().equals(Topics.AUDIT_RECORDED)
                        && event.body().path("subject").asString("").equals("vehicle/" + id),
                3);
    assertThat(audit).allSatisfy(e -> assertThat(AUDIT.violations(e.text())).isEmpty());
    assertThat(audit)
        .extracting(e -> e.body().get("action").asString())
        .containsExactly("vehicle.created", "vehicle.price", "vehicle.status");
    assertThat(audit.get(1).body().get("changes").toString())
        .isEqualTo(
            "[{\"field\":\"price\",\"from\":\"2499900\",\"to\":\"2300000\"},"
                + "{\"field\":\"notes\",\"from\":\"Clean title, one owner\",\"to\":\"reduced\"}]");
    assertThat(audit)
        .allSatisfy(e -> assertThat(e.body().get("ip").asString()).isEqualTo("127.0.0.1"));
  }

  private static List<String> changes(EventProbe.Heard event) {
    return event.body().get("changes").valueStream().map(JsonNode::asString).toList();
  }
}
