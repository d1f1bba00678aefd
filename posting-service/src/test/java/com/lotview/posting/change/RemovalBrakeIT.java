package com.lotview.posting.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.kit.id.Ids;
import com.lotview.posting.LiveListings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** If too many listings would be removed at once, none is removed until a manager decides. */
@Tag("servers")
class RemovalBrakeIT extends LiveListings {

  @Test
  void halfOfTheListingsGoByThemselves() {
    List<Live> live = listings(4);
    missing(List.of(live.get(0).vehicle(), live.get(1).vehicle()));

    ended(requested("REMOVE", live.get(0).posting(), 1), "REMOVED", Map.of());
    ended(requested("REMOVE", live.get(1).posting(), 1), "REMOVED", Map.of());
    awaitStatus(live.get(0).posting(), "DELETED");
    awaitStatus(live.get(1).posting(), "DELETED");
    assertThat(held()).isEmpty();
  }

  @Test
  void moreThanHalfIsHeldUntilAManagerSaysThatTheyAreGone() {
    List<Live> live = listings(4);
    Live waiting = ordered(live.getFirst().account(), Map.of());
    List<UUID> gone = new ArrayList<>(live.stream().limit(3).map(Live::vehicle).toList());
    gone.add(waiting.vehicle());
    UUID importId = missing(gone);

    JsonNode told =
        EAR.await(
                EventTypes.REMOVALS_HELD,
                event -> event.get("importId").asString().equals(importId.toString()))
            .body();
    assertThat(told.get("held").asInt()).isEqualTo(3);
    assertThat(told.get("live").asInt()).isEqualTo(4);
    JsonNode hold = held().get(0);
    assertThat(hold.get("importId").asString()).isEqualTo(importId.toString());
    assertThat(hold.get("listings")).hasSize(3);

    vehicleIs(live.getFirst().vehicle(), "ACTIVE", PRICE);
    awaitChange(live.getFirst().posting(), "REMOVE", "CANCELLED");
    decide(Role.SALESPERSON, importId, "REMOVE").expectStatus().isForbidden();
    decide(Role.GM, importId, "PERHAPS").expectStatus().isBadRequest();
    assertThat(requests("REMOVE", live.get(1).posting())).isZero();
    assertThat(story(waiting.posting()).get("status").asString()).isEqualTo("GENERATING");
    assertThat(
            body(decide(Role.SALES_MANAGER, importId, "REMOVE").expectStatus().isOk())
                .get("listings")
                .asInt())
        .isEqualTo(2);

    awaitStatus(waiting.posting(), "CANCELLED");
    ended(requested("REMOVE", live.get(1).posting(), 1), "REMOVED", Map.of());
    ended(requested("REMOVE", live.get(2).posting(), 1), "REMOVED", Map.of());
    awaitStatus(live.get(2).posting(), "DELETED");
    assertThat(requests("REMOVE", live.getFirst().posting())).isZero();
    assertThat(story(live.getFirst().posting()).get("status").asString()).isEqualTo("POSTED");
    decide(Role.GM, importId, "KEEP")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("HOLD_NOT_FOUND");
  }

  @Test
  void theOnlyListingIsHeldTooAndStaysIfTheManagerWantsToKeepIt() {
    Live only = listings(1).getFirst();
    UUID importId = missing(List.of(only.vehicle()));
    awaitChange(only.posting(), "REMOVE", "HELD");
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !held().isEmpty());

    decide(Role.GM, importId, "KEEP").expectStatus().isOk();

    assertThat(held()).isEmpty();
    awaitChange(only.posting(), "REMOVE", "CANCELLED");
    assertThat(story(only.posting()).get("status").asString()).isEqualTo("POSTED");
    assertThat(requests("REMOVE", only.posting())).isZero();
    asUser(Role.GM, Ids.next())
        .get()
        .uri("/v1/postings/held-removals")
        .exchange()
        .expectBody()
        .jsonPath("$.data.length()")
        .isEqualTo(0);
  }

  private List<Live> listings(int count) {
    UUID account = account();
    List<Live> live = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      live.add(listing(account));
    }
    return live;
  }

  private JsonNode held() {
    return body(as(Role.GM)
            .get()
            .uri("/v1/postings/held-removals")
            .exchange()
            .expectStatus()
            .isOk())
        .get("data");
  }

  private WebTestClient.ResponseSpec decide(Role role, UUID importId, String decision) {
    return as(role)
        .post()
        .uri("/v1/postings/held-removals/" + importId)
        .bodyValue(Map.of("decision", decision))
        .exchange();
  }
}
