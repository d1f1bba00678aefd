package com.lotview.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.lotview.contracts.Role;
import com.lotview.testkit.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** A hanging service, a client that sends byte by byte, large answers. */
@Timeout(120)
@Tag("servers")
class HardTimesIT {
  private final WireMockServer slow = started();
  private final WireMockServer quick = started();
  private ConfigurableApplicationContext gateway;

  @BeforeEach
  void start() {
    gateway =
        GatewayApplication.start(
            "--PORT=0",
            "--JWKS_URL=" + TestIssuer.running().url() + "/.well-known/jwks.json",
            "--AUTH_URL=" + quick.baseUrl(),
            "--INVENTORY_URL=" + quick.baseUrl(),
            "--POSTING_URL=" + quick.baseUrl(),
            "--LISTING_URL=" + slow.baseUrl(),
            "--NOTIFICATION_URL=" + quick.baseUrl(),
            "--EXTENSION_IDS=abcdefghijklmnopabcdefghijklmnop",
            "--HEADER_TIMEOUT=500ms",
            "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s");
    quick.stubFor(any(anyUrl()).willReturn(ok("quick")));
    slow.stubFor(any(anyUrl()).willReturn(ok("late").withFixedDelay(20_000)));
  }

  @AfterEach
  void stop() {
    gateway.close();
    List.of(slow, quick).forEach(WireMockServer::stop);
  }

  @Test
  void aServiceThatHangsIsLeftAlone_whileTheOthersAnswer() {
    Flux.range(0, 10).flatMap(i -> status("/v1/listings/7"), 10).blockLast();
    assertThat(slow.getAllServeEvents()).hasSize(10);
    slow.resetRequests();

    // No more request reaches it: the answer comes from the gateway.
    assertThat(status("/v1/listings/7").block()).isEqualTo(503);
    assertThat(slow.getAllServeEvents()).isEmpty();
    assertThat(status("/v1/vehicles").block()).isEqualTo(200);

    slow.resetMappings();
    slow.stubFor(any(anyUrl()).willReturn(ok("back")));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> status("/v1/listings/7").block() == 200);
  }

  @Test
  void headersThatDripInAreCutOff() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(ascii("GET /v1/vehicles HTTP/1.1\r\nHost: a\r\n"));
      socket.setSoTimeout(100);
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            try {
              socket.getOutputStream().write(ascii("x-drip: 1\r\n"));
              return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException goesOn) {
              return false;
            } catch (IOException closed) {
              return true;
            }
          });
    }
  }

  @Test
  void aSlowAnswerIsNoLateHeader() {
    quick.stubFor(any(anyUrl()).willReturn(ok("after the limit").withFixedDelay(800)));
    assertThat(status("/v1/vehicles").block()).isEqualTo(200);
  }

  @Test
  void largeAnswersAreCompressed() {
    String large = "{\"text\":\"" + "a".repeat(10_000) + "\"}";
    quick.stubFor(any(anyUrl()).willReturn(okJson(large)));
    byte[] bytes =
        HttpClient.create()
            .headers(headers -> headers.set("Accept-Encoding", "gzip"))
            .headers(headers -> headers.set("Authorization", "Bearer " + person()))
            .get()
            .uri("http://127.0.0.1:" + port() + "/v1/vehicles")
            .responseSingle((response, body) -> {
              assertThat(response.responseHeaders().get("Content-Encoding")).isEqualTo("gzip");
              return body.asByteArray();
            })
            .block(Duration.ofSeconds(20));
    assertThat(bytes.length).isLessThan(1_000);
  }

  @Test
  void theExtensionMayCall_andNoOther() {
    assertThat(preflight("chrome-extension://abcdefghijklmnopabcdefghijklmnop")).isEqualTo(200);
    assertThat(preflight("chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba")).isEqualTo(403);
  }

  private int preflight(String origin) {
    return http()
        .options()
        .uri("/v1/vehicles")
        .header(HttpHeaders.ORIGIN, origin)
        .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET")
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  private Mono<Integer> status(String path) {
    return HttpClient.create()
        .headers(headers -> headers.set("Authorization", "Bearer " + person()))
        .get()
        .uri("http://127.0.0.1:" + port() + path)
        .response()
        .map(response -> response.status().code());
  }

  private WebTestClient http() {
    return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port()).build();
  }

  private int port() {
    return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static String person() {
    return TestIssuer.running().accessToken(UUID.randomUUID(), UUID.randomUUID(), Role.GM);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static WireMockServer started() {
    WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    return server;
  }
}
