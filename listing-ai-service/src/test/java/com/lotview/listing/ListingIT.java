package com.lotview.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.TestIssuer;
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
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=listing")
@Tag("servers")
class ListingIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final WireMockServer OTHERS =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private static final EventContract REQUESTED =
      EventContract.of(Topics.LISTING_REQUESTED, EventTypes.LISTING_REQUESTED);
  private static final EventContract GENERATED =
      EventContract.of(Topics.LISTING_GENERATED, EventTypes.LISTING_GENERATED);
  private static final UUID DEALERSHIP = UUID.fromString("0199f2c4-7a3e-7000-8000-000000000009");

  @Autowired KafkaTemplate<String, String> kafka;
  @LocalServerPort int port;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    OTHERS.start();
    TestServers.register(registry, "listing");
    registry.add("INVENTORY_URL", OTHERS::baseUrl);
    registry.add("lotview.facts.auth-url", OTHERS::baseUrl);
  }

  @AfterAll
  static void stop() {
    OTHERS.stop();
  }

  /** The example with what the stock's cells mean. */
  private static ObjectNode request() {
    ObjectNode body = (ObjectNode) JSON.readTree(REQUESTED.example());
    ((ObjectNode) body.path("vehicle"))
        .set(
            "meaning",
            JSON.readTree(
                """
                {"owners": {"value": "ONE", "column": "Features", "cell": "One Owner"},
                 "title": {"value": "CLEAN", "column": "cleanTitle", "cell": "true"}}
                """));
    return body;
  }

  private UUID send(UUID eventId, UUID posting) {
    ObjectNode body = request();
    body.put("postingId", posting.toString());
    ProducerRecord<String, String> record =
        new ProducerRecord<>(Topics.LISTING_REQUESTED, posting.toString(), body.toString());
    Map.of(
            "ce_id",
            eventId.toString(),
            "ce_type",
            EventTypes.LISTING_REQUESTED,
            "ce_source",
            "/test",
            "ce_time",
            Instant.now().toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    kafka.send(record).join();
    return posting;
  }

  @Test
  void aRequestIsAnsweredOnceByTheSchema() {
    UUID event = UUID.randomUUID();
    UUID posting = send(event, UUID.randomUUID());
    send(event, posting);
    UUID last = send(UUID.randomUUID(), UUID.randomUUID());

    List<ConsumerRecord<String, String>> answers = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      consumer.subscribe(List.of(Topics.LISTING_GENERATED));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(answers::add);
            return answers.stream().anyMatch(a -> a.key().equals(posting.toString()))
                && answers.stream().anyMatch(a -> a.key().equals(last.toString()));
          });
    }
    List<ConsumerRecord<String, String>> own =
        answers.stream().filter(a -> a.key().equals(posting.toString())).toList();
    assertThat(own).hasSize(1);
    assertThat(GENERATED.violations(own.getFirst().value())).isEmpty();
    JsonNode body = JSON.readTree(own.getFirst().value());
    assertThat(body.path("writer").asString()).isEqualTo("built-in");
    assertThat(body.path("title").asString()).isEqualTo("2021 Toyota Camry SE - One Owner");
  }

  private KafkaConsumer<String, String> consumer() {
    Properties settings = new Properties();
    settings.put(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        TestServers.environment("listing").get("KAFKA_BOOTSTRAP_SERVERS"));
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, "test-" + UUID.randomUUID());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  @Test
  void anotherServiceGetsATextForTheFactsThatItBrings() {
    ObjectNode body = request();
    ((ObjectNode) body.get("vehicle")).put("priceCurrency", "CAD");
    for (String name : List.of("postingId", "dealershipId", "attempt")) {
      body.remove(name);
    }
    WebTestClient.RequestBodySpec request =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .build()
            .post()
            .uri("/internal/listings")
            .header("Content-Type", "application/json");
    request.bodyValue(body.toString()).exchange().expectStatus().isUnauthorized();
    request
        .header("Authorization", "Bearer " + TestIssuer.running().serviceToken("listing"))
        .bodyValue(body.toString())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.title")
        .isEqualTo("2021 Toyota Camry SE - One Owner")
        .jsonPath("$.writer")
        .isEqualTo("built-in");
  }

  @Test
  void aPersonsTextIsCheckedLikeAllTexts() {
    ObjectNode brief = request();
    for (String name : List.of("postingId", "dealershipId", "attempt")) {
      brief.remove(name);
    }
    JsonNode written = answer("/internal/listings", brief);
    ObjectNode given = JSON.createObjectNode();
    given.set("brief", brief);
    given.set("title", written.get("title"));
    given.set("description", written.get("description"));
    assertThat(answer("/internal/listings/checks", given).get("problems")).isEmpty();

    given.put("title", "2021 Toyota Camry SE for only $19,999");
    given.put("description", written.get("description").asString() + " No accidents ever.");
    List<String> problems = new ArrayList<>();
    answer("/internal/listings/checks", given)
        .get("problems")
        .forEach(one -> problems.add(one.asString()));
    assertThat(problems)
        .anyMatch(one -> one.startsWith("The title"))
        .anyMatch(one -> !one.startsWith("The title"));
  }

  private JsonNode answer(String path, ObjectNode body) {
    byte[] answer =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .build()
            .post()
            .uri(path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + TestIssuer.running().serviceToken("listing"))
            .bodyValue(body.toString())
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return JSON.readTree(answer);
  }

  private WebTestClient.ResponseSpec post(String path, String body) {
    String token =
        TestIssuer.running().accessToken(UUID.randomUUID(), DEALERSHIP, Role.SALESPERSON);
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(30))
        .build()
        .post()
        .uri(path)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .bodyValue(body)
        .exchange();
  }

  private static void factsAreThere() {
    factsAreThere(request());
  }

  private static void factsAreThere(JsonNode example) {
    OTHERS.resetAll();
    OTHERS.stubFor(
        get(urlPathMatching("/internal/vehicles/.*"))
            .willReturn(
                okJson(
                    "{\"status\":\"ACTIVE\",\"photos\":[],\"vehicle\":"
                        + example.path("vehicle")
                        + "}")));
    OTHERS.stubFor(
        get(urlPathMatching("/internal/dealerships/.*"))
            .willReturn(okJson(example.path("dealership").toString())));
  }

  @Test
  void aTextOnRequestSaysWhoWroteIt() {
    factsAreThere();
    String vehicle = "\"vehicleId\":\"0199f2c4-7a3e-7000-8000-000000000002\"";

    post("/v1/listings/generate", "{" + vehicle + ",\"tone\":\"professional\"}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.writer")
        .isEqualTo("built-in")
        .jsonPath("$.suggestedPrice")
        .isEqualTo(2499900);
    post("/v1/listings/generate", "{" + vehicle + ",\"sources\":true}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.sources[?(@.facts[0].name == 'owners')].facts[0].cell")
        .isEqualTo("One Owner")
        .jsonPath("$.sources[?(@.facts.length() == 0)]")
        .isEmpty();
    post("/v1/listings/regenerate", "{" + vehicle + ",\"instructions\":\"shorter, please\"}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.writer")
        .isEqualTo("built-in");
  }

  // The notes and features of 24-claims-in-notes.csv, with the meaning that the import stores.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Looking for a one owner car with a clean title? Browse our lot of 200 accident free vehicles. | Bluetooth | {}",
        "Clean title: No. One owner: No. Accident free: No. | Bluetooth | {}",
        "Rebuilt title. This is not a clean title. | Bluetooth | {}",
        "One owner, clean title, accident free! | Clean Title - NO,1 Owner: N | {\"title\":{\"not\":[\"CLEAN\"],\"column\":\"features\",\"cell\":\"Clean Title - NO\"},\"owners\":{\"not\":[\"ONE\"],\"column\":\"features\",\"cell\":\"1 Owner: N\"}}"
      })
  void reportedNotes_makeNoClaim(String notes, String features, String meaning) {
    ObjectNode example = request();
    ObjectNode vehicle = (ObjectNode) example.path("vehicle");
    vehicle.put("notes", notes);
    vehicle.set("features", JSON.valueToTree(List.of(features.split(","))));
    vehicle.set("meaning", JSON.readTree(meaning));
    vehicle.remove("cleanTitle");
    factsAreThere(example);

    for (String tone : List.of("professional", "friendly", "brief", "detailed", "family")) {
      byte[] text =
          post(
                  "/v1/listings/generate",
                  "{\"vehicleId\":\"0199f2c4-7a3e-7000-8000-000000000002\",\"tone\":\""
                      + tone
                      + "\"}")
              .expectStatus()
              .isOk()
              .expectBody()
              .returnResult()
              .getResponseBody();
      assertThat(new String(text, StandardCharsets.UTF_8))
          .contains("Camry")
          .doesNotContainPattern("(?i)one[ -]owner|clean[ -]title|accident");
    }
  }

  @Test
  void wrongRequestsAreToldWhatIsWrong() {
    factsAreThere();
    String vehicle = "\"vehicleId\":\"0199f2c4-7a3e-7000-8000-000000000002\"";

    problem(
        "/v1/listings/generate",
        "{" + vehicle + ",\"tone\":\"shouting\"}",
        400,
        "VALIDATION_ERROR");
    problem(
        "/v1/listings/generate", "{" + vehicle + ",\"language\":\"fr\"}", 400, "VALIDATION_ERROR");
    problem("/v1/listings/generate", "{}", 400, "VALIDATION_ERROR");
    problem("/v1/listings/generate", "{" + vehicle + ",\"price\":1}", 400, "VALIDATION_ERROR");
    problem("/v1/listings/regenerate", "{" + vehicle + "}", 400, "VALIDATION_ERROR");
    problem(
        "/v1/listings/regenerate",
        "{" + vehicle + ",\"instructions\":\"" + "x".repeat(501) + "\"}",
        400,
        "VALIDATION_ERROR");
    OTHERS.stubFor(
        get(urlPathMatching("/internal/vehicles/.*")).willReturn(aResponse().withStatus(404)));
    problem("/v1/listings/generate", "{" + vehicle + "}", 404, "VEHICLE_NOT_FOUND");
    OTHERS.stubFor(
        get(urlPathMatching("/internal/vehicles/.*")).willReturn(aResponse().withStatus(500)));
    problem("/v1/listings/generate", "{" + vehicle + "}", 503, "SERVICE_UNAVAILABLE");
  }

  private void problem(String path, String body, int status, String code) {
    post(path, body)
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  @Test
  void withoutATenantNoRowIsSeen() throws SQLException {
    UUID posting = send(UUID.randomUUID(), UUID.randomUUID());
    String count = "select count(*) from listing.generation";
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          try (Connection all = TestServers.superuser()) {
            return count(all, count + " where posting_id = '" + posting + "'") == 1;
          }
        });
    try (Connection service = TestServers.asService("listing")) {
      assertThat(count(service, count)).isZero();
    }
  }

  private static int count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
