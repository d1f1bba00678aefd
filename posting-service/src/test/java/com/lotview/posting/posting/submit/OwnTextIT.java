package com.lotview.posting.posting.submit;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.EventProbe;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A text that a person sends with the order. */
@Tag("servers")
class OwnTextIT extends ServiceUnderTest {

  @Test
  void textThatPassesTheChecks_isPostedAsItIs() {
    verdict("passes", "[]");
    UUID account = account();

    JsonNode answer =
        body(
            order(vehicle(), Map.of("title", " 2021 Toyota Camry passes ", "description", "Text."))
                .expectStatus()
                .isAccepted());

    UUID posting = UUID.fromString(answer.get("id").asString());
    EventProbe.Heard requested =
        EAR.await(
            EventTypes.POSTING_REQUESTED,
            event -> event.path("postingId").asString().equals(posting.toString()));
    assertThat(requested.body().at("/listing/title").asString())
        .isEqualTo("2021 Toyota Camry passes");
    assertThat(requested.body().at("/listing/description").asString()).endsWith("Text.");
    assertThat(requested.body().at("/fbAccountId").asString()).isEqualTo(account.toString());
    JsonNode shown = body(as(Role.GM).get().uri("/v1/postings/" + posting).exchange());
    assertThat(shown.findValuesAsString("message")).contains("The text came with the order");
  }

  @Test
  void textThatBreaksARule_isRefusedWithEachReason() {
    verdict("breaks", "[\"The title has a price\",\"The description says clean title\"]");
    account();

    order(vehicle(), Map.of("title", "Camry breaks", "description", "Text."))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("title")
        .jsonPath("$.errors[0].reason")
        .isEqualTo("The title has a price")
        .jsonPath("$.errors[1].field")
        .isEqualTo("description");
  }

  @Test
  void halfAText_isRefused() {
    account();
    UUID vehicle = vehicle();
    order(vehicle, Map.of("title", "Camry")).expectStatus().isBadRequest();
    order(vehicle, Map.of("description", "Text.")).expectStatus().isBadRequest();
    order(vehicle, Map.of("title", " ", "description", "Text.")).expectStatus().isBadRequest();
  }

  private static void verdict(String word, String problems) {
    OTHERS.stubFor(
        WireMock.post("/internal/listings/checks")
            .withRequestBody(containing(word))
            .willReturn(okJson("{\"problems\":" + problems + "}")));
  }

  private WebTestClient.ResponseSpec order(UUID vehicle, Map<String, String> text) {
    Map<String, Object> order = new HashMap<>(text);
    order.put("vehicleId", vehicle);
    return as(Role.SALESPERSON).post().uri("/v1/postings").bodyValue(order).exchange();
  }
}
