package com.lotview.kit.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.guard.CallRefused;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.SecurityProperties;
import com.lotview.kit.security.ServiceTokens;
import com.lotview.kit.trace.Trace;
import com.lotview.kit.web.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class ServiceClientTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  // Calls to a failing service stay paused as long as this clock stands still.
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final String PATH = "/internal/things/7";

  private final WireMockServer other =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private ServiceClient things;

  record Thing(String name) {}

  @BeforeEach
  void start() {
    other.start();
    other.stubFor(
        post("/internal/service-tokens")
            .willReturn(okJson("{\"accessToken\":\"for-things\",\"expiresIn\":300}")));
    ServiceTokens tokens =
        new ServiceTokens(
            WebClient.builder(),
            new SecurityProperties(
                "kit", other.baseUrl(), other.baseUrl(), "secret", List.of(), List.of()),
            Clock.systemUTC());
    things =
        new ServiceClientFactory(WebClient.builder(), tokens, JsonMapper.shared(), STILL)
            .of("things", other.baseUrl());
  }

  @AfterEach
  void stop() {
    other.stop();
  }

  @Test
  void aCall_carriesTokenTenantTraceAndBody() {
    UUID dealership = Ids.next();
    other.stubFor(post(PATH).willReturn(okJson("{\"name\":\"a\",\"added\":\"later\"}")));

    Thing answer =
        things
            .post("/internal/things/{id}", 7)
            .inTenant(dealership)
            .body(Map.of("size", 3))
            .answer(Thing.class)
            .contextWrite(context -> Trace.with(context, TRACE))
            .block(DEADLINE);

    assertThat(answer).isEqualTo(new Thing("a"));
    other.verify(
        postRequestedFor(urlEqualTo(PATH))
            .withHeader("Authorization", equalTo("Bearer for-things"))
            .withHeader("X-Dealership-Id", equalTo(dealership.toString()))
            .withHeader("traceparent", equalTo(TRACE))
            .withRequestBody(equalToJson("{\"size\":3}")));
    other.verify(
        postRequestedFor(urlEqualTo("/internal/service-tokens"))
            .withHeader("traceparent", equalTo(TRACE)));
  }

  @Test
  void anErrorStatus_isNamed_andNotRetried() {
    other.stubFor(get(PATH).willReturn(aResponse().withStatus(404)));

    ServiceCallFailed failed = failure(things.get(PATH).retryOnce());

    assertThat(failed.is(HttpStatus.NOT_FOUND)).isTrue();
    assertThat(failed.isTransient()).isFalse();
    assertThat(failed.toProblem(HttpStatus.NOT_FOUND, ErrorCode.VEHICLE_NOT_FOUND).code())
        .isEqualTo(ErrorCode.VEHICLE_NOT_FOUND);
    other.verify(1, getRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void anErrorOfTheService_isRetriedOnce() {
    other.stubFor(get(PATH).willReturn(aResponse().withStatus(500)));

    ServiceCallFailed failed = failure(things.get(PATH).retryOnce());

    assertThat(failed.is(HttpStatus.INTERNAL_SERVER_ERROR)).isTrue();
    other.verify(2, getRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void aReadOnAConnectionThatWasClosedIsSentAgain_andNothingElse() {
    other.stubFor(
        get(PATH)
            .inScenario("closed")
            .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
            .willSetStateTo("open"));
    other.stubFor(
        get(PATH)
            .inScenario("closed")
            .whenScenarioStateIs("open")
            .willReturn(okJson("{\"name\":\"a\"}")));
    other.stubFor(post(PATH).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

    assertThat(things.get(PATH).answer(Thing.class).block(DEADLINE)).isEqualTo(new Thing("a"));
    assertThat(failure(things.post(PATH)).status()).isEmpty();
    other.verify(1, postRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void aReadThatIsRetriedIsSentTwiceAtMost() {
    other.stubFor(get(PATH).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

    assertThat(failure(things.get(PATH).retryOnce()).status()).isEmpty();

    other.verify(2, getRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void withoutRetry_thereIsOneTry() {
    other.stubFor(get(PATH).willReturn(aResponse().withStatus(503)));

    failure(things.get(PATH));

    other.verify(1, getRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void noAnswerInTime_hasNoStatus() {
    other.stubFor(get(PATH).willReturn(okJson("{}").withFixedDelay(2_000)));

    ServiceCallFailed failed = failure(things.get(PATH).timeout(Duration.ofMillis(200)));

    assertThat(failed.status()).isEmpty();
    assertThat(failed.isTransient()).isTrue();
    assertThat(Problems.from(failed).code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
  }

  @Test
  void aServiceThatHangs_isLeftAloneAfterTwentyCalls_andNoneIsSentTwice() {
    other.stubFor(get(PATH).willReturn(okJson("{}").withFixedDelay(5_000)));
    Flux.range(0, 20)
        .flatMap(
            i ->
                things
                    .get(PATH)
                    .timeout(Duration.ofMillis(300))
                    .answer(Thing.class)
                    .onErrorComplete(),
            20)
        .blockLast(DEADLINE);

    ServiceCallFailed failed = failure(things.get(PATH).retryOnce());

    assertThat(failed).hasCauseInstanceOf(CallRefused.class);
    assertThat(Problems.from(failed).code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
    // A call that ended before its request left was not sent at all.
    other.verify(moreThanOrExactly(1), getRequestedFor(urlEqualTo(PATH)));
    other.verify(lessThanOrExactly(20), getRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void anUnreadableAnswer_hasNoStatus() {
    other.stubFor(get(PATH).willReturn(okJson("{\"name\":")));

    assertThat(failure(things.get(PATH)).status()).isEmpty();
  }

  @Test
  void aRefusedToken_doesNotLookLikeAnAnswer() {
    other.stubFor(post("/internal/service-tokens").willReturn(aResponse().withStatus(401)));

    assertThat(failure(things.get(PATH)).status()).isEmpty();
  }

  private static ServiceCallFailed failure(ServiceClient.Call call) {
    Mono<Thing> answer = call.answer(Thing.class);
    return catchThrowableOfType(ServiceCallFailed.class, () -> answer.block(DEADLINE));
  }
}
