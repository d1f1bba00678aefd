package com.lotview.posting.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.posting.dispatch.ExpectedStarts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Tag("servers")
class PostingIT extends ServiceUnderTest {
  @Autowired ExpectedStarts expected;
  @Autowired TenantTransactions transactions;

  @Test
  void anOrderBecomesAListing() {
    UUID account = account();
    UUID vehicle = vehicle();
    Map<String, Object> order = new HashMap<>();
    order.put("vehicleId", vehicle);
    order.put("fbAccountId", null);
    order.put("scheduledFor", null);
    order.put("priceOverride", 2399900);
    order.put("locationOverride", "Boulder, co");
    JsonNode accepted = body(order(order).expectStatus().isAccepted());
    UUID posting = UUID.fromString(accepted.get("id").asString());
    assertThat(accepted.get("status").asString()).isEqualTo("QUEUED");
    assertThat(accepted.get("jobId").asString()).isEqualTo("posting:" + posting + ":1");
    assertThat(accepted.get("vehicle").get("model").asString()).isEqualTo("Camry");

    EAR.await(EventTypes.POSTING_STATE, state(posting, "QUEUED"));
    EAR.await(EventTypes.POSTING_STATE, state(posting, "GENERATING"));
    EAR.await(EventTypes.AUDIT_RECORDED, e -> e.get("subject").asString().endsWith("" + posting));
    JsonNode wanted = EAR.await(EventTypes.LISTING_REQUESTED, of(posting)).body();
    assertThat(wanted.get("maxDescriptionLength").asInt()).isEqualTo(985);
    assertThat(wanted.get("dealership").get("name").asString()).isEqualTo("Smith Auto");

    written(posting);
    EAR.await(EventTypes.POSTING_STATE, state(posting, "READY"));
    JsonNode job = requested(posting, 1);
    begin(posting, account, 1);
    String marker = job.get("marker").asString();
    assertThat(marker).matches("LV-[A-HJ-NP-Z2-9]{5}");
    assertThat(job.get("listing").get("description").asString())
        .isEqualTo("A good car. (Ref " + marker + ") Call us.");
    assertThat(job.get("listing").get("priceCents").asLong()).isEqualTo(2399900);
    assertThat(job.get("listing").get("location").toString())
        .isEqualTo("{\"city\":\"Boulder\",\"state\":\"CO\"}");

    UUID step = Ids.next();
    Map<String, Object> progress =
        Map.of(
            "jobId",
            "x",
            "postingId",
            posting,
            "dealershipId",
            dealership,
            "fbAccountId",
            account,
            "vehicleId",
            vehicle,
            "attempt",
            1,
            "step",
            4,
            "total",
            7,
            "message",
            "Filling vehicle details 4/7");
    for (int twice = 0; twice < 2; twice++) {
      EAR.send(
          Topics.POSTING_PROGRESS, EventTypes.POSTING_STEP, account.toString(), step, progress);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(posting).get("timeline").toString().contains("Filling"));
    ended(
        posting,
        account,
        1,
        "POSTED",
        Map.of(
            "fbListingId", "1234567890123456",
            "fbListingUrl", "https://www.example.com/marketplace/item/1234567890123456",
            "evidence",
                List.of(
                    Map.of(
                        "kind",
                        "form",
                        "key",
                        "evidence/" + dealership + "/" + posting + "/1-form.png",
                        "takenAt",
                        Instant.now()))));
    awaitStatus(posting, "POSTED");
    EAR.await(EventTypes.POSTING_STATE, state(posting, "POSTED"));

    JsonNode story = story(posting);
    assertThat(story.get("fbListingId").asString()).isEqualTo("1234567890123456");
    assertThat(story.get("writer").asString()).isEqualTo("built-in");
    assertThat(story.get("location").asString()).isEqualTo("Boulder, CO");
    assertThat(story.get("evidence").get(0).get("url").asString()).contains("X-Amz-Signature");
    assertThat(timeline(story, "STATE"))
        .containsExactly("QUEUED", "GENERATING", "READY", "POSTING", "POSTED");
    assertThat(timeline(story, "STEP")).hasSize(1);
  }

  @Test
  void aRepeatUnderTheSameKeyGetsTheSameAnswer() {
    account();
    UUID vehicle = vehicle();
    String key = "click-1";
    JsonNode first = body(keyed(vehicle, key).expectStatus().isAccepted());
    assertThat(body(keyed(vehicle, key).expectStatus().isAccepted())).isEqualTo(first);
    OTHERS.stubFor(
        com.github.tomakehurst.wiremock.client.WireMock.get("/internal/vehicles/" + vehicle)
            .willReturn(
                com.github.tomakehurst.wiremock.client.WireMock.aResponse().withStatus(500)));
    assertThat(body(keyed(vehicle, key).expectStatus().isAccepted())).isEqualTo(first);
    keyed(vehicle(), key)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec keyed(
      UUID vehicle, String key) {
    return as(Role.SALESPERSON)
        .post()
        .uri("/v1/postings")
        .header("Idempotency-Key", key)
        .bodyValue(Map.of("vehicleId", vehicle))
        .exchange();
  }

  @Test
  void refusesWhatCannotBePostedAndSaysWhy() {
    Map<String, Object> nothing = Map.of("photos", List.of(), "status", "SOLD");
    UUID bare = vehicle(nothing);
    order(Map.of("vehicleId", bare))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("VEHICLE_NOT_POSTABLE")
        .jsonPath("$.errors[*].field")
        .value(fields -> assertThat(fields.toString()).isEqualTo("[\"status\",\"photos\"]"));
    order(Map.of("vehicleId", vehicle()))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("fbAccountId");
    order(Map.of("vehicleId", Ids.next()))
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("VEHICLE_NOT_FOUND");
    order(Map.of("vehicleId", vehicle(), "colour", "red"))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("colour");
    order(Map.of("vehicleId", vehicle(), "locationOverride", "Denver"))
        .expectStatus()
        .isBadRequest();
    order(Map.of("vehicleId", vehicle(), "scheduledFor", "2020-01-01T00:00:00Z"))
        .expectStatus()
        .isBadRequest();
    order(Map.of("vehicleId", vehicle(), "scheduledFor", clock.instant().plus(Duration.ofDays(91))))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("scheduledFor: is more than 90 days ahead");
  }

  @Test
  void anotherDealershipSeesNothing() {
    UUID posting = posting(account());
    var stranger = asUser(Role.GM, Ids.next());
    stranger.get().uri("/v1/postings/" + posting).exchange().expectStatus().isNotFound();
    stranger
        .post()
        .uri("/v1/postings/" + posting + "/cancel")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("POSTING_NOT_FOUND");
    stranger
        .get()
        .uri("/v1/postings")
        .exchange()
        .expectBody()
        .jsonPath("$.pagination.total")
        .isEqualTo(0);
  }

  @Test
  void aCancelledPostingIsNeverSent() {
    UUID account = account();
    UUID posting = posting(account);
    as(Role.SALESPERSON)
        .post()
        .uri("/v1/postings/" + posting + "/cancel")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("CANCELLED");
    written(posting);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(posting).get("timeline").toString().contains("too late"));
    assertThat(EAR.count(EventTypes.POSTING_REQUESTED, of(posting))).isZero();
    assertThat(story(posting).get("status").asString()).isEqualTo("CANCELLED");
  }

  @Test
  void aLostLoginHoldsTheAccountUntilItsOwnerIsBack() {
    String owner = newUser();
    UUID account = account(owner);
    UUID first = posting(account);
    UUID second = posting(account);
    written(first);
    requested(first, 1);
    written(second);
    awaitStatus(second, "READY");
    ended(first, account, 1, "NEEDS_LOGIN", Map.of("code", "LOGIN", "reason", "Login page shown"));
    EAR.await(
        EventTypes.ACCOUNT_SESSION,
        e ->
            e.get("fbAccountId").asString().equals(account.toString())
                && e.get("state").asString().equals("NEEDS_LOGIN"));
    awaitStatus(first, "NEEDS_LOGIN");
    assertThat(story(second).get("status").asString()).isEqualTo("READY");
    order(Map.of("vehicleId", vehicle(), "fbAccountId", account))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("FB_SESSION_INVALID");

    as(Role.GM)
        .post()
        .uri("/v1/fb-accounts")
        .bodyValue(session(owner))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("CHECKING");
    requested(second, 1);
    ended(second, account, 1, "POSTED", Map.of("fbListingId", "1"));
    requested(first, 2);
  }

  @Test
  void aCurableFailureIsTriedAgainAndALateAnswerChangesNothing() {
    UUID account = account();
    UUID posting = posting(account);
    written(posting);
    requested(posting, 1);
    Map<String, Object> curable =
        Map.of("retryable", true, "code", "NETWORK", "reason", "The page did not load");
    ended(posting, account, 1, "FAILED", curable);
    JsonNode failed =
        EAR.await(
                EventTypes.POSTING_STATE,
                state(posting, "FAILED").and(e -> e.get("willRetry").asBoolean()))
            .body();
    assertThat(Instant.parse(failed.get("scheduledFor").asString())).isAfter(clock.instant());
    time().advance(Duration.ofMinutes(2));
    requested(posting, 2);
    begin(posting, account, 2);
    ended(posting, account, 1, "POSTED", Map.of("fbListingId", "1"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(posting).get("timeline").toString().contains("not the current one"));
    assertThat(story(posting).get("status").asString()).isEqualTo("POSTING");
    ended(
        posting,
        account,
        2,
        "FAILED",
        Map.of("code", "FIELD", "reason", "No such option", "field", "bodyStyle"));
    awaitStatus(posting, "FAILED");
    assertThat(story(posting).get("lastError").toString())
        .isEqualTo("{\"code\":\"FIELD\",\"message\":\"No such option\",\"field\":\"bodyStyle\"}");
  }

  @Test
  void theSixthPostingOfAnHourWaitsForItsTurn() {
    UUID account = account();
    for (int i = 0; i < 5; i++) {
      UUID posting = posting(account);
      written(posting);
      requested(posting, 1);
      ended(posting, account, 1, "POSTED", Map.of("fbListingId", "" + i));
      awaitStatus(posting, "POSTED");
    }
    UUID sixth = posting(account);
    UUID seventh = posting(account);
    written(sixth);
    awaitStatus(sixth, "READY");
    written(seventh);
    awaitStatus(seventh, "READY");
    List<Instant> starts = expectedStarts(sixth, seventh);
    assertThat(starts.getFirst())
        .isBetween(
            clock.instant().plus(Duration.ofMinutes(58)),
            clock.instant().plus(Duration.ofMinutes(61)));
    assertThat(starts.getLast()).isAfter(starts.getFirst());
    assertThat(story(sixth).get("status").asString()).isEqualTo("READY");
    time().advance(Duration.ofMinutes(61));
    requested(sixth, 1);
  }

  private List<Instant> expectedStarts(UUID... postings) {
    Map<UUID, Instant> starts =
        transactions
            .inTenant(dealership, expected.expectedStarts(dealership, List.of(postings)))
            .block(Duration.ofSeconds(20));
    assertThat(starts).containsOnlyKeys(postings);
    return Stream.of(postings).map(starts::get).toList();
  }

  private static List<String> timeline(JsonNode story, String type) {
    List<String> found = new ArrayList<>();
    for (JsonNode entry : story.get("timeline")) {
      if (entry.get("type").asString().equals(type)) {
        found.add(entry.get("status").asString(""));
      }
    }
    return found;
  }
}
