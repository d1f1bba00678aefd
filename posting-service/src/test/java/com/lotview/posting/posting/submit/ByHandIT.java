package com.lotview.posting.posting.submit;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.lotview.contracts.Role;
import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.TestIssuer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * A person fills the form by the fleet's plan and publishes; LotView counts and keeps the posting.
 */
@Tag("servers")
class ByHandIT extends ServiceUnderTest {
  private static final Map<String, Object> AUTOMATIC =
      Map.of(
          "meaning",
          Map.of(
              "gearbox", reading("AUTOMATIC", "transmission", "Automatic"),
              "body", reading("SEDAN", "bodyStyle", "Sedan"),
              "title", reading("CLEAN", "title", "Clean")));

  private static Map<String, Object> reading(String value, String column, String cell) {
    return Map.of("value", value, "column", column, "cell", cell);
  }

  @BeforeEach
  void textsAreWritten() {
    OTHERS.stubFor(
        WireMock.post("/internal/listings")
            .willReturn(
                okJson(
                    """
                    {"title":"2021 Toyota Camry","description":"A good car here. Call us.",
                     "suggestedPrice":1,"writer":"built-in","model":"m","rejected":[]}
                    """)));
  }

  @Test
  void whatThePersonPublishesIsPostedAndLivesOnLikeAnyOther() {
    UUID account = account();
    UUID vehicle = vehicle(AUTOMATIC);
    UUID posting = begun(vehicle, account);
    assertThat(story(posting).get("status").asString()).isEqualTo("POSTING");
    assertThat(story(posting).get("byHand").asBoolean()).isTrue();

    JsonNode plan =
        body(
            as(Role.SALESPERSON)
                .get()
                .uri("/v1/postings/" + posting + "/form-plan")
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(field(plan, "description").at("/values/0").asString())
        .contains("(Ref " + plan.get("marker").asString() + ")");
    assertThat(field(plan, "price").at("/values/0").asString()).isEqualTo("24999");
    JsonNode spanish =
        plan.get("languages")
            .valueStream()
            .filter(one -> one.get("language").asString().equals("es"))
            .findFirst()
            .orElseThrow();
    assertThat(spanish.at("/fields/bodyStyle/accepted/0").asString()).isEqualTo("Sedán");
    assertThat(spanish.at("/fields/bodyStyle/labels/0").asString()).isEqualTo("Tipo de carrocería");
    assertThat(plan.at("/photos/0/address").asString())
        .startsWith("/v1/vehicles/" + vehicle + "/images/");

    listed(posting, "901").expectStatus().isOk();
    listed(posting, "901").expectStatus().isOk();
    JsonNode posted = story(posting);
    assertThat(posted.get("status").asString()).isEqualTo("POSTED");
    assertThat(posted.get("fbListingId").asString()).isEqualTo("901");
    assertThat(posted.findValuesAsString("message")).containsOnlyOnce("Posted by hand");
    as(Role.GM)
        .delete()
        .uri("/v1/postings/" + posting)
        .exchange()
        .expectStatus()
        .isAccepted()
        .expectBody()
        .jsonPath("$.removal.how")
        .isEqualTo("DELETE");
  }

  @Test
  void aVehicleHasOnePosting_byHandOrByTheFleet() {
    UUID account = account();
    UUID vehicle = vehicle(AUTOMATIC);
    UUID fleets = posting(account, vehicle);
    refused(begin(vehicle, account), 409, "POSTING_ALREADY_ACTIVE")
        .jsonPath("$.postingId")
        .isEqualTo(fleets.toString());
    UUID other = vehicle(AUTOMATIC);
    UUID byHand = begun(other, account);
    order(Map.of("vehicleId", other, "fbAccountId", account))
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.postingId")
        .isEqualTo(byHand.toString());
    refused(begin(other, account), 409, "POSTING_ALREADY_ACTIVE");
  }

  @Test
  void theFifthPostOfAnHourIsTheLast_andOneThatWasNotPublishedDoesNotCount() {
    UUID account = account();
    UUID first = begun(vehicle(AUTOMATIC), account);
    for (int i = 0; i < 4; i++) {
      listed(begun(vehicle(AUTOMATIC), account), "20" + i).expectStatus().isOk();
    }
    UUID vehicle = vehicle(AUTOMATIC);
    refused(begin(vehicle, account), 429, "FB_RATE_LIMITED").jsonPath("$.until").exists();
    as(Role.SALESPERSON)
        .post()
        .uri("/v1/postings/" + first + "/cancel")
        .exchange()
        .expectStatus()
        .isOk();
    begun(vehicle, account);
  }

  @Test
  void withoutAReportInTimeAPersonLooks_andALateReportStillCounts() {
    UUID account = account();
    UUID posting = begun(vehicle(AUTOMATIC), account);
    time().advance(Duration.ofMinutes(31));
    awaitStatus(posting, "NEEDS_REVIEW");
    assertThat(story(posting).at("/lastError/code").asString()).isEqualTo("NOT_REPORTED");
    listed(posting, "902").expectStatus().isOk();
    assertThat(story(posting).get("status").asString()).isEqualTo("POSTED");
  }

  @Test
  void aListingThatWasDeniedIsTold() {
    UUID posting = begun(vehicle(AUTOMATIC), account());
    as(Role.SALESPERSON)
        .post()
        .uri("/v1/postings/" + posting + "/cancel")
        .exchange()
        .expectStatus()
        .isOk();
    listed(posting, "903").expectStatus().isOk();
    assertThat(story(posting).get("status").asString()).isEqualTo("CANCELLED");
    assertThat(story(posting).at("/lastError/code").asString()).isEqualTo("LIVE_AFTER_ALL");
  }

  @Test
  void onlyThePersonAndManagersReport_andOnlyAListingOfThisPosting() {
    UUID account = account();
    UUID posting = begun(vehicle(AUTOMATIC), account);
    client(TestIssuer.running().accessToken(Ids.next(), dealership, Role.SALESPERSON))
        .post()
        .uri("/v1/postings/" + posting + "/listed")
        .bodyValue(address("904"))
        .exchange()
        .expectStatus()
        .isForbidden();
    listed(posting, "904").expectStatus().isOk();
    UUID second = begun(vehicle(AUTOMATIC), account);
    listed(second, "904").expectStatus().isBadRequest();
    UUID fleets = withFleet(account);
    refused(listed(fleets, "905"), 409, "POSTING_NOT_BY_HAND");
    as(Role.SALESPERSON)
        .get()
        .uri("/v1/postings/" + fleets + "/form-plan")
        .exchange()
        .expectStatus()
        .isEqualTo(409);
  }

  @Test
  void aVehicleThatTheFormCannotSay_isRefusedByItsField() {
    refused(begin(vehicle(), account()), 422, "VEHICLE_NOT_POSTABLE")
        .jsonPath("$.errors[0].field")
        .isEqualTo("transmission");
  }

  private static JsonNode field(JsonNode plan, String name) {
    return plan.get("fields")
        .valueStream()
        .filter(one -> one.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private UUID begun(UUID vehicle, UUID account) {
    JsonNode answer = body(begin(vehicle, account).expectStatus().isCreated());
    return UUID.fromString(answer.get("id").asString());
  }

  private ResponseSpec begin(UUID vehicle, UUID account) {
    return as(Role.SALESPERSON)
        .post()
        .uri("/v1/postings/by-hand")
        .bodyValue(Map.of("vehicleId", vehicle, "fbAccountId", account))
        .exchange();
  }

  private ResponseSpec listed(UUID posting, String id) {
    return as(Role.SALESPERSON)
        .post()
        .uri("/v1/postings/" + posting + "/listed")
        .bodyValue(address(id))
        .exchange();
  }

  private static Map<String, String> address(String id) {
    return Map.of("listingUrl", "https://www.facebook.com/marketplace/item/" + id + "/?ref=x");
  }

  private static org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec refused(
      ResponseSpec answer, int status, String code) {
    return answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }
}
