package com.lotview.inventory.imports;

import static org.awaitility.Awaitility.await;

import com.lotview.contracts.Role;
import com.lotview.inventory.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dealership that sends stock files and waits until they are imported. */
@TestPropertySource(properties = {"IMPORT_POLL_INTERVAL=50ms", "IMPORT_LEASE=3s"})
public abstract class ImportTest extends ServiceTest {
  protected static final JsonMapper JSON = new JsonMapper();

  protected final UUID dealership = UUID.randomUUID();

  /** What is sent with a file. */
  public record Order(
      Role role, String query, String name, byte[] file, Map<String, String> fields) {
    public static Order of(byte[] file) {
      return new Order(Role.GM, "", "stock.csv", file, Map.of());
    }

    public static Order of(String file) {
      return of(file.getBytes(StandardCharsets.UTF_8));
    }

    public Order as(Role other) {
      return new Order(other, query, name, file, fields);
    }

    public Order query(String other) {
      return new Order(role, other, name, file, fields);
    }

    public Order with(String field, String value) {
      if (value == null) {
        return this;
      }
      Map<String, String> more = new LinkedHashMap<>(fields);
      more.put(field, value);
      return new Order(role, query, name, file, more);
    }
  }

  /** Sends a file; the answer comes before the import. */
  protected WebTestClient.ResponseSpec post(Order order) {
    MultipartBodyBuilder body = new MultipartBodyBuilder();
    order.fields().forEach(body::part);
    body.part("file", order.file()).filename(order.name());
    return as(order.role(), dealership)
        .post()
        .uri("/v1/vehicles/import" + order.query())
        .contentType(MediaType.MULTIPART_FORM_DATA)
        .bodyValue(body.build())
        .exchange();
  }

  /** Sends a file and gives the import when it is over. */
  protected JsonNode run(Order order) {
    JsonNode accepted = body(post(order).expectStatus().isAccepted());
    return over(accepted.get("importId").asString());
  }

  /** The import when it is over. */
  protected JsonNode over(String importId) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> find(importId),
            found ->
                List.of("DONE", "REFUSED", "CANCELLED").contains(found.get("state").asString()));
  }

  protected JsonNode find(String importId) {
    return body(
        as(Role.GM, dealership)
            .get()
            .uri("/v1/vehicles/imports/" + importId)
            .exchange()
            .expectStatus()
            .isOk());
  }

  protected static JsonNode body(WebTestClient.ResponseSpec answer) {
    return JSON.readTree(answer.expectBody(String.class).returnResult().getResponseBody());
  }
}
