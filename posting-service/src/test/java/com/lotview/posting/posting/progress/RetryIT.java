package com.lotview.posting.posting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.posting.ServiceUnderTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person retries a failed posting, or previews its text. */
@Tag("servers")
class RetryIT extends ServiceUnderTest {

  @Test
  void aFailedPostingIsTriedAgainWithItsTextAndAsAnotherAttempt() {
    UUID account = account();
    UUID posting = failed(account);
    JsonNode answer = body(retry(posting, "again").expectStatus().isAccepted());
    assertThat(answer.get("id").asString()).isEqualTo(posting.toString());
    assertThat(answer.get("status").asString()).isEqualTo("READY");
    requested(posting, 2);
    // Nothing of the first attempt has an effect any more.
    ended(posting, account, 1, "NEEDS_REVIEW", Map.of("reason", "late"));
    ended(posting, account, 2, "POSTED", Map.of("fbListingId", "5"));
    awaitStatus(posting, "POSTED");
    assertThat(EAR.count(EventTypes.LISTING_REQUESTED, of(posting))).isEqualTo(1);
    assertThat(body(retry(posting, "again").expectStatus().isAccepted())).isEqualTo(answer);
    retry(posting, "once more")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("POSTING_NOT_RETRYABLE");
  }

  @Test
  void otherFactsNeedAnotherTextAndTheOrdersPriceStays() {
    UUID account = account();
    UUID vehicle = vehicle();
    Map<String, Object> order = Map.of("vehicleId", vehicle, "priceOverride", 1999900);
    UUID posting = UUID.fromString(body(order(order)).get("id").asString());
    written(posting);
    requested(posting, 1);
    ended(posting, account, 1, "FAILED", Map.of("code", "FIELD", "reason", "Mileage is missing"));
    awaitStatus(posting, "FAILED");

    nowIs(vehicle, Map.of("mileage", 35000));
    assertThat(body(retry(posting, null)).get("status").asString()).isEqualTo("GENERATING");
    JsonNode wanted =
        EAR.await(
                EventTypes.LISTING_REQUESTED,
                of(posting).and(event -> event.get("attempt").asInt() == 2))
            .body();
    assertThat(wanted.at("/vehicle/mileage").asInt()).isEqualTo(35000);
    written(posting, 2);
    JsonNode job = requested(posting, 2);
    assertThat(job.at("/listing/mileage").asInt()).isEqualTo(35000);
    assertThat(job.at("/listing/priceCents").asInt()).isEqualTo(1999900);
  }

  @Test
  void aVehicleThatIsPostedMeanwhileOrGoneIsNotTriedAgain() {
    UUID account = account();
    UUID vehicle = vehicle();
    UUID posting = UUID.fromString(body(order(Map.of("vehicleId", vehicle))).get("id").asString());
    written(posting);
    requested(posting, 1);
    ended(posting, account, 1, "FAILED", Map.of("reason", "No"));
    awaitStatus(posting, "FAILED");
    String other = body(order(Map.of("vehicleId", vehicle))).get("id").asString();
    retry(posting, null)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("POSTING_ALREADY_ACTIVE")
        .jsonPath("$.postingId")
        .isEqualTo(other);
    nowIs(vehicle, Map.of("status", "SOLD"));
    retry(posting, null)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("VEHICLE_NOT_POSTABLE");
  }

  @Test
  void aPreviewIsWrittenForTheVehicleAsItIsAndChangesNothing() {
    UUID posting = posting(account());
    OTHERS.stubFor(
        WireMock.post("/internal/listings")
            .withRequestBody(WireMock.matchingJsonPath("$.vehicle[?(@.model == 'Camry')]"))
            .willReturn(
                WireMock.okJson(
                    """
                    {"title":"2021 Toyota Camry","description":"Fine.","suggestedPrice":1,
                     "writer":"claude","model":"m","rejected":[]}
                    """)));
    JsonNode before = story(posting);
    JsonNode preview =
        body(act(Role.SALESPERSON, posting, "preview", Map.of()).expectStatus().isOk());
    assertThat(preview.toString())
        .isEqualTo(
            "{\"title\":\"2021 Toyota Camry\",\"description\":\"(Ref "
                + before.get("marker").asString()
                + ") Fine.\",\"price\":2499900,\"priceCurrency\":\"USD\",\"location\":\"Denver, CO\",\"photos\":1,"
                + "\"writer\":\"claude\"}");
    assertThat(story(posting)).isEqualTo(before);
    answers(502);
    preview(posting, 502, "AI_GENERATION_FAILED");
    answers(500);
    preview(posting, 503, "SERVICE_UNAVAILABLE");
  }

  private void preview(UUID posting, int status, String code) {
    act(Role.SALESPERSON, posting, "preview", Map.of())
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  private static void answers(int status) {
    OTHERS.stubFor(
        WireMock.post("/internal/listings").willReturn(WireMock.aResponse().withStatus(status)));
  }

  private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec retry(
      UUID posting, String key) {
    var request = as(Role.SALESPERSON).post().uri("/v1/postings/" + posting + "/retry");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.exchange();
  }

  // The same vehicle with other facts.
  private void nowIs(UUID vehicle, Map<String, Object> changes) {
    var stub =
        OTHERS.getStubMappings().stream()
            .filter(one -> ("/internal/vehicles/" + vehicle).equals(one.getRequest().getUrl()))
            .findFirst()
            .orElseThrow();
    @SuppressWarnings("unchecked")
    Map<String, Object> body = JSON.readValue(stub.getResponse().getBody(), Map.class);
    @SuppressWarnings("unchecked")
    Map<String, Object> facts = new HashMap<>((Map<String, Object>) body.get("vehicle"));
    Map<String, Object> changed = new HashMap<>(body);
    changes.forEach((name, value) ->
        (List.of("status", "photos").contains(name) ? changed : facts).put(name, value));
    changed.put("vehicle", facts);
    OTHERS.stubFor(
        WireMock.get("/internal/vehicles/" + vehicle)
            .willReturn(WireMock.okJson(JSON.writeValueAsString(changed))));
  }
}
