package com.lotview.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.auth.account.Dealerships;
import com.lotview.auth.account.NewDealership;
import com.lotview.auth.account.NewUser;
import com.lotview.auth.token.SigningKey;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.TestClock;
import com.lotview.testkit.TestServers;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.config.name=auth")
@Timeout(120)
@Tag("servers")
class AuthIT {
  private static final String PASSWORD = "correct horse battery staple";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  // SHA-256 of "secret".
  private static final String HASH =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  @Autowired Dealerships dealerships;
  @Autowired TestClock clock;
  @Autowired KafkaTemplate<String, String> kafka;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  private WebTestClient http;
  private String email;
  private UUID dealership;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "auth");
    registry.add("JWT_PRIVATE_KEY", SigningKey::newPrivateKey);
    registry.add("SERVICE_CLIENTS", () -> "posting=" + HASH + ",worker=" + HASH);
    registry.add("BOOTSTRAP_DEALERSHIP", () -> "First Motors");
    registry.add("BOOTSTRAP_CITY", () -> "Denver");
    registry.add("BOOTSTRAP_GM_EMAIL", () -> "First.GM@example.com");
    registry.add("BOOTSTRAP_GM_PASSWORD", () -> PASSWORD);
    registry.add("BOOTSTRAP_SALES_EMAIL", () -> "first.sales@example.com");
    registry.add("BOOTSTRAP_SALES_PASSWORD", () -> PASSWORD);
  }

  @TestConfiguration
  static class Time {
    @Bean
    TestClock clock() {
      return new TestClock();
    }
  }

  @BeforeEach
  void newDealership() {
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(60))
            .build();
    int number = NUMBER.incrementAndGet();
    email = "person" + number + "@example.com";
    dealership =
        dealerships
            .create(
                new NewDealership(
                    "Smith Auto " + number,
                    "Denver",
                    "CO",
                    "80202",
                    "+1 303 555 0100",
                    "America/Denver"),
                List.of(new NewUser(email, PASSWORD, "John", "Smith", Role.SALESPERSON)))
            .block(Duration.ofSeconds(30));
  }

  @Test
  void login_answersAsTheProductDocumentSays() {
    JsonNode answer = login(email.toUpperCase(java.util.Locale.ROOT), PASSWORD, 200);

    assertThat(names(answer)).containsExactly("accessToken", "refreshToken", "user");
    assertThat(answer.at("/refreshToken").asString()).startsWith("rt_");
    assertThat(names(answer.get("user")))
        .containsExactly("id", "email", "firstName", "lastName", "role", "dealership");
    assertThat(answer.at("/user/role").asString()).isEqualTo("SALESPERSON");
    assertThat(names(answer.at("/user/dealership"))).containsExactly("id", "name", "slug");
    assertThat(answer.at("/user/dealership/id").asString()).isEqualTo(dealership.toString());
  }

  @Test
  void login_setsACookieThatScriptsAndOtherSitesCannotUse() {
    for (String name : List.of("lotview_refresh", "lotview_device")) {
      ResponseCookie plain = cookie(loginCall(email, PASSWORD, null), name);
      assertThat(plain.isHttpOnly()).isTrue();
      assertThat(plain.getSameSite()).isEqualTo("Strict");
      assertThat(plain.isSecure()).isFalse();

      ResponseCookie secure = cookie(loginCall(email, PASSWORD, "https"), "__Host-" + name);
      assertThat(secure.isHttpOnly()).isTrue();
      assertThat(secure.getSameSite()).isEqualTo("Strict");
      assertThat(secure.isSecure()).isTrue();
      assertThat(secure.getPath()).isEqualTo("/");
      assertThat(secure.getDomain()).isNull();
    }
  }

  @Test
  void login_doesNotTellAnUnknownPersonFromAWrongPassword() {
    JsonNode wrong = login(email, "wrong password", 401);
    JsonNode unknown = login("nobody" + email, "wrong password", 401);

    assertThat(wrong.at("/code").asString()).isEqualTo("AUTH_INVALID_CREDENTIALS");
    assertThat(without(unknown, "traceId")).isEqualTo(without(wrong, "traceId"));
  }

  @Test
  void login_namesTheWrongField() {
    http.post()
        .uri("/v1/auth/login")
        .bodyValue(Map.of("email", email, "password", PASSWORD, "remember", true))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("remember");
    http.post()
        .uri("/v1/auth/login")
        .bodyValue(Map.of("email", email, "password", ""))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("password");
  }

  /** Each of them counts as a failure until its password has been checked. */
  @Test
  void rightLoginsAtTheSameMoment_doNotLockEachOtherOut() {
    for (int i = 0; i < 4; i++) {
      login(email, "wrong password", 401);
    }
    try (ExecutorService people = Executors.newFixedThreadPool(6)) {
      List<Future<?>> logins = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        logins.add(people.submit(() -> login(email, PASSWORD, 200)));
      }
      for (Future<?> one : logins) {
        assertThatCode(one::get).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void login_locksAfterFiveFailures_forHalfAnHour_knownOrNot() {
    for (String address : List.of(email, "nobody" + email)) {
      for (int i = 0; i < 5; i++) {
        login(address, "wrong password", 401);
      }
      http.post()
          .uri("/v1/auth/login")
          .bodyValue(Map.of("email", address, "password", PASSWORD))
          .exchange()
          .expectStatus()
          .isEqualTo(429)
          .expectHeader()
          .value(
              HttpHeaders.RETRY_AFTER, s -> assertThat(Integer.parseInt(s)).isBetween(1700, 1800))
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("AUTH_RATE_LIMITED");
    }
    clock.advance(Duration.ofMinutes(31));
    login(email, PASSWORD, 200);
  }

  @Test
  void login_staysOpenForKnownSources_whileStrangersFail() throws SQLException {
    String device = from("198.51.100.1", null, PASSWORD, 200);
    for (int i = 0; i < 20; i++) {
      from("203.0.113." + i, null, "wrong password", 401);
    }

    from("203.0.113.99", null, PASSWORD, 429);
    from("203.0.113.99", "made-up", PASSWORD, 429);
    from("198.51.100.1", null, PASSWORD, 200);
    from("192.0.2.7", device, PASSWORD, 200);
    assertThat(auditActions()).contains("login.failed", "login.locked");
  }

  @Test
  void login_locksTheAddressThatFails_andNoOther() throws SQLException {
    for (int i = 0; i < 5; i++) {
      from("203.0.113.1", null, "wrong password", 401);
    }

    from("203.0.113.1", null, PASSWORD, 429);
    from("203.0.113.2", null, PASSWORD, 200);
    assertThat(
            count(
                "select count(*) from auth.audit_event where dealership_id = '"
                    + dealership
                    + "' and action like 'login.%' and ip = '203.0.113.1' and user_agent = 'test'"))
        .isEqualTo(5);
  }

  @Test
  void auditTrail_canOnlyGrow() throws SQLException {
    try (Connection service = TestServers.asService("auth")) {
      for (String change : List.of("delete from audit_event", "update audit_event set ip = ''")) {
        assertThatThrownBy(() -> service.createStatement().execute(change))
            .hasMessageContaining("permission denied");
      }
    }
  }

  private String from(String address, @Nullable String device, String password, int status) {
    var result =
        http.post()
            .uri("/v1/auth/login")
            .header("X-Forwarded-For", address)
            .header("User-Agent", "test")
            .cookies(cookies -> {
              if (device != null) {
                cookies.set("lotview_device", device);
              }
            })
            .bodyValue(Map.of("email", email, "password", password))
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult();
    ResponseCookie cookie = result.getResponseCookies().getFirst("lotview_device");
    return cookie == null ? "" : cookie.getValue();
  }

  @Test
  void login_countsGuessesThatComeAllAtOnce() {
    List<Integer> statuses =
        Flux.range(0, 12)
            .flatMap(
                i ->
                    Mono.fromSupplier(() -> status(email, "guess " + i))
                        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()),
                12)
            .collectList()
            .block(Duration.ofSeconds(60));

    assertThat(statuses).filteredOn(s -> s == 401).hasSize(5);
    assertThat(statuses).filteredOn(s -> s == 429).hasSize(7);
  }

  @Test
  void aDeactivatedPersonOrDealershipIsRefusedEverywhere() throws SQLException {
    JsonNode session = login(email, PASSWORD, 200);
    asSuperuser("update auth.app_user set active = false where email = '" + email + "'");
    login(email, PASSWORD, 401);
    refresh(session.at("/refreshToken").asString(), 401);
    me(session.at("/accessToken").asString(), 401);

    asSuperuser("update auth.app_user set active = true where email = '" + email + "'");
    asSuperuser("update auth.dealership set active = false where id = '" + dealership + "'");
    login(email, PASSWORD, 401);
    refresh(session.at("/refreshToken").asString(), 401);
  }

  @Test
  void changeOfRights_endsIssuedTokensAtOnce_andARefreshGoesOn() throws SQLException {
    JsonNode session = login(email, PASSWORD, 200);
    String token = session.at("/accessToken").asString();
    me(token, 200);

    asSuperuser("update auth.app_user set role = 'GM' where email = '" + email + "'");

    revoked(token);
    JsonNode renewed = refresh(session.at("/refreshToken").asString(), 200);
    me(renewed.at("/accessToken").asString(), 200);

    asSuperuser("update auth.dealership set active = false where id = '" + dealership + "'");

    revoked(renewed.at("/accessToken").asString());
    refresh(renewed.at("/refreshToken").asString(), 401);
  }

  @Test
  void logout_endsTheAccessTokensOfItsSessionOnly() {
    String here = login(email, PASSWORD, 200).at("/accessToken").asString();
    String there = login(email, PASSWORD, 200).at("/accessToken").asString();
    http.post()
        .uri("/v1/auth/logout")
        .headers(h -> h.setBearerAuth(here))
        .exchange()
        .expectStatus()
        .isNoContent();

    revoked(here);
    me(there, 200);
  }

  private void revoked(String token) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(me(token, 401).at("/code").asString()).isEqualTo("AUTH_TOKEN_EXPIRED"));
  }

  @Test
  void refresh_rotates_andTheNewTokenWorks() {
    String first = login(email, PASSWORD, 200).at("/refreshToken").asString();
    JsonNode renewed = refresh(first, 200);
    String second = renewed.at("/refreshToken").asString();

    assertThat(second).isNotEqualTo(first);
    me(renewed.at("/accessToken").asString(), 200);
    refresh(second, 200);
  }

  @Test
  void refresh_takesTheCookieToo() {
    ResponseCookie cookie = cookie(loginCall(email, PASSWORD, null), "lotview_refresh");
    http.post()
        .uri("/v1/auth/refresh")
        .cookie(cookie.getName(), cookie.getValue())
        .exchange()
        .expectStatus()
        .isOk()
        .expectCookie()
        .exists("lotview_refresh");
    http.post().uri("/v1/auth/refresh").exchange().expectStatus().isUnauthorized();
  }

  @Test
  void refresh_ofFiveTabsAtOnce_logsNobodyOut() {
    String token = login(email, PASSWORD, 200).at("/refreshToken").asString();
    List<String> renewed =
        Flux.range(0, 5)
            .flatMap(
                tab ->
                    Mono.fromSupplier(() -> refresh(token, 200))
                        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()),
                5)
            .map(answer -> answer.at("/refreshToken").asString())
            .collectList()
            .block(Duration.ofSeconds(60));

    assertThat(renewed).doesNotHaveDuplicates().hasSize(5);
    clock.advance(Duration.ofMinutes(15));
    renewed.forEach(each -> refresh(each, 200));
  }

  @Test
  void refresh_withAnOldToken_endsTheWholeSession() throws SQLException {
    String first = login(email, PASSWORD, 200).at("/refreshToken").asString();
    String second = refresh(first, 200).at("/refreshToken").asString();
    clock.advance(Duration.ofSeconds(11));

    assertThat(refresh(first, 401).at("/code").asString()).isEqualTo("AUTH_REFRESH_REVOKED");
    assertThat(refresh(second, 401).at("/code").asString()).isEqualTo("AUTH_REFRESH_REVOKED");
    assertThat(auditActions()).contains("session.opened", "session.reuse-detected");
    login(email, PASSWORD, 200);
  }

  @Test
  void refresh_withAGrandparent_endsTheSessionEvenAtOnce() {
    String first = login(email, PASSWORD, 200).at("/refreshToken").asString();
    String second = refresh(first, 200).at("/refreshToken").asString();
    String third = refresh(second, 200).at("/refreshToken").asString();

    refresh(first, 401);
    refresh(third, 401);
  }

  @Test
  void refresh_endsAfterSevenDaysWithoutUse() {
    String token = login(email, PASSWORD, 200).at("/refreshToken").asString();
    clock.advance(Duration.ofDays(7).plusSeconds(1));
    refresh(token, 401);
  }

  @Test
  void refresh_endsAfterThirtyDays_howeverMuchTheSessionIsUsed() {
    String token = login(email, PASSWORD, 200).at("/refreshToken").asString();
    for (int day = 6; day < 30; day += 6) {
      clock.advance(Duration.ofDays(6));
      token = refresh(token, 200).at("/refreshToken").asString();
    }
    clock.advance(Duration.ofDays(6).minusSeconds(1));
    token = refresh(token, 200).at("/refreshToken").asString();

    clock.advance(Duration.ofSeconds(1));
    assertThat(refresh(token, 401).at("/detail").asString()).contains("longest life");
  }

  @Test
  void logout_endsTheSessionAndNoOther() {
    JsonNode here = login(email, PASSWORD, 200);
    JsonNode there = login(email, PASSWORD, 200);
    http.post()
        .uri("/v1/auth/logout")
        .headers(h -> h.setBearerAuth(here.at("/accessToken").asString()))
        .exchange()
        .expectStatus()
        .isNoContent()
        .expectCookie()
        .maxAge("lotview_refresh", Duration.ZERO);

    refresh(here.at("/refreshToken").asString(), 401);
    refresh(there.at("/refreshToken").asString(), 200);
  }

  @Test
  void me_tellsThePersonAndTheDealership() {
    JsonNode me = me(login(email, PASSWORD, 200).at("/accessToken").asString(), 200);
    assertThat(me.at("/email").asString()).isEqualTo(email);
    assertThat(me.at("/dealership/timezone").asString()).isEqualTo("America/Denver");
    assertThat(me.at("/dealership/city").asString()).isEqualTo("Denver");
  }

  @Test
  void accessTokensCanBeCheckedWithThePublishedKeys_andExpire() throws Exception {
    String token = login(email, PASSWORD, 200).at("/accessToken").asString();
    String jwks =
        http.get()
            .uri("/.well-known/jwks.json")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    SignedJWT parsed = SignedJWT.parse(token);
    var key = JWKSet.parse(jwks).getKeyByKeyId(parsed.getHeader().getKeyID());

    assertThat(parsed.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    var claims = parsed.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("lotview");
    assertThat(claims.getAudience()).containsExactly("lotview-api");
    assertThat(claims.getStringClaim("dealershipId")).isEqualTo(dealership.toString());
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(15));

    clock.advance(Duration.ofMinutes(17));
    assertThat(me(token, 401).at("/code").asString()).isEqualTo("AUTH_TOKEN_EXPIRED");
  }

  @Test
  void serviceTokens_goOnlyToThoseWhoProveThemselves_forWhomTheyMayCall() throws Exception {
    JsonNode answer = serviceToken("posting", "secret", "inventory", 200);
    var claims = SignedJWT.parse(answer.at("/accessToken").asString()).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("service:posting");
    assertThat(claims.getAudience()).containsExactly("inventory");
    assertThat(answer.at("/expiresIn").asInt()).isEqualTo(300);

    assertThat(serviceToken("posting", "wrong", "inventory", 401).at("/code").asString())
        .isEqualTo("AUTH_INVALID_CREDENTIALS");
    assertThat(serviceToken("posting", "secret", "notification", 403).at("/code").asString())
        .isEqualTo("FORBIDDEN");
    serviceToken("worker", "secret", "auth", 403);
  }

  @Test
  void aServiceMayReadADealership_aPersonMayNot() {
    String service = serviceToken("posting", "secret", "auth", 200).at("/accessToken").asString();
    String foreign =
        serviceToken("posting", "secret", "inventory", 200).at("/accessToken").asString();
    String person = login(email, PASSWORD, 200).at("/accessToken").asString();

    JsonNode answer = get("/internal/dealerships/" + dealership, service, 200);
    assertThat(names(answer))
        .containsExactly(
            "id",
            "name",
            "slug",
            "address",
            "city",
            "state",
            "zip",
            "phone",
            "website",
            "timezone",
            "country",
            "currency",
            "distanceUnit",
            "twoFactorRequired",
            "texts",
            "approvalRequired",
            "updatedAt");
    get("/internal/dealerships/" + UUID.randomUUID(), service, 404);
    get("/internal/dealerships/" + dealership, person, 403);
    get("/internal/dealerships/" + dealership, foreign, 401);
    me(service, 403);
  }

  @Test
  void aManagerSetsTheDealershipsTexts_othersMayNot() {
    String gm = login("first.gm@example.com", PASSWORD, 200).at("/accessToken").asString();
    String sales = login("first.sales@example.com", PASSWORD, 200).at("/accessToken").asString();
    String texts =
        "{\"texts\":{\"language\":\"es\",\"disclaimer\":\"Dealer fee of $499.\",\"template\":\"{opening}\\n{text}\"}}";

    changeTexts(sales, texts, 403);
    changeTexts(gm, "{\"texts\":{\"language\":\"fr\"}}", 400);
    changeTexts(gm, "{\"texts\":{\"template\":\"{text} {price}\"}}", 400);
    changeTexts(gm, "{}", 400);
    changeTexts(gm, texts, 200);
    JsonNode own = get("/v1/dealership", gm, 200);
    assertThat(own.at("/texts/language").asString()).isEqualTo("es");
    assertThat(own.at("/texts/disclaimer").asString()).isEqualTo("Dealer fee of $499.");
    assertThat(own.at("/texts/opening").isNull()).isTrue();
    changeTexts(gm, "{\"texts\":{}}", 200);
    assertThat(get("/v1/dealership", gm, 200).at("/texts/language").isNull()).isTrue();
  }

  private void changeTexts(String token, String body, int status) {
    http.patch()
        .uri("/v1/dealership")
        .headers(h -> h.setBearerAuth(token))
        .header("Content-Type", "application/json")
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  @Test
  void theFirstDealershipIsThere_withItsPeople() {
    JsonNode gm = login("first.gm@example.com", PASSWORD, 200);
    assertThat(gm.at("/user/role").asString()).isEqualTo("GM");
    assertThat(gm.at("/user/dealership/slug").asString()).isEqualTo("first-motors");
    assertThat(login("first.sales@example.com", PASSWORD, 200).at("/user/role").asString())
        .isEqualTo("SALESPERSON");
  }

  @Test
  void auditEventsOfOtherServicesAreKeptOnce() throws SQLException {
    String body = EventContract.of(Topics.AUDIT_RECORDED, EventTypes.AUDIT_RECORDED).example();
    UUID owner = UUID.fromString(json.readTree(body).at("/dealershipId").asString());
    String id = UUID.randomUUID().toString();
    kafka.send(auditRecord(owner, id, body));
    kafka.send(auditRecord(owner, id, body));

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    count(
                        "select count(*) from auth.audit_event where dealership_id = '"
                            + owner
                            + "' and action = 'posting.created'"))
                .isEqualTo(1));
  }

  @Test
  void withoutATenantTheServiceSeesNothing() throws SQLException {
    login(email, PASSWORD, 200);
    try (Connection service = TestServers.asService("auth")) {
      for (String table :
          List.of(
              "dealership",
              "app_user",
              "refresh_token",
              "audit_event",
              "login_attempt",
              "known_source")) {
        assertThat(count(service, "select count(*) from " + table)).as(table).isZero();
      }
      service.setAutoCommit(false);
      service
          .createStatement()
          .execute("select set_config('app.dealership_id', '" + dealership + "', true)");
      assertThat(count(service, "select count(*) from app_user")).isEqualTo(1);
      assertThat(count(service, "select count(*) from dealership")).isEqualTo(1);
    }
  }

  @Test
  void everyTableIsProtectedByTheDatabase() throws SQLException {
    assertThat(
            count(
                "select count(*) from pg_class where relnamespace = 'auth'::regnamespace"
                    + " and relkind = 'r' and relname in ('dealership', 'app_user',"
                    + " 'refresh_token', 'audit_event', 'login_attempt', 'known_source')"
                    + " and relrowsecurity and relforcerowsecurity"))
        .isEqualTo(6);
  }

  @Test
  void refreshTokensAreNowhereInTheDatabase() throws SQLException {
    String token = login(email, PASSWORD, 200).at("/refreshToken").asString();
    assertThat(
            count(
                "select count(*) from auth.refresh_token t where t::text like '%"
                    + token.substring(3)
                    + "%'"))
        .isZero();
  }

  private JsonNode login(String address, String password, int status) {
    return body(
        http.post()
            .uri("/v1/auth/login")
            .bodyValue(Map.of("email", address, "password", password))
            .exchange(),
        status);
  }

  private int status(String address, String password) {
    return http.post()
        .uri("/v1/auth/login")
        .bodyValue(Map.of("email", address, "password", password))
        .exchange()
        .returnResult(String.class)
        .getStatus()
        .value();
  }

  private EntityExchangeResult<byte[]> loginCall(
      String address, String password, @Nullable String proto) {
    return http.post()
        .uri("/v1/auth/login")
        .headers(h -> {
          if (proto != null) {
            h.set("X-Forwarded-Proto", proto);
          }
        })
        .bodyValue(Map.of("email", address, "password", password))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .returnResult();
  }

  private static ResponseCookie cookie(EntityExchangeResult<byte[]> result, String name) {
    ResponseCookie cookie = result.getResponseCookies().getFirst(name);
    assertThat(cookie).as(name).isNotNull();
    return cookie;
  }

  private JsonNode refresh(String token, int status) {
    return body(
        http.post().uri("/v1/auth/refresh").bodyValue(Map.of("refreshToken", token)).exchange(),
        status);
  }

  private JsonNode me(String token, int status) {
    return get("/v1/auth/me", token, status);
  }

  private JsonNode get(String path, String token, int status) {
    return body(http.get().uri(path).headers(h -> h.setBearerAuth(token)).exchange(), status);
  }

  private JsonNode serviceToken(String service, String secret, String audience, int status) {
    return body(
        http.post()
            .uri("/internal/service-tokens")
            .headers(h -> h.setBasicAuth(service, secret, StandardCharsets.UTF_8))
            .bodyValue(Map.of("audience", audience))
            .exchange(),
        status);
  }

  private JsonNode body(WebTestClient.ResponseSpec response, int status) {
    byte[] bytes =
        response.expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
    assertThat(bytes).isNotNull();
    return json.readTree(bytes);
  }

  private static List<String> names(JsonNode node) {
    return new ArrayList<>(node.propertyNames());
  }

  private static String without(JsonNode node, String name) {
    return ((tools.jackson.databind.node.ObjectNode) node).without(name).toString();
  }

  private static ProducerRecord<String, String> auditRecord(UUID owner, String id, String body) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(Topics.AUDIT_RECORDED, owner.toString(), body);
    Map.of(
            "ce_id",
            id,
            "ce_type",
            EventTypes.AUDIT_RECORDED,
            "ce_source",
            "/lotview/posting",
            "ce_time",
            Instant.now().toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private List<String> auditActions() throws SQLException {
    List<String> actions = new ArrayList<>();
    try (Connection connection = TestServers.superuser();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select action from auth.audit_event where dealership_id = '"
                        + dealership
                        + "'")) {
      while (rows.next()) {
        actions.add(rows.getString(1));
      }
    }
    return actions;
  }

  private static void asSuperuser(String sql) throws SQLException {
    try (Connection connection = TestServers.superuser()) {
      connection.createStatement().execute(sql);
    }
  }

  private static long count(String sql) throws SQLException {
    try (Connection connection = TestServers.superuser()) {
      return count(connection, sql);
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
