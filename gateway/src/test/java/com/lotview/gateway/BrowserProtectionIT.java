package com.lotview.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.testkit.TestIssuer;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.publisher.Mono;

/** The gateway's security headers behind a proxy that ends TLS, and which pages may connect. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=gateway")
@Timeout(120)
@Tag("servers")
class BrowserProtectionIT {
  private static final EchoSocket NOTIFICATION = new EchoSocket();

  @LocalServerPort int port;
  private WebTestClient http;

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry registry) {
    registry.add("JWKS_URL", () -> TestIssuer.running().url() + "/.well-known/jwks.json");
    registry.add("NOTIFICATION_URL", () -> "http://127.0.0.1:" + NOTIFICATION.port());
    registry.add("SERVICE_SECRET", () -> "secret");
    registry.add("CORS_ORIGINS", () -> "https://app.lotview.io");
    registry.add("TRUSTED_PROXIES", () -> "127.0.0.1");
  }

  @AfterAll
  static void stop() {
    NOTIFICATION.close();
  }

  @BeforeEach
  void client() {
    NOTIFICATION.seen().clear();
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(60))
            .build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/vehicles",
        "/nowhere",
        "/v1/openapi.json",
        "/v1/docs",
        "/live",
        "/live/live.js",
        "/account/invitation",
        "/account/password"
      })
  void everyAnswerOverTls_carriesAllHeaders(String path) {
    HttpHeaders headers = headers(path, "https");
    assertThat(headers.toSingleValueMap())
        .containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("X-Frame-Options", "DENY");
    assertThat(headers.get("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains(
            "default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void withoutTlsNoBrowserIsToldToUseItOnly() {
    assertThat(headers("/v1/vehicles", "http").getFirst("Strict-Transport-Security")).isNull();
  }

  private HttpHeaders headers(String path, String scheme) {
    return http.get()
        .uri(path)
        .header("X-Forwarded-Proto", scheme)
        .exchange()
        .returnResult(String.class)
        .getResponseHeaders();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://app.lotview.io.evil.example",
        "http://app.lotview.io",
        "https://app.lotview.io:8443",
        "chrome-extension://abcdefgh",
        "null"
      })
  void aSocketFromAnUnlistedOriginIsRefused_beforeAnyServiceHearsOfIt(String origin) {
    assertThatThrownBy(() -> greeting(origin)).hasMessageContaining("403");
    assertThat(NOTIFICATION.seen()).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "https://app.lotview.io")
  void aSocketFromAListedOriginOrNoBrowserIsOpened(@Nullable String origin) {
    assertThat(greeting(origin)).isEqualTo(EchoSocket.GREETING);
  }

  private @Nullable String greeting(@Nullable String origin) {
    HttpHeaders headers = new HttpHeaders();
    if (origin != null) {
      headers.setOrigin(origin);
    }
    Mono<String> heard =
        Mono.create(sink ->
            sink.onDispose(
                new ReactorNettyWebSocketClient()
                    .execute(
                        URI.create("ws://127.0.0.1:" + port + "/ws?ticket=t1"),
                        headers,
                        session ->
                            session
                                .receive()
                                .next()
                                .doOnNext(message -> sink.success(message.getPayloadAsText()))
                                .then(session.close()))
                    .subscribe(end -> {}, sink::error)));
    return heard.block(Duration.ofSeconds(30));
  }
}
