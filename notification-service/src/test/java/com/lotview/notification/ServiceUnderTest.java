package com.lotview.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.seal.Keysets;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import com.lotview.testkit.TestIssuer;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service with PostgreSQL and Kafka; one context for all tests. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=notification")
@Tag("servers")
public abstract class ServiceUnderTest {
  protected static final JsonMapper JSON = new JsonMapper();
  protected static final EventProbe EVENTS = EventProbe.onTestServers();

  private static final Keysets.Pair KEYS = Keysets.generate();

  @LocalServerPort protected int port;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "notification");
    registry.add("WS_HEARTBEAT_INTERVAL", () -> "500ms");
    registry.add("WEBHOOK_ENCRYPTION_KEY", () -> KEYS.openKey());
    registry.add("WEBHOOK_ALLOW_HTTP", () -> true);
    registry.add("OUTSIDE_ALLOWED_NETWORKS", () -> "127.0.0.1");
  }

  /** An access token of a person. */
  protected static String token(UUID user, UUID dealership, Role role) {
    return TestIssuer.running().accessToken(user, dealership, role);
  }

  /** The published example of an event, with another dealership and other fields. */
  protected static ObjectNode example(
      String topic, String type, UUID dealership, Map<String, ?> fields) {
    ObjectNode body = (ObjectNode) JSON.readTree(EventContract.of(topic, type).example());
    body.put("dealershipId", dealership.toString());
    fields.forEach((name, value) -> body.set(name, JSON.valueToTree(value)));
    return body;
  }

  /** Auth-service publishes a person. */
  protected static UUID person(UUID user, UUID dealership, Role role, boolean active) {
    EVENTS.send(
        Topics.USER_CHANGED,
        EventTypes.USER_CHANGED,
        user.toString(),
        UUID.randomUUID(),
        Map.of("userId", user, "dealershipId", dealership, "role", role, "active", active));
    return user;
  }

  /** Rows of a table, as a superuser sees them. */
  protected static List<String> rows(String sql) {
    List<String> found = new ArrayList<>();
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path = notification");
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  /** Waits until so many people of the dealership are known as active. */
  protected static void awaitPeople(UUID dealership, int count) {
    String active =
        "select user_id from person where active and dealership_id = '" + dealership + "'";
    await().atMost(Duration.ofSeconds(60)).until(() -> rows(active).size() == count);
  }

  /** Posting-service publishes a posting's state. */
  protected static void posting(UUID dealership, String status, Map<String, ?> fields) {
    Map<String, Object> all = new HashMap<>(fields);
    all.put("status", status);
    EVENTS.send(
        Topics.POSTING_PROGRESS,
        EventTypes.POSTING_STATE,
        dealership.toString(),
        UUID.randomUUID(),
        example(Topics.POSTING_PROGRESS, EventTypes.POSTING_STATE, dealership, all));
  }

  protected JsonNode get(String token, String path, int status) {
    return call(HttpMethod.GET, token, path, null, status);
  }

  protected JsonNode post(String token, String path, @Nullable Object body, int status) {
    return call(HttpMethod.POST, token, path, body, status);
  }

  protected JsonNode call(
      HttpMethod method, String token, String path, @Nullable Object body, int status) {
    WebTestClient.RequestBodySpec request =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(60))
            .build()
            .method(method)
            .uri(path)
            .headers(headers -> headers.setBearerAuth(token));
    byte[] answer =
        (body == null ? request : request.bodyValue(body))
            .exchange()
            .expectBody()
            .consumeWith(result -> assertThat(result.getStatus().value()).isEqualTo(status))
            .returnResult()
            .getResponseBody();
    return answer == null ? JSON.nullNode() : JSON.readTree(answer);
  }
}
