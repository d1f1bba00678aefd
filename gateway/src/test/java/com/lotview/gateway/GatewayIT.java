package com.lotview.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.lotview.contracts.Role;
import com.lotview.testkit.ForgedTokens;
import com.lotview.testkit.TestIssuer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=gateway",
      "spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s"
    })
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
@Tag("servers")
class GatewayIT {
  private static final WireMockServer AUTH = started();
  private static final WireMockServer INVENTORY = started();
  private static final WireMockServer POSTING = started();
  private static final WireMockServer LISTING = started();
  private static final EchoSocket NOTIFICATION = new EchoSocket();

  private final AtomicReference<CloseStatus> closed = new AtomicReference<>();
  @LocalServerPort int port;
  private WebTestClient http;
  private String token;

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry registry) {
    registry.add("JWKS_URL", () -> TestIssuer.running().url() + "/.well-known/jwks.json");
    registry.add("AUTH_URL", AUTH::baseUrl);
    registry.add("INVENTORY_URL", INVENTORY::baseUrl);
    registry.add("POSTING_URL", POSTING::baseUrl);
    registry.add("LISTING_URL", LISTING::baseUrl);
    registry.add("NOTIFICATION_URL", () -> "http://127.0.0.1:" + NOTIFICATION.port());
    registry.add("SERVICE_SECRET", () -> "secret");
    registry.add("CORS_ORIGINS", () -> "https://app.lotview.io,chrome-extension://abcdefgh");
  }

  @AfterAll
  static void stop() {
    List.of(AUTH, INVENTORY, POSTING, LISTING).forEach(WireMockServer::stop);
    NOTIFICATION.close();
  }

  @BeforeEach
  void freshServices() {
    List.of(AUTH, INVENTORY, POSTING, LISTING)
        .forEach(service -> {
          service.resetAll();
          service.stubFor(any(anyUrl()).willReturn(ok("from " + name(service))));
        });
    NOTIFICATION.seen().clear();
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(60))
            .build();
    token = person();
  }

  @Test
  void logoutGoesOnWithATokenThatIsNotValid() {
    for (String any : List.of("not.a.token", token)) {
      http.post()
          .uri("/v1/auth/logout")
          .headers(h -> h.setBearerAuth(any))
          .exchange()
          .expectStatus()
          .isOk();
      AUTH.verify(
          postRequestedFor(urlEqualTo("/v1/auth/logout"))
              .withHeader("Authorization", equalTo("Bearer " + any)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/auth/me, auth",
    "/.well-known/jwks.json, auth",
    "/v1/dealership, auth",
    "/v1/dealership/api-keys, auth",
    "/v1/dealership/feeds-out, inventory",
    "/v1/dealership/feeds-out/health?format=META, inventory",
    "/v1/vehicles, inventory",
    "/v1/vehicles?status=ACTIVE&page=2, inventory",
    "/v1/vehicles/7/images, inventory",
    "/v1/vehicles/import, inventory",
    "/v1/postings/7, posting",
    "/v1/fb-accounts, posting",
    "/v1/listings/generate, listing"
  })
  void aPathLeadsToItsService(String path, String service) {
    http.get()
        .uri(path)
        .headers(h -> h.setBearerAuth(token))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("from " + service);
    assertThat(server(service).findAll(getRequestedFor(urlEqualTo(path)))).hasSize(1);
  }

  @Test
  void withoutATokenOnlyLoginAndRefreshAreOpen() {
    problem("/v1/vehicles", null, 401, "AUTH_TOKEN_INVALID");
    problem("/v1/auth/me", null, 401, "AUTH_TOKEN_INVALID");
    for (String path :
        List.of(
            "/v1/auth/login",
            "/v1/auth/refresh",
            "/v1/auth/invitation",
            "/v1/auth/password/forgotten",
            "/v1/auth/password/reset",
            "/v1/live/look")) {
      http.post().uri(path).exchange().expectStatus().isOk();
    }
    assertThat(INVENTORY.getAllServeEvents()).isEmpty();
  }

  @Test
  void aFeedNeedsNoTokenAndGetsNone() {
    String feed = "/feeds/AZnyxHo-cAAAAAAAAAAACQ_secret/meta.csv";
    for (String bearer : List.of(token, expired(), "none")) {
      http.get()
          .uri(feed)
          .headers(h -> h.setBearerAuth(bearer))
          .exchange()
          .expectStatus()
          .isOk()
          .expectBody(String.class)
          .isEqualTo("from inventory");
    }
    INVENTORY.verify(3, getRequestedFor(urlEqualTo(feed)).withHeader("Authorization", absent()));
    problem("/v1/dealership/feeds-out", null, 401, "AUTH_TOKEN_INVALID");
  }

  @Test
  void anExpiredTokenDoesNotStandInTheWayOfARefresh() {
    http.post()
        .uri("/v1/auth/refresh")
        .headers(h -> h.setBearerAuth(expired()))
        .exchange()
        .expectStatus()
        .isOk();
    AUTH.verify(
        postRequestedFor(urlEqualTo("/v1/auth/refresh")).withHeader("Authorization", absent()));
  }

  @Test
  void noForgedTokenReachesAService() {
    UUID user = UUID.randomUUID();
    var key = TestIssuer.running().key();
    assertThat(status("/v1/vehicles", ForgedTokens.genuine(key, user, user, Instant.now())))
        .isEqualTo(200);
    INVENTORY.resetRequests();
    Map<String, String> forged = ForgedTokens.of(key, user, user, Instant.now());
    assertThat(forged).hasSizeGreaterThanOrEqualTo(40);
    forged.forEach(
        (fault, wrong) -> assertThat(status("/v1/vehicles", wrong)).as(fault).isEqualTo(401));
    assertThat(INVENTORY.getAllServeEvents()).isEmpty();
  }

  private int status(String path, String bearer) {
    return http.get()
        .uri(path)
        .headers(h -> h.setBearerAuth(bearer))
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  @Test
  void badTokensAreToldApart() throws Exception {
    problem("/v1/vehicles", expired(), 401, "AUTH_TOKEN_EXPIRED");
    problem("/v1/vehicles", forged(), 401, "AUTH_TOKEN_INVALID");
    problem("/v1/vehicles", "nonsense", 401, "AUTH_TOKEN_INVALID");
    String unsigned = "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".";
    problem("/v1/vehicles", unsigned, 401, "AUTH_TOKEN_INVALID");
    problem(
        "/v1/vehicles", TestIssuer.running().serviceToken("inventory"), 401, "AUTH_TOKEN_INVALID");
    assertThat(INVENTORY.getAllServeEvents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/internal/dealerships/7",
        "/internal/service-tokens",
        "/actuator",
        "/actuator/prometheus",
        "/actuator/env"
      })
  void whatIsNotForTheOutsideDoesNotExist(String path) {
    problem(path, token, 404, "NOT_FOUND");
    problem(path, null, 404, "NOT_FOUND");
  }

  @Test
  void anUnknownApiPathIsAnsweredWithAProblem() {
    problem("/v1/nowhere", token, 404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/vehicles/../../internal/vehicles/7",
        "/v1/vehicles/%2e%2e/%2e%2e/internal/vehicles/7",
        "/v1/vehicles/..%2f..%2finternal/vehicles/7",
        "/v1//vehicles/;x=/../internal",
        "/v1/%76ehicles",
        "/v1/vehicles;a=b",
        "/v1//vehicles",
        "/v1/./vehicles",
        "//v1/vehicles"
      })
  void noDetourLeadsInside(String path) {
    http.get()
        .uri(URI.create("http://127.0.0.1:" + port + path))
        .headers(h -> h.setBearerAuth(token))
        .exchange()
        .expectStatus()
        .is4xxClientError()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(INVENTORY.getAllServeEvents()).isEmpty();
  }

  @Test
  void healthIsOpen() {
    http.get().uri("/actuator/health").exchange().expectStatus().isOk();
    http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
  }

  @Test
  void aServiceThatIsTooSlow_orBreaksOff_isUnavailable() {
    LISTING.stubFor(get("/v1/listings/slow").willReturn(aResponse().withFixedDelay(5_000)));
    LISTING.stubFor(
        get("/v1/listings/broken")
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    LISTING.stubFor(
        get("/v1/listings/garbage")
            .willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
    problem("/v1/listings/slow", token, 503, "SERVICE_UNAVAILABLE");
    problem("/v1/listings/broken", token, 503, "SERVICE_UNAVAILABLE");
    problem("/v1/listings/garbage", token, 503, "SERVICE_UNAVAILABLE");
  }

  @Test
  void aBodyOverTheLimitIsRefused_statedOrNot() {
    byte[] megabytes = new byte[(2 << 20)];
    http.post()
        .uri("/v1/postings")
        .headers(h -> h.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(megabytes)
        .exchange()
        .expectStatus()
        .isEqualTo(413)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("PAYLOAD_TOO_LARGE");
    http.post()
        .uri("/v1/postings")
        .headers(h -> h.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .body(BodyInserters.fromDataBuffers(parts(40)))
        .exchange()
        .expectStatus()
        .isEqualTo(413)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @Test
  void photosAndStockFilesMayBeLarge() {
    http.post()
        .uri("/v1/vehicles/7/images")
        .headers(h -> h.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .bodyValue(new byte[(12 << 20)])
        .exchange()
        .expectStatus()
        .isOk();
    http.post()
        .uri("/v1/vehicles/import")
        .headers(h -> h.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .bodyValue(new byte[(12 << 20)])
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void headersThatPretendAreTakenOff_andTheTrueOnesPutOn() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    http.get()
        .uri("/v1/vehicles")
        .headers(h -> {
          h.setBearerAuth(token);
          h.set("X-Dealership-Id", UUID.randomUUID().toString());
          h.set("X-Forwarded-For", "1.2.3.4");
          h.set("X-Forwarded-Proto", "https");
          h.set("X-Forwarded-Host", "evil.example");
          h.set("Forwarded", "for=1.2.3.4");
          h.set("traceparent", trace);
          h.set("Idempotency-Key", "k1");
        })
        .exchange()
        .expectStatus()
        .isOk();
    INVENTORY.verify(
        getRequestedFor(urlEqualTo("/v1/vehicles"))
            .withHeader("X-Dealership-Id", absent())
            .withHeader("X-Forwarded-Host", absent())
            .withHeader("Forwarded", absent())
            .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
            .withHeader("X-Forwarded-Proto", equalTo("http"))
            .withHeader("traceparent", equalTo(trace))
            .withHeader("Idempotency-Key", equalTo("k1"))
            .withHeader("Authorization", equalTo("Bearer " + token)));
  }

  @Test
  void aRequestWithoutATraceGetsOne() {
    http.get().uri("/v1/vehicles").headers(h -> h.setBearerAuth(token)).exchange();
    INVENTORY.verify(
        getRequestedFor(urlEqualTo("/v1/vehicles"))
            .withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-01")));
  }

  @Test
  void everyAnswerProtectsTheBrowser() {
    INVENTORY.stubFor(
        get("/v1/vehicles").willReturn(ok().withHeader("X-Content-Type-Options", "nosniff")));
    for (String path : List.of("/v1/vehicles", "/nowhere")) {
      http.get()
          .uri(path)
          .headers(h -> h.setBearerAuth(token))
          .exchange()
          .expectHeader()
          .valueEquals("X-Content-Type-Options", "nosniff")
          .expectHeader()
          .valueEquals(
              "Content-Security-Policy",
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
          .expectHeader()
          .doesNotExist("Strict-Transport-Security");
    }
  }

  @Test
  void onlyListedOriginsMayAsk() {
    preflight("https://app.lotview.io")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://app.lotview.io");
    preflight("chrome-extension://abcdefgh").expectStatus().isOk();
    preflight("https://evil.lotview.io")
        .expectStatus()
        .isForbidden()
        .expectHeader()
        .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
  }

  @Test
  void aPersonMayMakeTwentyPostingsAMinute() {
    for (int i = 0; i < 20; i++) {
      post("/v1/postings")
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueEquals("RateLimit-Limit", "20")
          .expectHeader()
          .valueEquals("RateLimit-Remaining", Integer.toString(19 - i));
    }
    http.post()
        .uri(URI.create("http://127.0.0.1:" + port + "/v1/%70ostings"))
        .headers(h -> h.setBearerAuth(token))
        .exchange()
        .expectStatus()
        .isNotFound();
    post("/v1/postings/7/cancel").expectStatus().isOk();
    post("/v1/postings/7/approve").expectStatus().isOk();
    post("/v1/postings/7/decline").expectStatus().isOk();
    post("/v1/postings")
        .expectStatus()
        .isEqualTo(429)
        .expectHeader()
        .exists(HttpHeaders.RETRY_AFTER)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("RATE_LIMITED");
    http.get()
        .uri("/v1/postings")
        .headers(h -> h.setBearerAuth(token))
        .exchange()
        .expectStatus()
        .isOk();
    token = person();
    post("/v1/postings").expectStatus().isOk();
  }

  @Test
  void socketsPassThrough_withTicketHeaderOrToken() {
    assertThat(talk("/ws?ticket=t1&after=7", null, "hello")).isEqualTo("echo hello");
    assertThat(talk("/ws?after=7", token, "hello")).isEqualTo("echo hello");
    assertThat(talk("/ws?token=" + token + "&after=7", null, "hello")).isEqualTo("echo hello");

    assertThat(NOTIFICATION.seen())
        .extracting(EchoSocket.Seen::uri)
        .containsExactly("/ws?ticket=t1&after=7", "/ws?after=7", "/ws?after=7");
    assertThat(NOTIFICATION.seen())
        .extracting(seen -> seen.headers().get("Authorization"))
        .containsExactly(null, "Bearer " + token, "Bearer " + token);
    assertThat(NOTIFICATION.seen())
        .extracting(seen -> seen.headers().get("X-Forwarded-For"))
        .containsOnly("127.0.0.1");
  }

  @Test
  void aTicketLeadsToTheWorkerThatHasTheBrowser() {
    String signIn = UUID.randomUUID().toString();
    AUTH.stubFor(
        WireMock.post("/internal/service-tokens")
            .willReturn(okJson("{\"accessToken\":\"of-the-gateway\",\"expiresIn\":300}")));
    POSTING.stubFor(
        WireMock.post("/internal/live-views")
            .withRequestBody(WireMock.containing("t7"))
            .willReturn(
                okJson(
                    "{\"signInId\":\"%s\",\"workerUrl\":\"http://127.0.0.1:%d\"}"
                        .formatted(signIn, NOTIFICATION.port()))));
    assertThat(talk("/v1/live/socket?ticket=t7", null, "hello")).isEqualTo("echo hello");
    EchoSocket.Seen seen = NOTIFICATION.seen().element();
    assertThat(seen.uri()).isEqualTo("/internal/live/" + signIn);
    assertThat(seen.headers().get("Authorization")).isEqualTo("Bearer of-the-gateway");

    POSTING.stubFor(WireMock.post("/internal/live-views").willReturn(aResponse().withStatus(401)));
    problem("/v1/live/socket", null, 401, "AUTH_TOKEN_INVALID");
    talk("/v1/live/socket?ticket=t7", null, "hello");
    assertThat(NOTIFICATION.seen()).as("a ticket that was used leads nowhere").hasSize(1);
  }

  @Test
  void theLiveViewsPageMayTalkToItsOwnHostOnly() {
    http.get()
        .uri("/live")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_HTML)
        .expectHeader()
        .value(
            "Content-Security-Policy",
            policy ->
                assertThat(policy)
                    .contains("script-src 'self'", "connect-src 'self' ws://127.0.0.1:" + port)
                    .doesNotContain("unsafe"));
    http.get().uri("/live/live.js").exchange().expectStatus().isOk();
    http.get().uri("/live/other").exchange().expectStatus().isNotFound();
  }

  @ParameterizedTest
  @CsvSource({"401, 4401", "400, 4400", "429, 4429", "503, 1013"})
  void aSocketThatTheServiceRefuses_isClosedByName(int status, int code) {
    assertThat(
            new ReactorNettyWebSocketClient()
                .execute(
                    URI.create("ws://127.0.0.1:" + port + "/ws?refuse=" + status),
                    session ->
                        session.receive().then(session.closeStatus()).doOnNext(closed::set).then())
                .then(Mono.fromSupplier(() -> closed.get().getCode()))
                .block(Duration.ofSeconds(30)))
        .isEqualTo(code);
  }

  @Test
  void theMailedLinksLeadToAPage() {
    for (String page :
        List.of("/account/invitation", "/account/password", "/account/registration")) {
      HttpHeaders sent = http.get().uri(page).exchange().returnResult().getResponseHeaders();
      if (sent.getLocation() != null) {
        assertThat(sent.getLocation()).as("the dashboard's page").hasToString("/app" + page);
      }
      http.get()
          .uri(sent.getLocation() == null ? page : "/app" + page)
          .exchange()
          .expectStatus()
          .isOk()
          .expectHeader()
          .contentTypeCompatibleWith(MediaType.TEXT_HTML)
          .expectHeader()
          .value(
              "Content-Security-Policy",
              policy -> assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe"));
    }
    http.get().uri("/account/account.js").exchange().expectStatus().isOk();
    http.get().uri("/account/other").exchange().expectStatus().isNotFound();
  }

  @Test
  void anApiKeyIsExchangedForAToken_onceInASecond() {
    AUTH.stubFor(
        WireMock.post("/internal/api-key-tokens")
            .willReturn(okJson("{\"accessToken\":\"" + token + "\"}")));
    AUTH.stubFor(
        WireMock.post("/internal/service-tokens")
            .willReturn(okJson("{\"accessToken\":\"service\",\"expiresIn\":300}")));
    for (int i = 0; i < 5; i++) {
      http.get()
          .uri("/v1/vehicles")
          .headers(h -> h.setBearerAuth("lvk_of-a-website"))
          .exchange()
          .expectStatus()
          .isOk();
    }
    INVENTORY.verify(
        5,
        getRequestedFor(urlEqualTo("/v1/vehicles"))
            .withHeader("Authorization", WireMock.equalTo("Bearer " + token)));
    assertThat(AUTH.findAll(postRequestedFor(urlEqualTo("/internal/api-key-tokens"))))
        .hasSizeLessThan(5);
  }

  @Test
  void anApiKeyThatIsNotValidOpensNothing() {
    AUTH.stubFor(
        WireMock.post("/internal/service-tokens")
            .willReturn(okJson("{\"accessToken\":\"service\",\"expiresIn\":300}")));
    AUTH.stubFor(WireMock.post("/internal/api-key-tokens").willReturn(aResponse().withStatus(404)));
    problem("/v1/vehicles", "lvk_revoked", 401, "AUTH_TOKEN_INVALID");
    AUTH.stubFor(WireMock.post("/internal/api-key-tokens").willReturn(aResponse().withStatus(503)));
    problem("/v1/vehicles", "lvk_unlucky", 503, "SERVICE_UNAVAILABLE");
    assertThat(INVENTORY.getAllServeEvents()).isEmpty();
  }

  @Test
  void aSocketThatTheClientClosesEndsBehindTheGatewayToo() {
    int before = NOTIFICATION.ended();
    Disposable socket =
        new ReactorNettyWebSocketClient()
            .execute(
                URI.create("ws://127.0.0.1:" + port + "/ws?ticket=t1"),
                session -> session.receive().take(1).then(session.close(CloseStatus.GOING_AWAY)))
            .subscribe();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          assertThat(NOTIFICATION.ended()).isGreaterThan(before);
          assertThat(socket.isDisposed()).isTrue();
        });
  }

  @Test
  void tokensOfSocketsAreNeverLogged(CapturedOutput output) {
    String secret = "SECRET" + token;
    problem("/ws?token=" + secret, null, 401, "AUTH_TOKEN_INVALID");
    talk("/ws?token=" + token, null, "die");
    assertThat(output.getAll()).doesNotContain(secret, token);
  }

  // Sends after the service's greeting, because messages before the connection may be lost
  // (README). Returns the answer, or null if the socket ends without one.
  private String talk(String path, String bearer, String word) {
    HttpHeaders headers = new HttpHeaders();
    if (bearer != null) {
      headers.setBearerAuth(bearer);
    }
    Sinks.One<String> answer = Sinks.one();
    Disposable socket =
        new ReactorNettyWebSocketClient()
            .execute(
                URI.create("ws://127.0.0.1:" + port + path),
                headers,
                session ->
                    session
                        .receive()
                        .map(WebSocketMessage::getPayloadAsText)
                        .concatMap(text ->
                            EchoSocket.GREETING.equals(text)
                                ? session.send(Mono.just(session.textMessage(word)))
                                : Mono.fromRunnable(() -> answer.tryEmitValue(text)))
                        .then())
            .onErrorComplete()
            .doFinally(end -> answer.tryEmitEmpty())
            .subscribe();
    try {
      return answer.asMono().block(Duration.ofSeconds(20));
    } finally {
      socket.dispose();
    }
  }

  private WebTestClient.ResponseSpec post(String path) {
    return http.post().uri(path).headers(h -> h.setBearerAuth(token)).exchange();
  }

  private WebTestClient.ResponseSpec preflight(String origin) {
    return http.method(HttpMethod.OPTIONS)
        .uri("/v1/vehicles")
        .header(HttpHeaders.ORIGIN, origin)
        .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
        .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "authorization,idempotency-key")
        .exchange();
  }

  private void problem(String path, String bearer, int status, String code) {
    http.get()
        .uri(path)
        .headers(h -> {
          if (bearer != null) {
            h.setBearerAuth(bearer);
          }
        })
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.instance")
        .isEqualTo(path.replaceAll("\\?.*", ""))
        .jsonPath("$.traceId")
        .exists();
  }

  private static Flux<DataBuffer> parts(int count) {
    return Flux.range(0, count)
        .map(i -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[(64 << 10)]));
  }

  private static String person() {
    return TestIssuer.running().accessToken(UUID.randomUUID(), UUID.randomUUID(), Role.GM);
  }

  private static String expired() {
    return TestIssuer.running()
        .accessToken(UUID.randomUUID(), UUID.randomUUID(), Role.GM, Duration.ofMinutes(-5));
  }

  private static String forged() throws Exception {
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
            new JWTClaimsSet.Builder()
                .issuer("lotview")
                .audience("lotview-api")
                .subject(UUID.randomUUID().toString())
                .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                .build());
    forged.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
    return forged.serialize();
  }

  private static WireMockServer started() {
    WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    return server;
  }

  private static WireMockServer server(String name) {
    return switch (name) {
      case "auth" -> AUTH;
      case "inventory" -> INVENTORY;
      case "posting" -> POSTING;
      default -> LISTING;
    };
  }

  private static String name(WireMockServer server) {
    return server == AUTH
        ? "auth"
        : server == INVENTORY ? "inventory" : server == POSTING ? "posting" : "listing";
  }
}
