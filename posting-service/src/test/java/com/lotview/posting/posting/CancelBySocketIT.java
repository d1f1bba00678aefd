package com.lotview.posting.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Requests of notification-service when a person cancels over a socket. */
@Tag("servers")
class CancelBySocketIT extends ServiceUnderTest {

  @Test
  void aPersonsPostingIsCancelled_withTheirAddressInTheAuditTrail() {
    UUID posting = posting(account());

    for (int time = 1; time <= 2; time++) {
      cancel(posting, dealership, person("postings.read postings.cancel"))
          .expectStatus()
          .isOk()
          .expectBody()
          .jsonPath("$.status")
          .isEqualTo("CANCELLED");
    }

    assertThat(story(posting).get("status").asString()).isEqualTo("CANCELLED");
    var noted =
        EAR.await(
            EventTypes.AUDIT_RECORDED,
            body ->
                body.path("subject").asString("").equals("posting/" + posting)
                    && body.path("action").asString("").equals("posting.cancelled"));
    assertThat(noted.body().get("userId").asString()).isEqualTo(user.toString());
    assertThat(noted.body().get("ip").asString()).isEqualTo("203.0.113.9");
    assertThat(noted.body().get("userAgent").asString()).isEqualTo("Tab");
  }

  @Test
  void whoLacksTheRightOrIsOfAnotherDealershipIsRefused() {
    UUID posting = posting(account());

    refused(cancel(posting, dealership, person("postings.read")), 403, "FORBIDDEN");
    refused(cancel(posting, Ids.next(), person("postings.cancel")), 404, "POSTING_NOT_FOUND");
    refused(cancel(Ids.next(), dealership, person("postings.cancel")), 404, "POSTING_NOT_FOUND");
    refused(cancel(posting, dealership, Map.of()), 400, "VALIDATION_ERROR");
    assertThat(story(posting).get("status").asString()).isNotEqualTo("CANCELLED");
  }

  @Test
  void accessThatWasRevokedSinceTheSocketWasOpenedIsRefused() {
    UUID posting = posting(account());
    UUID revoked = Ids.next();
    EAR.send(
        Topics.ACCESS_REVOKED,
        EventTypes.ACCESS_REVOKED,
        revoked.toString(),
        UUID.randomUUID(),
        Map.of("dealershipId", dealership, "userId", revoked, "version", 5));
    Map<String, Object> before = new HashMap<>(person("postings.cancel"));
    before.put("userId", revoked);
    before.put("accessVersion", 4);

    // The service refuses once it has received the revocation; a separate posting, which no worker
    // has, shows when that is.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> refused(cancel(Ids.next(), dealership, before), 401, "AUTH_TOKEN_EXPIRED"));
    refused(cancel(posting, dealership, before), 401, "AUTH_TOKEN_EXPIRED");
    assertThat(story(posting).get("status").asString()).isNotEqualTo("CANCELLED");
  }

  private Map<String, Object> person(String scope) {
    return Map.of(
        "userId",
        user,
        "accessVersion",
        0,
        "scope",
        scope,
        "address",
        "203.0.113.9",
        "userAgent",
        "Tab");
  }

  private WebTestClient.ResponseSpec cancel(UUID posting, UUID of, Map<String, Object> person) {
    return asService()
        .post()
        .uri("/internal/postings/" + posting + "/cancel")
        .header("X-Dealership-Id", of.toString())
        .bodyValue(person)
        .exchange();
  }

  private static void refused(WebTestClient.ResponseSpec answer, int status, String code) {
    answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }
}
