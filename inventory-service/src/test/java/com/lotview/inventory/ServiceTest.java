package com.lotview.inventory;

import com.lotview.contracts.Role;
import com.lotview.testkit.TestIssuer;
import com.lotview.testkit.TestServers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;

/** The whole service on real servers, and people who call it. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=inventory")
@Tag("servers")
public abstract class ServiceTest {
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "inventory");
    TestServers.storageEnvironment().forEach((name, value) -> registry.add(name, () -> value));
  }

  /** A client of a person of the dealership. */
  protected WebTestClient as(Role role, UUID dealership) {
    return client(TestIssuer.running().accessToken(UUID.randomUUID(), dealership, role));
  }

  /** A client without a token. */
  protected WebTestClient anonymous() {
    return client("none")
        .mutate()
        .defaultHeaders(headers -> headers.remove(HttpHeaders.AUTHORIZATION))
        .build();
  }

  /** A client with any token. */
  protected WebTestClient client(String token) {
    // A connection of its own for each request: the server closes one whose upload it refused.
    return WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.newConnection()))
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(60))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 * 1024 * 1024))
        .defaultHeaders(headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token))
        .build();
  }

  /** The body of the product document's example. */
  protected static Map<String, Object> camry(String stockNumber) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("stockNumber", stockNumber);
    body.put("vin", "1HGBH41JXMN109186");
    body.put("year", 2021);
    body.put("make", "Toyota");
    body.put("model", "Camry");
    body.put("trim", "SE");
    body.put("mileage", 34500);
    body.put("exteriorColor", "Silver");
    body.put("bodyStyle", "Sedan");
    body.put("drivetrain", "FWD");
    body.put("transmission", "Automatic");
    body.put("engine", "2.5L I4");
    body.put("fuelType", "Gas");
    body.put("price", 2499900);
    body.put("features", java.util.List.of("Backup Camera", "Bluetooth"));
    body.put("notes", "Clean title, one owner");
    return body;
  }

  /** Adds the vehicle and gives its id. */
  protected String create(UUID dealership, Map<String, Object> body) {
    return String.valueOf(
        as(Role.GM, dealership)
            .post()
            .uri("/v1/vehicles")
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(Map.class)
            .returnResult()
            .getResponseBody()
            .get("id"));
  }
}
