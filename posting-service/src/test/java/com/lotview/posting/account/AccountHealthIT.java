package com.lotview.posting.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.posting.LiveListings;
import com.lotview.testkit.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sessions are checked, accounts rest, and a disconnected account leaves nothing behind. */
@Tag("servers")
class AccountHealthIT extends LiveListings {

  @Test
  void aCheckIsAskedForOnceAndItsResultIsShown() {
    UUID account = account();
    as(Role.SALESPERSON)
        .post()
        .uri("/v1/fb-accounts/" + account + "/validate")
        .exchange()
        .expectStatus()
        .isForbidden();
    JsonNode asked = validate(account);
    assertThat(asked.get("state").asString()).isEqualTo("CHECKING");
    JsonNode job = check(asked.get("checkId").asString());
    assertThat(validate(account).get("checkId")).isEqualTo(asked.get("checkId"));
    assertThat(job.get("jobId").asString())
        .isEqualTo("check:" + asked.get("checkId").asString() + ":1");
    assertThat(job.has("postingId")).isFalse();
    Instant before = clock.instant();
    ended(job, "VALID", Map.of());

    awaitCheck(account, "VALID");
    JsonNode view = accountView(account);
    assertThat(view.get("state").asString()).isEqualTo("VALID");
    assertThat(view.get("waitingJobs").asInt()).isZero();
    assertThat(Instant.parse(view.get("lastCheckedAt").asString())).isAfterOrEqualTo(before);
    EAR.await(EventTypes.ACCOUNT_SESSION, about(account).and(reached("VALID")));
    assertThat(EAR.count(EventTypes.ACCOUNT_SESSION, about(account).and(reached("CHECKING"))))
        .isEqualTo(1);
  }

  @Test
  void aLostSessionIsToldOnceAndACheckCanBringItBack() {
    UUID account = account();
    Live waiting = ordered(account, Map.of());
    ended(check(validate(account)), "NEEDS_LOGIN", Map.of("reason", "Checkpoint"));
    EAR.await(EventTypes.ACCOUNT_SESSION, about(account).and(reached("NEEDS_LOGIN")));
    written(waiting.posting());
    awaitStatus(waiting.posting(), "READY");
    assertThat(accountView(account).get("waitingJobs").asInt()).isEqualTo(1);

    // Still lost, and not reported again.
    ended(check(validate(account)), "NEEDS_LOGIN", Map.of("reason", "Checkpoint"));
    awaitCheck(account, "NEEDS_LOGIN");
    // The owner has solved it in a browser of their own.
    ended(check(validate(account)), "VALID", Map.of());

    requested(waiting.posting(), 1);
    assertThat(accountView(account).get("state").asString()).isEqualTo("VALID");
    assertThat(EAR.count(EventTypes.ACCOUNT_SESSION, about(account).and(reached("NEEDS_LOGIN"))))
        .isEqualTo(1);
    EAR.await(
        EventTypes.ACCOUNT_SESSION,
        about(account)
            .and(reached("VALID"))
            .and(event -> at(event).isAfter(clock.instant().minusSeconds(5))));
  }

  @Test
  void aSessionIsLookedAtByItselfAfterSixHours() {
    UUID account = account();
    time().advance(Duration.ofHours(5));
    assertThat(accountView(account).has("check")).isFalse();
    time().advance(Duration.ofHours(3));
    JsonNode job =
        EAR.await(
                EventTypes.POSTING_REQUESTED,
                about(account).and(event -> event.get("kind").asString().equals("VALIDATE")))
            .body();
    ended(job, "FAILED", Map.of("retryable", true, "reason", "The browser died"));
    awaitCheck(account, "FAILED");
    assertThat(accountView(account).get("state").asString()).isEqualTo("CHECKING");
  }

  @Test
  void aLimitNoticeLetsTheAccountRestForADay() {
    UUID account = account();
    Live live = ordered(account, Map.of());
    written(live.posting());
    requested(live.posting(), 1);
    ended(
        live.posting(), account, 1, "FAILED", Map.of("code", "FB_RATE_LIMITED", "reason", "Limit"));

    JsonNode told =
        EAR.await(EventTypes.ACCOUNT_SESSION, about(account).and(reached("RESTING"))).body();
    Instant until = Instant.parse(told.get("until").asString());
    assertThat(until)
        .isBetween(
            clock.instant().plus(Duration.ofHours(23)), clock.instant().plus(Duration.ofHours(24)));
    JsonNode view = accountView(account);
    assertThat(view.get("state").asString()).isEqualTo("RESTING");
    assertThat(view.get("sessionValid").asBoolean()).isTrue();
    assertThat(Instant.parse(view.get("restingUntil").asString()))
        .isBetween(until.minusMillis(1), until.plusMillis(1));
    time().advance(Duration.ofHours(25));
    assertThat(accountView(account).get("state").asString()).isEqualTo("CHECKING");
  }

  @Test
  void aDisconnectedAccountKeepsNothingButItsListingsAndComesBackWithThem() {
    String owner = newUser();
    UUID account = account(owner);
    Live live = listing(account);
    Live busy = ordered(account, Map.of());
    written(busy.posting());
    requested(busy.posting(), 1);
    begin(busy.posting(), account, 1);
    Live waiting = ordered(account, Map.of());
    written(waiting.posting());
    awaitStatus(waiting.posting(), "READY");
    vehicleIs(live.vehicle(), "SOLD", PRICE);
    awaitChange(live.posting(), "REMOVE", "WAITING");
    String path = "/v1/fb-accounts/" + account;
    as(Role.SALES_MANAGER).delete().uri(path).exchange().expectStatus().isForbidden();

    as(Role.GM)
        .delete()
        .uri(path)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.liveListings")
        .isEqualTo(1)
        .jsonPath("$.state")
        .isEqualTo("DISCONNECTED");

    awaitStatus(waiting.posting(), "CANCELLED");
    awaitChange(live.posting(), "REMOVE", "CANCELLED");
    EAR.await(EventTypes.ACCOUNT_SESSION, about(account).and(reached("DISCONNECTED")));
    as(Role.GM).get().uri(path).exchange().expectStatus().isNotFound();
    as(Role.GM).delete().uri(path).exchange().expectStatus().isNotFound();
    client(TestIssuer.running().serviceToken("posting"))
        .get()
        .uri("/internal/fb-accounts/" + account + "/session")
        .header("X-Dealership-Id", dealership.toString())
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("FB_ACCOUNT_NOT_FOUND");
    order(Map.of("vehicleId", vehicle(), "fbAccountId", account)).expectStatus().isNotFound();
    // What a worker had is let end, and counts.
    ended(busy.posting(), account, 1, "POSTED", Map.of("fbListingId", "1"));
    awaitStatus(busy.posting(), "POSTED");

    assertThat(account(owner)).isEqualTo(account);
    // The vehicle is sold still, and now its listing can be removed.
    vehicleIs(live.vehicle(), "SOLD", PRICE);
    requested("REMOVE", live.posting(), 1);
  }

  private JsonNode validate(UUID account) {
    return body(
        as(Role.SALES_MANAGER)
            .post()
            .uri("/v1/fb-accounts/" + account + "/validate")
            .exchange()
            .expectStatus()
            .isAccepted());
  }

  private JsonNode check(JsonNode asked) {
    return check(asked.get("checkId").asString());
  }

  private static JsonNode check(String id) {
    return EAR.await(
            EventTypes.POSTING_REQUESTED,
            event -> event.has("taskId") && event.get("taskId").asString().equals(id))
        .body();
  }

  private void awaitCheck(UUID account, String state) {
    Awaitility.await(state)
        .atMost(Duration.ofSeconds(60))
        .until(() -> accountView(account).at("/check/state").asString(""), state::equals);
  }

  private static Predicate<JsonNode> about(UUID account) {
    return event -> event.get("fbAccountId").asString().equals(account.toString());
  }

  private static Predicate<JsonNode> reached(String state) {
    return event -> event.get("state").asString().equals(state);
  }

  private static Instant at(JsonNode event) {
    return Instant.parse(event.get("at").asString());
  }
}
