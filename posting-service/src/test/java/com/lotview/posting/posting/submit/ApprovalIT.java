package com.lotview.posting.posting.submit;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.posting.ServiceUnderTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A dealership whose salespeople's postings need a manager's approval. */
@Tag("servers")
class ApprovalIT extends ServiceUnderTest {

  @BeforeEach
  void approvalIsRequired() {
    OTHERS.stubFor(
        get("/internal/dealerships/" + dealership)
            .atPriority(1)
            .willReturn(
                okJson(
                    """
                    {"id":"%s","name":"Smith Auto","city":"Denver","state":"CO",
                     "timezone":"America/Denver","approvalRequired":true}
                    """
                        .formatted(dealership))));
  }

  @Test
  void aPostingWaitsForTheYes_andGoesOnAsOrdered() {
    UUID account = account();
    UUID vehicle = vehicle();
    JsonNode accepted = body(order(Map.of("vehicleId", vehicle)).expectStatus().isAccepted());
    UUID posting = UUID.fromString(accepted.get("id").asString());
    assertThat(accepted.get("status").asString()).isEqualTo("AWAITING_APPROVAL");
    EAR.await(EventTypes.POSTING_STATE, state(posting, "AWAITING_APPROVAL"));
    assertThat(EAR.count(EventTypes.LISTING_REQUESTED, of(posting))).isZero();
    assertThat(
            body(as(Role.GM)
                    .get()
                    .uri("/v1/postings?status=AWAITING_APPROVAL")
                    .exchange()
                    .expectStatus()
                    .isOk())
                .at("/data/0/id")
                .asString())
        .isEqualTo(posting.toString());
    code(order(Map.of("vehicleId", vehicle)), 409, "POSTING_ALREADY_ACTIVE");
    as(Role.SALESPERSON)
        .patch()
        .uri("/v1/postings/" + posting)
        .bodyValue(Map.of("price", 2000000))
        .exchange()
        .expectStatus()
        .isOk();

    act(Role.SALESPERSON, posting, "approve", Map.of()).expectStatus().isForbidden();
    act(Role.SALES_MANAGER, posting, "approve", Map.of()).expectStatus().isOk();
    EAR.await(EventTypes.LISTING_REQUESTED, of(posting));
    code(
        as(Role.SALESPERSON)
            .patch()
            .uri("/v1/postings/" + posting)
            .bodyValue(Map.of("price", 100))
            .exchange(),
        409,
        "POSTING_NOT_CHANGEABLE");
    code(act(Role.GM, posting, "approve", Map.of()), 409, "POSTING_NOT_AWAITING_APPROVAL");
    written(posting);
    assertThat(requested(posting, 1).at("/listing/priceCents").asLong()).isEqualTo(2000000);
    assertThat(story(posting).get("timeline").toString()).contains("A manager approved it");
    begin(posting, account, 1);
    awaitStatus(posting, "POSTING");
  }

  @Test
  void aNoCancelsWithItsReason_andFreesTheVehicle() {
    account();
    UUID vehicle = vehicle();
    JsonNode accepted = body(order(Map.of("vehicleId", vehicle)).expectStatus().isAccepted());
    UUID posting = UUID.fromString(accepted.get("id").asString());
    code(act(Role.GM, posting, "decline", Map.of("reason", " ")), 400, "VALIDATION_ERROR");
    act(Role.GM, posting, "decline", Map.of("reason", "The price is too low"))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("CANCELLED")
        .jsonPath("$.lastError.message")
        .isEqualTo("A manager declined it: The price is too low");
    EAR.await(EventTypes.POSTING_STATE, state(posting, "CANCELLED"));
    assertThat(story(posting).get("timeline").toString()).contains("The price is too low");
    order(Map.of("vehicleId", vehicle)).expectStatus().isAccepted();
  }

  @Test
  void aTextThatCameWithTheOrderIsKeptForTheYes() {
    UUID account = account();
    OTHERS.stubFor(
        post("/internal/listings/checks")
            .withRequestBody(containing("My words"))
            .willReturn(okJson("{\"problems\":[]}")));
    JsonNode accepted =
        body(
            order(
                    Map.of(
                        "vehicleId",
                        vehicle(),
                        "fbAccountId",
                        account,
                        "title",
                        "My title",
                        "description",
                        "My words"))
                .expectStatus()
                .isAccepted());
    UUID posting = UUID.fromString(accepted.get("id").asString());
    assertThat(story(posting).get("title").asString()).isEqualTo("My title");
    act(Role.GM, posting, "approve", Map.of()).expectStatus().isOk();
    assertThat(requested(posting, 1).at("/listing/title").asString()).isEqualTo("My title");
  }

  @Test
  void aManagersOwnPostingNeedsNoYes() {
    account();
    for (Role role : List.of(Role.GM, Role.SALES_MANAGER)) {
      as(role)
          .post()
          .uri("/v1/postings")
          .bodyValue(Map.of("vehicleId", vehicle()))
          .exchange()
          .expectStatus()
          .isAccepted()
          .expectBody()
          .jsonPath("$.status")
          .isEqualTo("QUEUED");
    }
  }

  private static void code(ResponseSpec answer, int status, String code) {
    answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }
}
