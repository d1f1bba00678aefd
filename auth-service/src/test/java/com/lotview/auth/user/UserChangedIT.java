package com.lotview.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.kit.database.DatabaseUrl;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The events that other services get about people. */
class UserChangedIT extends ServiceUnderTest {
  private static final EventProbe EVENTS = EventProbe.onTestServers();

  private static Predicate<JsonNode> told(UUID user, String role, boolean active) {
    return body ->
        body.path("userId").asString().equals(user.toString())
            && body.path("role").asString().equals(role)
            && body.path("active").asBoolean() == active;
  }

  private static void awaitTold(UUID user, String role, boolean active) {
    EVENTS.await(EventTypes.USER_CHANGED, told(user, role, active));
  }

  @Test
  void everyChangeOfAPersonIsToldWithoutNameOrAddress() {
    UUID id = invite("kim", Role.SALESPERSON);
    awaitTold(id, "SALESPERSON", false);
    post(
        null,
        "/v1/auth/invitation",
        Map.of("token", link(email("kim"), "/account/invitation"), "password", PASSWORD),
        200);
    awaitTold(id, "SALESPERSON", true);
    call(HttpMethod.PATCH, gm, "/v1/users/" + id, Map.of("role", "SALES_MANAGER"), 200);
    awaitTold(id, "SALES_MANAGER", true);
    call(HttpMethod.PATCH, gm, "/v1/users/" + id, Map.of("firstName", "Kimberly"), 200);
    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);
    awaitTold(id, "SALES_MANAGER", false);

    List<EventProbe.Heard> heard =
        EVENTS.all(event ->
            event.type().equals(EventTypes.USER_CHANGED) && event.key().equals(id.toString()));
    assertThat(heard).hasSize(4).allMatch(event -> !event.text().contains("im"));
  }

  @Test
  void aClosedDealershipHasNobody() throws Exception {
    UUID id = join("lou", Role.SALESPERSON);
    awaitTold(id, "SALESPERSON", true);
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path = auth");
      statement.execute("update dealership set active = false where id = '" + dealership + "'");
    }
    awaitTold(id, "SALESPERSON", false);
  }

  @Test
  void theUpdateTellsOfThoseWhoAreThereAlready() throws Exception {
    DatabaseUrl owner =
        DatabaseUrl.parse("test", TestServers.environment("authold").get("DATABASE_MIGRATION_URL"));
    migrate(owner, "21");
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path = authold");
      statement.execute(
          "insert into dealership (id, slug, name) values (gen_random_uuid(), 'old', 'Old')");
      statement.execute(
          """
          insert into app_user (id, dealership_id, email, password_hash, first_name, last_name, role)
          select gen_random_uuid(), id, n || '@old.example.com', case when n > 0 then 'x' end,
                 'A', 'B', 'GM' from dealership, generate_series(0, 2) n
          """);
      migrate(owner, "30");

      List<JsonNode> told = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("select payload from outbox where topic = 'user.changed'")) {
        while (rows.next()) {
          told.add(json.readTree(rows.getString(1)));
        }
      }
      assertThat(told).hasSize(3);
      assertThat(told).filteredOn(body -> body.path("active").asBoolean()).hasSize(2);
      assertThat(told)
          .allMatch(body ->
              EventContract.of("user.changed", EventTypes.USER_CHANGED)
                  .violations(body.toString())
                  .isEmpty());
      assertThat(bound(statement)).containsOnly(true);
    }
  }

  private static List<Boolean> bound(Statement statement) throws SQLException {
    List<Boolean> forced = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select relforcerowsecurity from pg_class where oid in"
                + " ('authold.app_user'::regclass, 'authold.dealership'::regclass)")) {
      while (rows.next()) {
        forced.add(rows.getBoolean(1));
      }
    }
    return forced;
  }

  private static void migrate(DatabaseUrl owner, String version) {
    Flyway.configure()
        .dataSource(owner.jdbc(), owner.user(), owner.password())
        .schemas("authold")
        .defaultSchema("authold")
        .createSchemas(false)
        .locations("classpath:db/kit", "classpath:db/auth")
        .placeholders(Map.of("schema", "authold"))
        .target(version)
        .outOfOrder(true)
        .load()
        .migrate();
  }
}
