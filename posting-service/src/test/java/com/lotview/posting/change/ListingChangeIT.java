package com.lotview.posting.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.LiveListings;
import com.lotview.posting.posting.remove.Removals;
import com.lotview.testkit.TestServers;
import java.sql.SQLException;
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

/** Vehicles that leave the lot leave the marketplace, and prices are kept equal. */
@Tag("servers")
class ListingChangeIT extends LiveListings {
  @Autowired Removals removals;
  @Autowired TenantTransactions transactions;

  @Test
  void aSoldVehicleIsMarkedAsSoldAndItsPostingEndsDeleted() {
    Live live = listing(account());
    vehicleIs(live.vehicle(), "SOLD", PRICE);

    JsonNode job = requested("REMOVE", live.posting(), 1);
    assertThat(job.get("removal").asString()).isEqualTo("SOLD");
    assertThat(job.get("jobId").asString())
        .isEqualTo("removal:" + job.get("taskId").asString() + ":1");
    assertThat(job.at("/live/listingUrl").asString()).contains("/marketplace/item/77");
    assertThat(job.get("listing").get("description").asString())
        .contains("Ref " + job.get("marker").asString());
    ended(
        job,
        "REMOVED",
        Map.of(
            "evidence",
            List.of(
                Map.of(
                    "kind",
                    "confirmation",
                    "key",
                    "evidence/" + dealership + "/" + live.posting() + "/removal-1.png",
                    "takenAt",
                    Instant.now()))));

    awaitStatus(live.posting(), "DELETED");
    JsonNode told =
        EAR.await(
                EventTypes.POSTING_STATE,
                event ->
                    event.get("postingId").asString().equals(live.posting().toString())
                        && event.get("status").asString().equals("DELETED"))
            .body();
    assertThat(told.get("removedBy").asString()).isEqualTo("SOLD");
    assertThat(story(live.posting()).get("evidence")).hasSize(1);
    // The vehicle is free: it may be posted again.
    vehicleIs(live.vehicle(), "ACTIVE", PRICE);
    order(Map.of("vehicleId", live.vehicle(), "fbAccountId", live.account()))
        .expectStatus()
        .isAccepted();
  }

  @Test
  void aRemovalIsTriedAgainWaitsForTheOwnerAndShowsWhyItFailed() {
    String owner = newUser();
    UUID account = account(owner);
    Live live = listing(account);
    vehicleIs(live.vehicle(), "ARCHIVED", PRICE);
    JsonNode first = requested("REMOVE", live.posting(), 1);
    assertThat(first.get("removal").asString()).isEqualTo("DELETE");
    ended(first, "FAILED", Map.of("retryable", true, "code", "NETWORK", "reason", "No page"));
    awaitChange(live.posting(), "REMOVE", "WAITING");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(live.posting()).get("timeline").toString().contains("tried again"));
    time().advance(Duration.ofMinutes(2));

    ended(requested("REMOVE", live.posting(), 2), "NEEDS_LOGIN", Map.of("reason", "Login page"));
    EAR.await(
        EventTypes.ACCOUNT_SESSION,
        event ->
            event.get("fbAccountId").asString().equals(account.toString())
                && event.get("state").asString().equals("NEEDS_LOGIN"));
    assertThat(story(live.posting()).get("status").asString()).isEqualTo("POSTED");
    as(Role.GM)
        .post()
        .uri("/v1/fb-accounts")
        .bodyValue(session(owner))
        .exchange()
        .expectStatus()
        .isOk();

    ended(
        requested("REMOVE", live.posting(), 3),
        "FAILED",
        Map.of("code", "REFUSED", "reason", "The site says no"));
    awaitChange(live.posting(), "REMOVE", "FAILED");
    var view =
        transactions.inTenant(dealership, removals.of(live.posting())).block(Duration.ofSeconds(9));
    assertThat(view).isNotNull();
    assertThat(view.state()).isEqualTo("FAILED");
    assertThat(view.error()).isNotNull();
    assertThat(view.error().message()).isEqualTo("The site says no");
    assertThat(story(live.posting()).get("status").asString()).isEqualTo("POSTED");
  }

  @Test
  void aNewPriceIsEditedInPlaceAndTheNewestOneWins() {
    Live live = listing(account());
    vehicleIs(live.vehicle(), "ACTIVE", 2400000);
    JsonNode job = requested("EDIT", live.posting(), 1);
    assertThat(job.at("/listing/priceCents").asLong()).isEqualTo(2400000);
    assertThat(job.at("/live/priceCents").asLong()).isEqualTo(PRICE);
    // Two more while the worker edits: only the last one follows.
    vehicleIs(live.vehicle(), "ACTIVE", 2300000);
    vehicleIs(live.vehicle(), "ACTIVE", 2200000);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> next(job.get("taskId").asString()), next -> next == 2200000);
    ended(job, "EDITED", Map.of());

    JsonNode second =
        EAR.await(
                EventTypes.POSTING_REQUESTED,
                event ->
                    event.get("kind").asString().equals("EDIT")
                        && event.get("postingId").asString().equals(live.posting().toString())
                        && !event.get("taskId").equals(job.get("taskId")))
            .body();
    assertThat(second.at("/listing/priceCents").asLong()).isEqualTo(2200000);
    assertThat(second.at("/live/priceCents").asLong()).isEqualTo(2400000);
    ended(second, "EDITED", Map.of());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(live.posting()).get("price").asLong(), price -> price == 2200000);
    assertThat(requests("EDIT", live.posting())).isEqualTo(2);
    assertThat(story(live.posting()).get("timeline").toString())
        .contains("The listing now shows 22,000.00");
  }

  private static long next(String change) throws SQLException {
    try (var connection = TestServers.superuser();
        var query =
            connection.prepareStatement(
                "select coalesce(next_cents, 0) from posting.listing_change where id = ?")) {
      query.setObject(1, UUID.fromString(change));
      var rows = query.executeQuery();
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  @Test
  void aPostingThatWaitsTakesTheNewPriceUnlessItsOrderNamedOne() {
    UUID account = account();
    Instant later = clock.instant().plus(Duration.ofHours(3));
    Live waiting = ordered(account, Map.of("scheduledFor", later));
    Live own = ordered(account, Map.of("scheduledFor", later, "priceOverride", 1900000));
    vehicleIs(own.vehicle(), "ACTIVE", 2100000);
    vehicleIs(waiting.vehicle(), "ACTIVE", 2100000);

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> story(waiting.posting()).get("price").asLong(), price -> price == 2100000);
    assertThat(story(own.posting()).get("price").asLong()).isEqualTo(1900000);
  }

  @Test
  void aRemovalTakesThePlaceOfAWaitingPriceChange() {
    UUID account = account();
    Live live = listing(account);
    Live busy = ordered(account, Map.of());
    written(busy.posting());
    requested(busy.posting(), 1);
    vehicleIs(live.vehicle(), "ACTIVE", 2400000);
    awaitChange(live.posting(), "EDIT", "WAITING");
    vehicleIs(live.vehicle(), "SOLD", 2400000);
    awaitChange(live.posting(), "EDIT", "CANCELLED");
    ended(busy.posting(), account, 1, "POSTED", Map.of("fbListingId", "1"));

    ended(requested("REMOVE", live.posting(), 1), "REMOVED", Map.of());
    awaitStatus(live.posting(), "DELETED");
    assertThat(requests("EDIT", live.posting())).isZero();
  }

  @Test
  void postingsOfAVehicleThatIsGoneAreCalledOffAndOneUnderWayIsTakenDownAfterwards() {
    UUID account = account();
    Live running = ordered(account, Map.of());
    written(running.posting());
    requested(running.posting(), 1);
    begin(running.posting(), account, 1);
    Live waiting = ordered(account, Map.of());
    vehicleIs(waiting.vehicle(), "SOLD", PRICE);
    vehicleIs(running.vehicle(), "SOLD", PRICE);
    awaitStatus(waiting.posting(), "CANCELLED");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            story(running.posting()).get("timeline").toString().contains("Removal requested"));
    ended(running.posting(), account, 1, "POSTED", Map.of("fbListingId", "1"));

    assertThat(requested("REMOVE", running.posting(), 1).get("removal").asString())
        .isEqualTo("SOLD");
  }

  @Test
  void newsFromBeforeTheOrderIsPassedOver() {
    Live live = listing(account());
    EAR.send(
        Topics.VEHICLE_CHANGED,
        EventTypes.VEHICLE_CHANGED,
        live.vehicle().toString(),
        Ids.next(),
        Map.of(
            "vehicleId",
            live.vehicle(),
            "dealershipId",
            dealership,
            "status",
            "SOLD",
            "changes",
            List.of("status"),
            "vehicle",
            Map.of("priceCents", 1)),
        clock.instant().minus(Duration.ofHours(1)));
    vehicleIs(live.vehicle(), "ACTIVE", 2000000);
    requested("EDIT", live.posting(), 1);
    assertThat(requests("REMOVE", live.posting())).isZero();
  }
}
