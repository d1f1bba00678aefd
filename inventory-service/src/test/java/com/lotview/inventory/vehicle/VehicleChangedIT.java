package com.lotview.inventory.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.inventory.ServiceTest;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("servers")
class VehicleChangedIT extends ServiceTest {
  private static final EventContract CONTRACT =
      EventContract.of(Topics.VEHICLE_CHANGED, EventTypes.VEHICLE_CHANGED);

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
    // A change that changes nothing is none.
    as(Role.GM, dealership)
        .patch()
        .uri("/v1/vehicles/" + id)
        .bodyValue(Map.of("price", 2300000))
        .exchange();
    as(Role.GM, dealership).delete().uri("/v1/vehicles/" + id).exchange();

    List<IncomingEvent> events = eventsOf(id, 3);

    assertThat(events).allSatisfy(e -> assertThat(CONTRACT.violations(e.body())).isEmpty());
    assertThat(events).allSatisfy(e -> assertThat(e.type()).isEqualTo("vehicle.changed"));
    assertThat(changes(events.get(0))).contains("stockNumber", "price", "status");
    assertThat(changes(events.get(1))).containsExactly("price", "notes");
    assertThat(changes(events.get(2))).containsExactly("status");
  }

  private static List<IncomingEvent> eventsOf(String vehicle, int count) {
    List<IncomingEvent> events = new ArrayList<>();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            TestServers.environment("inventory").get("KAFKA_BOOTSTRAP_SERVERS"),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Topics.VEHICLE_CHANGED));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            consumer
                .poll(Duration.ofMillis(200))
                .forEach(record -> {
                  if (vehicle.equals(record.key())) {
                    events.add(IncomingEvent.of(record));
                  }
                });
            return events.size() >= count;
          });
    }
    return events;
  }

  private static List<String> changes(IncomingEvent event) {
    JsonNode body = new JsonMapper().readTree(event.body());
    return body.get("changes").valueStream().map(JsonNode::asString).toList();
  }
}
