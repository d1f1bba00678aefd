package com.lotview.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.kafka.core.KafkaTemplate;

@Tag("servers")
class RowLevelSecurityIT extends ServiceTest {
  @Autowired KafkaTemplate<String, String> kafka;

  @Test
  void the_services_role_sees_no_row_of_any_table_without_a_dealership() throws SQLException {
    fillEveryTable();

    List<String> tables =
        names(
            "select table_name from information_schema.columns"
                + " where table_schema = 'inventory' and column_name = 'dealership_id'");
    assertThat(tables)
        .contains("vehicle", "vehicle_image", "import_job", "import_row", "idempotency");
    for (String table : tables) {
      assertThat(count(TestServers.superuser(), table)).as(table + " has rows").isPositive();
      assertThat(count(TestServers.asService("inventory"), table)).as(table).isZero();
    }
    assertThat(
            names(
                "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where nspname = 'inventory' and relkind = 'r' and relforcerowsecurity"
                    + " and relrowsecurity"))
        .containsAll(tables);
  }

  private void fillEveryTable() {
    UUID dealership = UUID.randomUUID();
    String id = create(dealership, camry("RLS"));
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles")
        .header("Idempotency-Key", "rls")
        .bodyValue(camry("RLS2"))
        .exchange()
        .expectStatus()
        .isCreated();
    as(Role.GM, dealership)
        .put()
        .uri("/v1/vehicles/import/mappings")
        .bodyValue(Map.of("columns", List.of(Map.of("column", "Unit", "field", "stockNumber"))))
        .exchange()
        .expectStatus()
        .isOk();
    as(Role.SALESPERSON, dealership)
        .post()
        .uri("/v1/vehicles/suggestions")
        .bodyValue(Map.of("vehicle", Map.of("make", "Kia")))
        .exchange()
        .expectStatus()
        .isCreated();
    as(Role.GM, dealership)
        .post()
        .uri("/v1/dealership/feeds-out")
        .bodyValue(Map.of())
        .exchange()
        .expectStatus()
        .isCreated();
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/feeds")
        .bodyValue(
            Map.of(
                "name",
                "Stock",
                "url",
                "http://10.0.0.1/stock.csv",
                "schedule",
                Map.of("everyMinutes", 60)))
        .exchange()
        .expectStatus()
        .isCreated();
    tell(dealership, id);
    MultipartBodyBuilder photo = new MultipartBodyBuilder();
    photo.part("images", TestImages.jpeg(40, 30, 1)).filename("a.jpg");
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/" + id + "/images")
        .bodyValue(photo.build())
        .exchange()
        .expectStatus()
        .isCreated();
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/" + id + "/images/uploads")
        .bodyValue(Map.of("contentType", "image/jpeg", "bytes", 5))
        .exchange()
        .expectStatus()
        .isCreated();
    MultipartBodyBuilder file = new MultipartBodyBuilder();
    file.part("missing", "archive");
    String stock = "Stock,Year,Make,Model,Photos\nR9,2020,Kia,Rio,http://10.0.0.1/a.jpg\n";
    file.part("file", stock.getBytes(StandardCharsets.UTF_8)).filename("stock.csv");
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/import")
        .bodyValue(file.build())
        .exchange()
        .expectStatus()
        .isAccepted();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            count(TestServers.superuser(), "vanished_vehicle") > 0
                && count(TestServers.superuser(), "stock_feed_run") > 0
                && count(TestServers.superuser(), "vehicle_posting") > 0
                && count(TestServers.superuser(), "dealership_market") > 0);
  }

  /** The posting service publishes a posting of the vehicle. */
  private void tell(UUID dealership, String vehicle) {
    send(
        Topics.POSTING_PROGRESS,
        EventTypes.POSTING_STATE,
        dealership,
        """
        {"postingId": "%s", "dealershipId": "%s", "vehicleId": "%s", "status": "QUEUED",
         "willRetry": false}
        """
            .formatted(UUID.randomUUID(), dealership, vehicle));
    send(
        Topics.DEALERSHIP_CHANGED,
        EventTypes.DEALERSHIP_CHANGED,
        dealership,
        """
        {"dealershipId": "%s", "country": "CA", "currency": "CAD", "distanceUnit": "KM",
         "timezone": "America/Toronto"}
        """
            .formatted(dealership));
  }

  private void send(String topic, String type, UUID dealership, String body) {
    ProducerRecord<String, String> event = new ProducerRecord<>(topic, dealership.toString(), body);
    Map.of(
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            type,
            "ce_source",
            "/test",
            "ce_time",
            Instant.now().toString())
        .forEach(
            (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    kafka.send(event);
  }

  private static List<String> names(String sql) throws SQLException {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from inventory." + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
