package com.lotview.posting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.kit.seal.Keysets;
import com.lotview.testkit.EventProbe;
import com.lotview.testkit.TestClock;
import com.lotview.testkit.TestIssuer;
import com.lotview.testkit.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on real servers, and the other services' answers; each test its own dealership.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=posting")
@Import(ServiceUnderTest.Time.class)
@Tag("servers")
public abstract class ServiceUnderTest {
  protected static final JsonMapper JSON = JsonMapper.shared();
  protected static final Keysets.Pair KEYS = Keysets.generate();
  protected static final WireMockServer OTHERS = others();
  protected static final EventProbe EAR = EventProbe.onTestServers();
  private static final AtomicLong VINS = new AtomicLong();
  private static final AtomicLong USERS = new AtomicLong(100_000_000_000L);

  @TestConfiguration
  public static class Time {
    @Bean
    Clock clock() {
      return new TestClock();
    }
  }

  @LocalServerPort protected int port;
  @Autowired protected Clock clock;
  protected final UUID dealership = Ids.next();
  protected final UUID user = Ids.next();

  @DynamicPropertySource
  protected static void servers(DynamicPropertyRegistry registry) {
    Map<String, String> env = new HashMap<>(TestServers.environment("posting"));
    env.putAll(TestServers.storageEnvironment());
    env.put("JWKS_URL", TestIssuer.running().url() + "/.well-known/jwks.json");
    env.put("AUTH_URL", OTHERS.baseUrl());
    env.put("INVENTORY_URL", OTHERS.baseUrl());
    env.put("LISTING_URL", OTHERS.baseUrl());
    env.put("FB_SESSION_SEAL_KEY", KEYS.sealKey());
    env.put("POSTING_SESSION_CHECK_POLL_INTERVAL", "200ms");
    env.put("POSTING_OVERDUE_POLL_INTERVAL", "500ms");
    // Tests play the worker: a check that they did not ask for would take the account's turn.
    env.put("POSTING_FIRST_SESSION_CHECK_AFTER", "6h");
    // Regular looks begin only where a test polls for them.
    env.put("POSTING_WATCH_POLL_INTERVAL", "1d");
    // Tests move the clock by days; the fleet of their own stays.
    env.put("POSTING_WORKER_TIMEOUT", "3650d");
    env.forEach((name, value) -> registry.add(name, () -> value));
  }

  private static WireMockServer others() {
    WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    for (String callee : List.of("auth", "inventory", "listing")) {
      server.stubFor(
          post("/internal/service-tokens")
              .withRequestBody(containing(callee))
              .willReturn(
                  okJson(
                      JSON.writeValueAsString(
                          Map.of(
                              "accessToken",
                              TestIssuer.running().serviceToken(callee),
                              "expiresIn",
                              300)))));
    }
    server.stubFor(
        get(urlPathMatching("/internal/dealerships/.*"))
            .willReturn(
                okJson(
                    """
                    {"id":"0199f2c4-7a3e-7000-8000-000000000009","name":"Smith Auto","slug":"smith",
                     "city":"Denver","state":"CO","zip":"80202","phone":"+1 303 555 0100",
                     "timezone":"America/Denver"}
                    """)));
    server.stubFor(
        get(urlPathMatching("/internal/vehicles/.*"))
            .atPriority(10)
            .willReturn(aResponse().withStatus(404)));
    return server;
  }

  /** A fleet that accepts every job. */
  @BeforeEach
  protected void largeFleet() {
    report("a-large-worker", 1000, 1000);
  }

  /** A worker reports its browsers. */
  protected void report(String worker, int browsers, int free) {
    asService()
        .put()
        .uri("/internal/workers")
        .bodyValue(Map.of("worker", worker, "browsers", browsers, "free", free))
        .exchange()
        .expectStatus()
        .isNoContent();
  }

  /** A worker begins the posting's attempt; returns the answer that it gets. */
  protected JsonNode begin(UUID posting, UUID account, int attempt) {
    Map<String, Object> start =
        Map.of(
            "jobId",
            "posting:" + posting + ":" + attempt,
            "kind",
            "POST",
            "taskId",
            posting,
            "fbAccountId",
            account,
            "attempt",
            attempt);
    return body(
        asService()
            .post()
            .uri("/internal/job-starts")
            .header("X-Dealership-Id", dealership.toString())
            .bodyValue(start)
            .exchange()
            .expectStatus()
            .isOk());
  }

  protected WebTestClient asService() {
    return client(TestIssuer.running().serviceToken("posting"));
  }

  protected TestClock time() {
    return (TestClock) clock;
  }

  protected WebTestClient as(Role role) {
    return asUser(role, dealership);
  }

  protected WebTestClient asUser(Role role, UUID ofDealership) {
    return client(TestIssuer.running().accessToken(user, ofDealership, role));
  }

  protected WebTestClient client(String token) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .defaultHeader("Authorization", "Bearer " + token)
        .responseTimeout(Duration.ofSeconds(20))
        .build();
  }

  /** A vehicle in the inventory that can be posted; the facts given replace some. */
  protected UUID vehicle(Map<String, Object> changes) {
    UUID id = Ids.next();
    Map<String, Object> facts = new HashMap<>();
    facts.put("id", id);
    facts.put("stockNumber", "A1234");
    facts.put("vin", vin());
    facts.put("year", 2021);
    facts.put("make", "Toyota");
    facts.put("model", "Camry");
    facts.put("trim", "SE");
    facts.put("mileage", 34500);
    facts.put("condition", "USED");
    facts.put("cleanTitle", true);
    facts.put("priceCents", 2499900);
    facts.put("features", List.of("Bluetooth"));
    facts.putAll(changes);
    Object photos =
        changes.getOrDefault(
            "photos",
            List.of(
                Map.of(
                    "id",
                    Ids.next(),
                    "sha256",
                    "9f86",
                    "contentType",
                    "image/jpeg",
                    "bytes",
                    812345)));
    facts.remove("photos");
    Object status = changes.getOrDefault("status", "ACTIVE");
    facts.remove("status");
    Map<String, Object> answer = new HashMap<>();
    answer.put("lotDate", facts.remove("lotDate"));
    answer.putAll(Map.of("status", status, "vehicle", facts, "photos", photos));
    OTHERS.stubFor(
        get("/internal/vehicles/" + id).willReturn(okJson(JSON.writeValueAsString(answer))));
    return id;
  }

  protected UUID vehicle() {
    return vehicle(Map.of());
  }

  /** A number that no other vehicle has. */
  protected static String vin() {
    return "4T1G11AK8MU%06d".formatted(VINS.incrementAndGet());
  }

  protected static Map<String, Object> session(String cUser) {
    return Map.of(
        "label",
        "Main account",
        "cookies",
        List.of(
            Map.of("name", "c_user", "value", cUser, "domain", ".example.com", "path", "/"),
            Map.of(
                "name",
                "xs",
                "value",
                "very-secret-xs",
                "domain",
                ".example.com",
                "path",
                "/",
                "expirationDate",
                Instant.now().plusSeconds(90L * 86400).getEpochSecond() + 0.5,
                "httpOnly",
                true,
                "secure",
                true,
                "sameSite",
                "no_restriction",
                "hostOnly",
                false)));
  }

  protected static String newUser() {
    return Long.toString(USERS.incrementAndGet());
  }

  /** Connects a new account. */
  protected UUID account() {
    return account(newUser());
  }

  protected UUID account(String cUser) {
    return UUID.fromString(
        body(as(Role.GM)
                .post()
                .uri("/v1/fb-accounts")
                .bodyValue(session(cUser))
                .exchange()
                .expectStatus()
                .isCreated())
            .get("id")
            .asString());
  }

  protected WebTestClient.ResponseSpec order(Map<String, Object> body) {
    return as(Role.SALESPERSON).post().uri("/v1/postings").bodyValue(body).exchange();
  }

  /** Orders a new vehicle's posting through the account. */
  protected UUID posting(UUID account) {
    return posting(account, vehicle());
  }

  protected UUID posting(UUID account, UUID vehicle) {
    JsonNode answer =
        body(
            order(Map.of("vehicleId", vehicle, "fbAccountId", account))
                .expectStatus()
                .isAccepted());
    return UUID.fromString(answer.get("id").asString());
  }

  protected JsonNode story(UUID posting) {
    return body(
        as(Role.SALESPERSON).get().uri("/v1/postings/" + posting).exchange().expectStatus().isOk());
  }

  protected void awaitStatus(UUID posting, String status) {
    Awaitility.await(status)
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(posting).get("status").asString(), status::equals);
  }

  /** The text comes, as from the listing service. */
  protected void written(UUID posting) {
    written(posting, 1);
  }

  /** The text comes for that request. */
  protected void written(UUID posting, int request) {
    written(posting, request, null);
  }

  /** The text comes under that trace. */
  protected void written(UUID posting, int request, @Nullable String traceparent) {
    EAR.send(
        Topics.LISTING_GENERATED,
        EventTypes.LISTING_GENERATED,
        posting.toString(),
        Ids.next(),
        Map.of(
            "postingId",
            posting,
            "dealershipId",
            dealership,
            "attempt",
            request,
            "title",
            "2021 Toyota Camry SE",
            "description",
            "A good car. Call us.",
            "writer",
            "built-in",
            "rejected",
            List.of()),
        Instant.now(),
        traceparent);
  }

  /** A worker's attempt has ended. */
  protected void ended(
      UUID posting, UUID account, int attempt, String outcome, Map<String, Object> more) {
    ended(posting, account, attempt, outcome, more, null);
  }

  /** A worker's attempt has ended under that trace. */
  protected void ended(
      UUID posting,
      UUID account,
      int attempt,
      String outcome,
      Map<String, Object> more,
      @Nullable String traceparent) {
    Map<String, Object> body = new HashMap<>();
    body.put("jobId", "posting:" + posting + ":" + attempt);
    body.put("postingId", posting);
    body.put("dealershipId", dealership);
    body.put("fbAccountId", account);
    body.put("vehicleId", Ids.next());
    body.put("attempt", attempt);
    body.put("fence", 1);
    body.put("outcome", outcome);
    body.put("retryable", false);
    body.put("evidence", List.of());
    body.put("startedAt", Instant.now());
    body.put("finishedAt", Instant.now());
    body.putAll(more);
    EAR.send(
        Topics.POSTING_COMPLETED,
        EventTypes.POSTING_COMPLETED,
        account.toString(),
        Ids.next(),
        body,
        Instant.now(),
        traceparent);
  }

  /** Ordered, written, and with the fleet. */
  protected UUID withFleet(UUID account) {
    return withFleet(account, vehicle());
  }

  private UUID withFleet(UUID account, UUID vehicle) {
    UUID posting = posting(account, vehicle);
    written(posting);
    requested(posting, 1);
    begin(posting, account, 1);
    awaitStatus(posting, "POSTING");
    return posting;
  }

  /** Live on the marketplace. */
  protected UUID live(UUID account) {
    return live(account, vehicle());
  }

  protected UUID live(UUID account, UUID vehicle) {
    UUID posting = withFleet(account, vehicle);
    ended(
        posting,
        account,
        1,
        "POSTED",
        Map.of("fbListingId", "77", "fbListingUrl", "https://www.example.com/marketplace/item/77"));
    awaitStatus(posting, "POSTED");
    return posting;
  }

  /** Ended without a listing. */
  protected UUID failed(UUID account) {
    UUID posting = withFleet(account);
    ended(posting, account, 1, "FAILED", Map.of("code", "FIELD", "reason", "No such option"));
    awaitStatus(posting, "FAILED");
    return posting;
  }

  protected WebTestClient.ResponseSpec act(Role role, UUID posting, String action, Object body) {
    return as(role).post().uri("/v1/postings/" + posting + "/" + action).bodyValue(body).exchange();
  }

  protected static java.util.function.Predicate<JsonNode> of(UUID posting) {
    return event ->
        event.hasNonNull("postingId")
            && event.path("postingId").asString("").equals(posting.toString());
  }

  protected static java.util.function.Predicate<JsonNode> state(UUID posting, String status) {
    return of(posting).and(event -> event.get("status").asString().equals(status));
  }

  /** Waits until the fleet is asked for the posting's attempt. */
  protected JsonNode requested(UUID posting, int attempt) {
    return EAR.await(
            EventTypes.POSTING_REQUESTED,
            event ->
                event.get("kind").asString().equals("POST")
                    && event.path("postingId").asString("").equals(posting.toString())
                    && event.get("attempt").asInt() == attempt)
        .body();
  }

  protected static JsonNode body(WebTestClient.ResponseSpec spec) {
    return JSON.readTree(spec.expectBody(String.class).returnResult().getResponseBody());
  }
}
