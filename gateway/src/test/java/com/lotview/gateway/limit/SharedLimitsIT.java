package com.lotview.gateway.limit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.lotview.contracts.Role;
import com.lotview.gateway.GatewayApplication;
import com.lotview.gateway.limit.RollingMinute.Answer;
import com.lotview.gateway.limit.store.SharedWindows;
import com.lotview.testkit.TestIssuer;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Two gateways with one PostgreSQL. */
@Timeout(120)
@Tag("servers")
class SharedLimitsIT {
  private final WireMockServer services =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private List<ConfigurableApplicationContext> gateways;

  @BeforeEach
  void start() {
    services.start();
    services.stubFor(any(anyUrl()).willReturn(ok()));
    gateways = List.of(gateway(), gateway());
  }

  @AfterEach
  void stop() {
    gateways.forEach(ConfigurableApplicationContext::close);
    services.stop();
  }

  @Test
  void twoGatewaysCountTogether() {
    String person = TestIssuer.running().accessToken(UUID.randomUUID(), UUID.randomUUID(), Role.GM);
    List<Integer> answers = all(160, person);
    assertThat(answers.stream().filter(status -> status == 200)).hasSize(100);
    assertThat(answers.stream().filter(status -> status == 429)).hasSize(60);
  }

  @Test
  void anApiKeyIsLimitedToo() {
    UUID key = UUID.randomUUID();
    services.stubFor(
        post("/internal/api-key-tokens")
            .willReturn(
                okJson(
                    "{\"accessToken\":\""
                        + TestIssuer.running().accessToken(key, UUID.randomUUID(), Role.GM)
                        + "\"}")));
    services.stubFor(
        post("/internal/service-tokens")
            .willReturn(
                okJson(
                    "{\"accessToken\":\""
                        + TestIssuer.running().serviceToken("auth")
                        + "\",\"expiresIn\":300}")));
    assertThat(all(110, "lvk_of-a-system").stream().filter(status -> status == 429)).hasSize(10);
  }

  @Test
  void windowsAreExact_andTellWhatIsLeft() {
    Windows windows = gateways.getFirst().getBean(SharedWindows.class);
    String name = UUID.randomUUID().toString();
    assertThat(windows.take(name, 2).block().left()).isEqualTo(1);
    Answer second = gateways.getLast().getBean(SharedWindows.class).take(name, 2).block();
    assertThat(second.granted()).isTrue();
    assertThat(second.left()).isZero();
    Answer third = windows.take(name, 2).block();
    assertThat(third.granted()).isFalse();
    assertThat(third.reset()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void anOldRequestNoLongerCounts() throws Exception {
    Windows windows = gateways.getFirst().getBean(SharedWindows.class);
    String name = UUID.randomUUID().toString();
    windows.take(name, 1).block();
    assertThat(windows.take(name, 1).block().granted()).isFalse();
    sql(
        "update gateway.request_window set times = array[now() - interval '61 s'] where name = '"
            + name
            + "'");
    assertThat(windows.take(name, 1).block().granted()).isTrue();
  }

  @Test
  void withoutTheDatabaseEachGatewayCountsForItself() throws Exception {
    String person = TestIssuer.running().accessToken(UUID.randomUUID(), UUID.randomUUID(), Role.GM);
    sql("alter table gateway.request_window rename to gone");
    try {
      List<Integer> answers = all(220, person);
      assertThat(answers.stream().filter(status -> status == 200)).hasSize(200);
      assertThat(answers.stream().filter(status -> status == 429)).hasSize(20);
    } finally {
      sql("alter table gateway.gone rename to request_window");
    }
  }

  private static void sql(String statement) throws Exception {
    try (Connection superuser = TestServers.superuser();
        Statement run = superuser.createStatement()) {
      run.execute(statement);
    }
  }

  /** Sends so many requests, to the two gateways in turn, ten at a time. */
  private List<Integer> all(int count, String bearer) {
    return Flux.range(0, count)
        .flatMap(i -> status(gateways.get(i % 2), bearer), 10)
        .collectList()
        .block(Duration.ofSeconds(60));
  }

  private static Mono<Integer> status(ConfigurableApplicationContext gateway, String bearer) {
    return HttpClient.create()
        .headers(headers -> headers.set("Authorization", "Bearer " + bearer))
        .get()
        .uri(
            "http://127.0.0.1:"
                + gateway.getEnvironment().getProperty("local.server.port")
                + "/v1/vehicles")
        .response()
        .map(response -> response.status().code());
  }

  private ConfigurableApplicationContext gateway() {
    Map<String, String> database = TestServers.environment("gateway");
    return GatewayApplication.start(
        Stream.concat(
                Stream.of("AUTH", "INVENTORY", "POSTING", "LISTING", "NOTIFICATION")
                    .map(service -> "--" + service + "_URL=" + services.baseUrl()),
                Stream.of(
                    "--PORT=0",
                    "--SERVICE_SECRET=secret",
                    // A slow machine is not what these tests are about.
                    "--SHARED_LIMITS_DEADLINE=30s",
                    "--JWKS_URL=" + TestIssuer.running().url() + "/.well-known/jwks.json",
                    "--DATABASE_URL=" + database.get("DATABASE_URL"),
                    "--DATABASE_MIGRATION_URL=" + database.get("DATABASE_MIGRATION_URL")))
            .toArray(String[]::new));
  }
}
