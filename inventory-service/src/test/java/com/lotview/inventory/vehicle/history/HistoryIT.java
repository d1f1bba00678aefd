package com.lotview.inventory.vehicle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.Role;
import com.lotview.inventory.imports.ImportTest;
import com.lotview.inventory.posting.KeepPosting;
import com.lotview.inventory.posting.VehiclePosting;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Tag("servers")
class HistoryIT extends ImportTest {
  @Autowired KeepPosting postings;
  @Autowired TenantTransactions transactions;

  private JsonNode get(Role role, String path) {
    return JSON.readTree(
        Objects.requireNonNull(
            as(role, dealership)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody()));
  }

  private JsonNode history(Role role, String id, String query) {
    return get(role, "/v1/vehicles/" + id + "/history" + query).path("data");
  }

  private void change(String id, Map<String, Object> body) {
    as(Role.GM, dealership)
        .patch()
        .uri("/v1/vehicles/" + id)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isOk();
  }

  private JsonNode importFile(String csv, boolean whole) {
    return run(Order.of(csv).with("missing", whole ? "archive" : "keep"));
  }

  private static List<String> fields(JsonNode change) {
    return change.path("changes").valueStream().map(c -> c.path("field").asString()).toList();
  }

  private static JsonNode field(JsonNode change, String name) {
    return change
        .path("changes")
        .valueStream()
        .filter(c -> c.path("field").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_change_tells_who_when_and_from_what_to_what() {
    String id = create(dealership, camry("H1"));
    change(id, Map.of("price", 2_399_900, "mileage", 34_600));
    change(id, Map.of("status", "SOLD"));

    JsonNode all = history(Role.GM, id, "");
    assertThat(all.size()).isEqualTo(3);
    assertThat(fields(all.get(0))).containsExactly("status");
    assertThat(field(all.get(0), "status").path("from").asString()).isEqualTo("ACTIVE");
    assertThat(field(all.get(0), "status").path("to").asString()).isEqualTo("SOLD");
    assertThat(all.get(0).path("version").asInt()).isEqualTo(3);
    assertThat(all.get(0).path("by").path("kind").asString()).isEqualTo("PERSON");
    assertThat(all.get(0).path("by").path("id").asString()).isNotEmpty();
    assertThat(fields(all.get(1))).containsExactly("mileage", "price");
    assertThat(field(all.get(1), "price").path("from").asLong()).isEqualTo(2_499_900);
    assertThat(field(all.get(1), "price").path("to").asLong()).isEqualTo(2_399_900);
    assertThat(fields(all.get(2))).containsExactly("mileage", "price", "status");
    assertThat(field(all.get(2), "price").path("from").isNull()).isTrue();

    assertThat(history(Role.GM, id, "?field=price").size()).isEqualTo(2);
    JsonNode first = get(Role.GM, "/v1/vehicles/" + id + "/history?limit=2");
    assertThat(first.path("data").size()).isEqualTo(2);
    JsonNode rest = history(Role.GM, id, "?limit=2&cursor=" + first.path("nextCursor").asString());
    assertThat(rest.size()).isEqualTo(1);
  }

  @Test
  void a_salesperson_learns_nothing_of_cost_and_notes() {
    Map<String, Object> body = camry("H2");
    body.put("costBasis", 1_800_000);
    String id = create(dealership, body);
    change(id, Map.of("costBasis", 1_700_000));
    change(id, Map.of("notes", "wholesale at 17,000", "price", 2_000_000));

    JsonNode seen = history(Role.SALESPERSON, id, "");
    assertThat(seen.size()).isEqualTo(2);
    assertThat(fields(seen.get(0))).containsExactly("price");
    assertThat(seen.toString()).doesNotContain("costBasis", "notes", "wholesale", "1700000");
    assertThat(history(Role.SALESPERSON, id, "?field=costBasis").size()).isZero();
    assertThat(history(Role.GM, id, "?field=costBasis").size()).isEqualTo(1);
  }

  @Test
  void an_import_is_named_and_says_why_a_vehicle_left() {
    String stays = "K1,2020,Kia,Rio,9000\nK2,2020,Kia,Soul,";
    importFile("Stock,Year,Make,Model,Price\n" + stays + "9500\nK3,2020,Kia,Niro,9900\n", false);
    JsonNode later = importFile("Stock,Year,Make,Model,Price\n" + stays + "8500\n", true);
    String importId = later.path("importId").asString();

    JsonNode dropped = history(Role.GM, id("K2"), "").get(0);
    assertThat(dropped.path("by").path("kind").asString()).isEqualTo("IMPORT");
    assertThat(dropped.path("by").path("id").asString()).isEqualTo(importId);
    assertThat(field(dropped, "price").path("to").asLong()).isEqualTo(850_000);

    JsonNode gone = history(Role.GM, id("K3"), "").get(0);
    assertThat(gone.path("why").asString()).isEqualTo("MISSING_FROM_FILE");
    assertThat(gone.path("by").path("id").asString()).isEqualTo(importId);
    assertThat(field(gone, "status").path("to").asString()).isEqualTo("ARCHIVED");

    JsonNode badge = get(Role.SALESPERSON, "/v1/vehicles?stockNumber=K2").at("/data/0/badges/1");
    assertThat(badge.path("kind").asString()).isEqualTo("PRICE_DROPPED");
    assertThat(badge.path("from").asLong()).isEqualTo(950_000);
    assertThat(badge.path("to").asLong()).isEqualTo(850_000);
  }

  private String id(String stockNumber) {
    String path = "/v1/vehicles?status=ACTIVE,ARCHIVED&stockNumber=" + stockNumber;
    return get(Role.GM, path).at("/data/0/id").asString();
  }

  @Test
  void badges_stand_on_the_vehicle() {
    Map<String, Object> body = new HashMap<>(camry("H4"));
    body.put("lotDate", LocalDate.now().minusDays(75).toString());
    String id = create(dealership, body);
    change(id, Map.of("price", 2_000_000));
    JsonNode badges = get(Role.SALESPERSON, "/v1/vehicles/" + id).path("badges");
    assertThat(badges.valueStream().map(badge -> badge.path("kind").asString()).toList())
        .containsExactly("PRICE_DROPPED", "OVER_60_DAYS");
  }

  @Test
  void a_posting_is_told_when_it_comes_to_another_stage() {
    String id = create(dealership, camry("H7"));
    UUID posting = UUID.randomUUID();
    Instant at = Instant.parse("2026-01-31T10:00:00Z");
    for (String status : List.of("QUEUED", "GENERATING", "POSTED", "FAILED")) {
      at = at.plusSeconds(1);
      VehiclePosting state =
          new VehiclePosting(UUID.fromString(id), posting, status, null, null, at);
      transactions.inTenant(dealership, postings.keep(dealership, state)).block();
    }
    JsonNode told = history(Role.SALESPERSON, id, "?field=posting");
    assertThat(
            told.valueStream()
                .map(
                    one -> field(one, "posting").path("to").asString() + one.path("why").asString())
                .toList())
        .containsExactly("ENDEDFAILED", "LIVEPOSTED", "UNDER_WAYQUEUED");
    assertThat(told.get(0).path("by").path("kind").asString()).isEqualTo("POSTING");
    assertThat(told.get(0).path("by").path("id").asString()).isEqualTo(posting.toString());
  }

  @Test
  void another_dealership_sees_no_history() {
    String id = create(dealership, camry("H5"));
    as(Role.GM, UUID.randomUUID())
        .get()
        .uri("/v1/vehicles/" + id + "/history")
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void the_services_role_cannot_alter_the_past() throws SQLException {
    create(dealership, camry("H6"));
    for (String sql :
        List.of(
            "update inventory.vehicle_change set why = 'forged'",
            "delete from inventory.vehicle_change",
            "truncate inventory.vehicle_change")) {
      try (Connection connection = TestServers.asService("inventory");
          Statement statement = connection.createStatement()) {
        statement.execute("set app.dealership_id = '" + dealership + "'");
        assertThatThrownBy(() -> statement.execute(sql))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }
}
