package com.lotview.notification.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.lotview.contracts.Role;
import com.lotview.notification.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Web hooks, from the event to a receiver and the log. */
class WebhooksIT extends ServiceUnderTest {
  private static final WireMockServer RECEIVER =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  private final UUID dealership = UUID.randomUUID();
  private final String gm = token(UUID.randomUUID(), dealership, Role.GM);
  // Each test has an address of its own.
  private final String path = "/" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    RECEIVER.start();
  }

  @AfterAll
  static void stop() {
    RECEIVER.stop();
  }

  @BeforeEach
  void receive() {
    RECEIVER.stubFor(any(urlEqualTo(path)).willReturn(ok("thanks")));
  }

  private String url() {
    return "http://127.0.0.1:" + RECEIVER.port() + path;
  }

  private JsonNode make(String url) {
    return post(
        gm,
        "/v1/webhooks",
        Map.of("url", url, "events", List.of("posting.failed", "posting.cancelled")),
        201);
  }

  private static String id(JsonNode made) {
    return made.at("/webhook/id").asString();
  }

  private List<LoggedRequest> received() {
    return RECEIVER.findAll(postRequestedFor(urlEqualTo(path)));
  }

  private List<LoggedRequest> awaitReceived(int count) {
    await().atMost(Duration.ofSeconds(60)).until(() -> received().size() >= count);
    return received();
  }

  private JsonNode newest(String hook) {
    return get(gm, "/v1/webhooks/" + hook + "/deliveries?limit=1", 200).path("data").path(0);
  }

  private JsonNode awaitNewest(String hook, Predicate<JsonNode> fits) {
    return await().atMost(Duration.ofSeconds(60)).until(() -> newest(hook), fits);
  }

  /** The pause has passed. */
  private static void due(String hook) {
    rows(
        "update webhook_delivery set next_try_at = created_at where state = 'PENDING'"
            + " and taken_until is null and webhook_id = '%s'".formatted(hook));
  }

  private static boolean signedBy(String secret, LoggedRequest request) {
    String signature =
        HookSecret.of(secret)
            .sign(
                request.getHeader("webhook-id"),
                Instant.ofEpochSecond(Long.parseLong(request.getHeader("webhook-timestamp"))),
                request.getBodyAsString());
    return List.of(request.getHeader("webhook-signature").split(" ")).contains(signature);
  }

  @Test
  void chosenEventsArriveSignedAndAreLogged() {
    JsonNode made = make(url());
    String secret = made.path("secret").asString();
    posting(dealership, "CANCELLED", Map.of());
    posting(dealership, "POSTED", Map.of());
    posting(UUID.randomUUID(), "FAILED", Map.of());
    posting(dealership, "FAILED", Map.of("error", "Ünder „quotes“"));

    List<LoggedRequest> requests = awaitReceived(2);
    assertThat(requests).hasSize(2).allMatch(request -> signedBy(secret, request));
    JsonNode delivery =
        awaitNewest(id(made), one -> one.path("state").asString().equals("DELIVERED"));
    JsonNode body = JSON.readTree(delivery.path("body").asString());
    assertThat(body.path("type").asString()).isEqualTo("posting.failed");
    assertThat(body.path("seq").asInt()).isEqualTo(3);
    assertThat(Instant.parse(body.path("timestamp").asString())).isBefore(Instant.now());
    assertThat(body.at("/data/error").asString()).isEqualTo("Ünder „quotes“");
    assertThat(requests)
        .anyMatch(request ->
            request.getHeader("webhook-id").equals(delivery.path("id").asString())
                && JSON.readTree(request.getBodyAsString()).equals(body));
    assertThat(delivery.path("answer").asString()).isEqualTo("thanks");
    assertThat(delivery.path("status").asInt()).isEqualTo(200);
    String stored = rows("select secret from webhook where id = '" + id(made) + "'").getFirst();
    assertThat(stored).doesNotContain(secret);
    assertThat(get(gm, "/v1/webhooks", 200).toString()).doesNotContain("whsec_");
  }

  @Test
  void whatIsNotTakenIsTriedAgainWithTheSameIdAndLogged() {
    RECEIVER.stubFor(any(urlEqualTo(path)).willReturn(status(500).withBody("x".repeat(5_000))));
    String hook = id(make(url()));
    posting(dealership, "FAILED", Map.of());
    JsonNode failed = awaitNewest(hook, one -> one.path("status").asInt() == 500);
    assertThat(failed.path("state").asString()).isEqualTo("PENDING");
    assertThat(failed.path("error").asString()).isEqualTo("The receiver answered 500");
    assertThat(failed.path("answer").asString()).hasSize(1_024);
    assertThat(get(gm, "/v1/webhooks", 200).at("/data/0/failingSince").isNull()).isFalse();

    RECEIVER.stubFor(any(urlEqualTo(path)).willReturn(ok()));
    due(hook);

    JsonNode taken = awaitNewest(hook, one -> one.path("state").asString().equals("DELIVERED"));
    assertThat(taken.path("tries").asInt()).isGreaterThan(1);
    assertThat(received().stream().map(request -> request.getHeader("webhook-id")).distinct())
        .containsExactly(failed.path("id").asString());
    assertThat(get(gm, "/v1/webhooks", 200).at("/data/0/failingSince").isNull()).isTrue();
  }

  @Test
  void theLastTryFailsForGoodAndAPersonMaySendItAgain() {
    RECEIVER.stubFor(any(urlEqualTo(path)).willReturn(temporaryRedirect("/elsewhere")));
    String hook = id(make(url()));
    posting(dealership, "FAILED", Map.of());
    awaitNewest(hook, one -> one.path("tries").asInt() > 0 && !one.path("status").isNull());
    rows("update webhook_delivery set tries = 9 where webhook_id = '%s'".formatted(hook));
    due(hook);
    JsonNode failed = awaitNewest(hook, one -> one.path("state").asString().equals("FAILED"));
    assertThat(failed.path("nextTryAt").isNull()).isTrue();
    assertThat(failed.path("status").asInt()).isEqualTo(302);
    assertThat(RECEIVER.findAll(postRequestedFor(urlEqualTo("/elsewhere")))).isEmpty();

    RECEIVER.stubFor(any(urlEqualTo(path)).willReturn(ok()));
    String again = "/v1/webhooks/" + hook + "/deliveries/" + failed.path("id").asString();
    post(gm, again + "/resend", null, 202);

    awaitNewest(hook, one -> one.path("state").asString().equals("DELIVERED"));
    String nobody = "/v1/webhooks/" + hook + "/deliveries/" + UUID.randomUUID() + "/resend";
    post(gm, nobody, null, 404);
  }

  @Test
  void aWebHookThatFailsForDaysIsDisabledWithANotice() {
    UUID leader = person(UUID.randomUUID(), dealership, Role.GM, true);
    awaitPeople(dealership, 1);
    RECEIVER.stubFor(any(urlEqualTo(path)).willReturn(status(503)));
    String hook = id(make(url()));
    rows(
        "update webhook set failing_since = now() - interval '6 days' where id = '%s'"
            .formatted(hook));
    posting(dealership, "CANCELLED", Map.of());

    awaitNewest(hook, one -> one.path("state").asString().equals("FAILED"));
    JsonNode disabled = get(gm, "/v1/webhooks", 200).at("/data/0");
    assertThat(disabled.path("active").asBoolean()).isFalse();
    assertThat(disabled.path("disabledReason").asString()).startsWith("Nothing was delivered");
    assertThat(
            get(token(leader, dealership, Role.GM), "/v1/notices", 200)
                .at("/data/0/kind")
                .asString())
        .isEqualTo("WEBHOOK_DISABLED");
    post(gm, "/v1/webhooks/" + hook + "/test", null, 409);

    RECEIVER.stubFor(any(urlEqualTo(path)).willReturn(ok()));
    call(HttpMethod.PATCH, gm, "/v1/webhooks/" + hook, Map.of("active", true), 200);
    post(gm, "/v1/webhooks/" + hook + "/test", null, 202);
    JsonNode test = awaitNewest(hook, one -> one.path("state").asString().equals("DELIVERED"));
    assertThat(test.path("event").asString()).isEqualTo("webhook.test");
  }

  @Test
  void aReceiverThatIsGoneIsNotCalledAgain() {
    RECEIVER.stubFor(any(urlEqualTo(path)).willReturn(status(410)));
    String hook = id(make(url()));
    post(gm, "/v1/webhooks/" + hook + "/test", null, 202);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !get(gm, "/v1/webhooks", 200).at("/data/0/active").asBoolean());
    assertThat(received()).hasSize(1);
  }

  @Test
  void oneSlowReceiverDelaysNoOther() {
    String slow = "/" + UUID.randomUUID();
    RECEIVER.stubFor(any(urlEqualTo(slow)).willReturn(aResponse().withFixedDelay(60_000)));
    String hanging = id(make("http://127.0.0.1:" + RECEIVER.port() + slow));
    make(url());
    for (int i = 0; i < 20; i++) {
      posting(dealership, "CANCELLED", Map.of());
    }

    awaitReceived(20);
    List<String> running =
        rows(
            "select id from webhook_delivery where tries > 0 and webhook_id = '%s'"
                .formatted(hanging));
    assertThat(running).hasSizeBetween(1, 8);
    assertThat(newest(hanging).path("state").asString()).isEqualTo("PENDING");
  }

  @Test
  void bothSecretsSignForADayAfterAChange() {
    JsonNode made = make(url());
    JsonNode changed = post(gm, "/v1/webhooks/" + id(made) + "/secret", null, 200);
    assertThat(changed.at("/webhook/oldSecretUntil").isNull()).isFalse();
    post(gm, "/v1/webhooks/" + id(made) + "/test", null, 202);
    LoggedRequest both = awaitReceived(1).getFirst();
    assertThat(signedBy(made.path("secret").asString(), both)).isTrue();
    assertThat(signedBy(changed.path("secret").asString(), both)).isTrue();

    rows("update webhook set old_secret_until = now() where id = '%s'".formatted(id(made)));
    RECEIVER.resetRequests();
    post(gm, "/v1/webhooks/" + id(made) + "/test", null, 202);
    LoggedRequest one = awaitReceived(1).getFirst();
    assertThat(signedBy(made.path("secret").asString(), one)).isFalse();
    assertThat(signedBy(changed.path("secret").asString(), one)).isTrue();
  }

  @Test
  void anAddressInAPrivateNetworkIsNotCalled() {
    String hook = id(make("http://127.0.0.2:" + RECEIVER.port() + path));
    post(gm, "/v1/webhooks/" + hook + "/test", null, 202);

    JsonNode refused = awaitNewest(hook, one -> !one.path("error").isNull());
    assertThat(refused.path("error").asString())
        .isEqualTo("The address leads into a network that is not public");
    assertThat(received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example/",
        "https://user:word@a.example/",
        "/hook",
        "https:///hook",
        "https://a b/"
      })
  void anAddressMustBeOneOfTheWeb(String url) {
    post(gm, "/v1/webhooks", Map.of("url", url, "events", List.of("posting.failed")), 400);
  }

  @Test
  void onlyTheGeneralManagerOfTheDealershipSeesThem() {
    JsonNode made = make(url());
    String one = "/v1/webhooks/" + id(made);
    String manager = token(UUID.randomUUID(), dealership, Role.SALES_MANAGER);
    String stranger = token(UUID.randomUUID(), UUID.randomUUID(), Role.GM);

    get(manager, "/v1/webhooks", 403);
    get(manager, one + "/deliveries", 403);
    assertThat(get(stranger, "/v1/webhooks", 200).path("data")).isEmpty();
    get(stranger, one + "/deliveries", 404);
    post(stranger, one + "/test", null, 404);
    call(HttpMethod.DELETE, stranger, one, null, 404);
    call(HttpMethod.PATCH, gm, one, Map.of("events", List.of("next.year")), 400);
    JsonNode changed =
        call(HttpMethod.PATCH, gm, one, Map.of("events", List.of("vehicle.updated")), 200);
    assertThat(changed.path("events")).hasSize(1);
    call(HttpMethod.DELETE, gm, one, null, 204);
    get(gm, one + "/deliveries", 404);
  }
}
