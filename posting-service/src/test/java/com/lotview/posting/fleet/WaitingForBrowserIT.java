package com.lotview.posting.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.LiveListings;
import com.lotview.testkit.EventContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Postings that the fleet has and that no worker has begun. */
@Tag("servers")
class WaitingForBrowserIT extends LiveListings {
  private static final long LOWER = 2299900;

  @Autowired private FleetStore store;
  @Autowired private TenantTransactions transactions;

  @Test
  void aPostingThatWaitsForABrowserIsReadyWithItsPlaceAndCanBeCancelled() {
    UUID account = account();
    UUID posting = handedOver(account);
    // The line is read every few seconds: one that was read just before lacks this posting.
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(posting).hasNonNull("placeInLine"));
    JsonNode story = story(posting);
    assertThat(story.get("status").asString()).isEqualTo("READY");
    assertThat(story.get("waitsFor").asString()).isEqualTo("BROWSER");
    assertThat(story.get("placeInLine").asInt()).isPositive();
    assertThat(Instant.parse(story.get("expectedStart").asString()))
        .isAfterOrEqualTo(clock.instant().minusSeconds(10));

    act(Role.SALESPERSON, posting, "cancel", Map.of()).expectStatus().isOk();
    assertThat(begin(posting, account, 1).get("start").asBoolean()).isFalse();
    withdrawn(posting, account, 1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(posting).get("timeline").toString().contains("No worker had begun"));
    assertThat(story(posting).get("status").asString()).isEqualTo("CANCELLED");
  }

  @Test
  void anAttemptThatWasWithdrawnIsNotCountedByTheLimits() {
    UUID account = account();
    for (int i = 0; i < 5; i++) {
      UUID posting = handedOver(account);
      act(Role.SALESPERSON, posting, "cancel", Map.of()).expectStatus().isOk();
      withdrawn(posting, account, 1);
    }
    handedOver(account);
  }

  @Test
  void aPriceThatChangedMeanwhileIsWhatIsPosted() {
    UUID account = account();
    Live live = ordered(account, Map.of());
    written(live.posting());
    assertThat(requested(live.posting(), 1).at("/listing/priceCents").asLong()).isEqualTo(PRICE);
    vehicleIs(live.vehicle(), "ACTIVE", LOWER);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(live.posting()).get("price").asLong() == LOWER);
    JsonNode start = begin(live.posting(), account, 1);
    assertThat(start.get("start").asBoolean()).isTrue();
    assertThat(start.at("/order/listing/priceCents").asLong()).isEqualTo(LOWER);
    assertThat(
            EventContract.of(Topics.POSTING_REQUESTED, EventTypes.POSTING_REQUESTED)
                .violations(start.get("order").toString()))
        .isEmpty();
    assertThat(begin(live.posting(), account, 1)).as("asked again").isEqualTo(start);
    awaitStatus(live.posting(), "POSTING");
  }

  @Test
  void aVehicleThatWasSoldMeanwhileIsNotPosted() {
    UUID account = account();
    Live live = ordered(account, Map.of());
    written(live.posting());
    requested(live.posting(), 1);
    vehicleIs(live.vehicle(), "SOLD", PRICE);
    awaitStatus(live.posting(), "CANCELLED");
    assertThat(begin(live.posting(), account, 1).get("start").asBoolean()).isFalse();
  }

  @Test
  void whatNoWorkerHasBegunWaitsAsLongAsItMust() {
    UUID waits = handedOver(account());
    for (int day = 0; day < 2; day++) {
      UUID silent = withFleet(account());
      time().advance(Duration.ofDays(1));
      awaitStatus(silent, "NEEDS_REVIEW");
      assertThat(story(waits).get("status").asString()).isEqualTo("READY");
    }
  }

  @Test
  void anUnknownJobIsNotBegun() {
    UUID account = account();
    assertThat(begin(UUID.randomUUID(), account, 1).get("start").asBoolean()).isFalse();
    UUID posting = withFleet(account);
    assertThat(begin(posting, account, 2).get("start").asBoolean()).as("another attempt").isFalse();
  }

  @Test
  void theLineAndTheFleetAreReadAsTheyAre() {
    UUID handedOver = handedOver(account());
    UUID later = posting(account());
    as(Role.SALESPERSON).get().uri("/v1/postings/" + later).exchange().expectStatus().isOk();
    List<FleetStore.InLine> line =
        transactions.inSystem(store.line(20_000).collectList()).block(Duration.ofSeconds(20));
    assertThat(line)
        .filteredOn(post -> post.job().equals(handedOver))
        .singleElement()
        .satisfies(post -> assertThat(post.handedOver()).isTrue());
    report("one-of-three", 3, 2);
    FleetCapacity fleet =
        transactions
            .inSystem(store.capacity(clock.instant().minusSeconds(30)))
            .block(Duration.ofSeconds(20));
    assertThat(fleet.browsers()).isGreaterThanOrEqualTo(3);
    report("one-of-three", 0, 0);
  }

  private UUID handedOver(UUID account) {
    UUID posting = posting(account);
    written(posting);
    requested(posting, 1);
    return posting;
  }

  private void withdrawn(UUID posting, UUID account, int attempt) {
    ended(
        posting,
        account,
        attempt,
        "FAILED",
        Map.of("code", "JOB_WITHDRAWN", "reason", "Skipped: the status is CANCELLED"));
  }
}
