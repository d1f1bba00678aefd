package com.lotview.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.testkit.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The gateway as in production, without services behind it. */
@Timeout(120)
@Tag("servers")
class GatewayAloneIT {
  // Nothing listens there.
  private static final String NOBODY = "http://127.0.0.1:1";

  private ConfigurableApplicationContext gateway;

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void servicesThatAreDownAreUnavailable() {
    gateway = start(TestIssuer.running().url() + "/.well-known/jwks.json", "off");
    for (String path : new String[] {"/v1/auth/me", "/v1/vehicles", "/v1/ws-tickets"}) {
      unavailable(path);
    }
  }

  @Test
  void withoutTheKeysNobodyIsSentAwayForGood() {
    gateway = start(NOBODY + "/jwks.json", "off");
    unavailable("/v1/vehicles");
  }

  @Test
  void limitsCanBeSwitchedOff() {
    gateway = start(TestIssuer.running().url() + "/.well-known/jwks.json", "off");
    String person = person();
    for (int i = 0; i < 120; i++) {
      assertThat(status(person)).isEqualTo(503);
    }
  }

  @Test
  void callersWithoutAToken_areLimitedByAddress() {
    gateway = start(TestIssuer.running().url() + "/.well-known/jwks.json", "on");
    for (int i = 0; i < 300; i++) {
      assertThat(refresh()).isEqualTo(503);
    }
    assertThat(refresh()).isEqualTo(429);
    assertThat(status(person())).isEqualTo(503);
    // A crawler fetches the photos of a whole stock from one address.
    assertThat(anonymous("/feeds/photos/secret/photo.jpg")).isEqualTo(503);
    assertThat(anonymous("/feeds/secret/meta.csv")).isEqualTo(429);
  }

  private int anonymous(String path) {
    return http().get().uri(path).exchange().returnResult(Void.class).getStatus().value();
  }

  @Test
  void documentOfTheApiIsPublicAndKeptByClients() {
    gateway = start(NOBODY + "/jwks.json", "off");
    String tag =
        http()
            .get()
            .uri("/v1/openapi.json")
            .header("Authorization", "Bearer expired")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .jsonPath("$.openapi")
            .isEqualTo("3.1.0")
            .returnResult()
            .getResponseHeaders()
            .getETag();
    http()
        .get()
        .uri("/v1/openapi.json")
        .header("If-None-Match", tag)
        .exchange()
        .expectStatus()
        .isNotModified();
  }

  @Test
  void pageOfTheApiUsesNothingFromElsewhere() {
    gateway = start(NOBODY + "/jwks.json", "off");
    String page =
        http()
            .get()
            .uri("/v1/docs")
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .value(
                "Content-Security-Policy",
                policy ->
                    assertThat(policy)
                        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                        .doesNotContain("unsafe"))
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    List<String> parts =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(String.valueOf(page))
            .results()
            .map(part -> part.group(1))
            .toList();
    assertThat(parts).hasSize(3).allMatch(part -> part.startsWith("/v1/docs/"));
    assertThat(page).doesNotContain("<style").doesNotContain("style=");
    parts.forEach(part -> http().get().uri(part).exchange().expectStatus().isOk());
  }

  private int refresh() {
    return http()
        .post()
        .uri("/v1/auth/refresh")
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  private static ConfigurableApplicationContext start(String jwks, String limits) {
    return GatewayApplication.start(
        "--PORT=0",
        "--JWKS_URL=" + jwks,
        "--AUTH_URL=" + NOBODY,
        "--INVENTORY_URL=" + NOBODY,
        "--POSTING_URL=" + NOBODY,
        "--LISTING_URL=" + NOBODY,
        "--NOTIFICATION_URL=" + NOBODY,
        "--LOTVIEW_RATE_LIMITS=" + limits);
  }

  private void unavailable(String path) {
    http()
        .get()
        .uri(path)
        .headers(h -> h.setBearerAuth(person()))
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("SERVICE_UNAVAILABLE");
  }

  private int status(String person) {
    return http()
        .get()
        .uri("/v1/vehicles")
        .headers(h -> h.setBearerAuth(person))
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  private WebTestClient http() {
    String port = gateway.getEnvironment().getProperty("local.server.port");
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(30))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
        .build();
  }

  private static String person() {
    return TestIssuer.running().accessToken(UUID.randomUUID(), UUID.randomUUID(), Role.GM);
  }
}
