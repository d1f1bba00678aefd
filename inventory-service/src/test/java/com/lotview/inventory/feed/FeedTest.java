package com.lotview.inventory.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.Role;
import com.lotview.inventory.imports.ImportTest;
import com.lotview.kit.seal.Keysets;
import com.lotview.testkit.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A dealership with a feed, and the feed's server. */
@TestPropertySource(
    properties = {
      "FEED_POLL_INTERVAL=50ms",
      "FEED_LEASE=10s",
      "OUTSIDE_ALLOWED_NETWORKS=127.0.0.0/8"
    })
abstract class FeedTest extends ImportTest {
  static final String HEAD = "Stock,Year,Make,Model,Mileage,Price\n";
  static final Path DROP = drop();

  private static final String KEY = Keysets.generate().openKey();

  protected final FeedServer server = new FeedServer();

  @DynamicPropertySource
  static void feeds(DynamicPropertyRegistry registry) {
    registry.add("FEED_ENCRYPTION_KEY", () -> KEY);
    registry.add("FEED_DROP_FOLDER", DROP::toString);
  }

  private static Path drop() {
    try {
      Path folder = Files.createTempDirectory("lotview-drop");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Vehicles from a first number to a last one. */
  static String stock(int first, int last) {
    StringBuilder file = new StringBuilder(HEAD);
    for (int i = first; i <= last; i++) {
      file.append("F%03d,2020,Kia,Rio,%d,9000%n".formatted(i, 1_000 + i));
    }
    return file.toString();
  }

  protected Map<String, Object> daily(Map<String, Object> more) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("name", "Night feed");
    feed.put("url", server.url());
    feed.put("schedule", Map.of("everyMinutes", 1_440));
    feed.putAll(more);
    return feed;
  }

  protected String make(Map<String, Object> feed) {
    return body(post("/v1/vehicles/feeds", feed).expectStatus().isCreated()).get("id").asString();
  }

  protected WebTestClient.ResponseSpec post(String path, Object body) {
    WebTestClient.RequestBodySpec request = as(Role.GM, dealership).post().uri(path);
    return (body == null ? request : request.bodyValue(body)).exchange();
  }

  protected JsonNode feed(String id) {
    return body(as(Role.GM, dealership).get().uri("/v1/vehicles/feeds/" + id).exchange());
  }

  protected JsonNode runs(String id) {
    return body(as(Role.GM, dealership).get().uri("/v1/vehicles/feeds/" + id + "/runs").exchange())
        .get("data");
  }

  protected void runNow(String id) {
    post("/v1/vehicles/feeds/" + id + "/run", null).expectStatus().isAccepted();
  }

  /** The newest run, when there are so many and it is over. */
  protected JsonNode settled(String id, int count) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> runs(id), data -> data.size() == count && !data.get(0).get("finishedAt").isNull())
        .get(0);
  }

  protected int onLot() {
    return body(as(Role.GM, dealership).get().uri("/v1/vehicles?status=ACTIVE").exchange())
        .get("pagination")
        .get("total")
        .asInt();
  }

  /** The feed's time has come. */
  static void makeDue(String id) {
    change("update inventory.stock_feed set next_at = now() where id = '" + id + "'");
  }

  static void change(String sql) {
    try (Connection connection = TestServers.superuser();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
