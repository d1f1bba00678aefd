package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.journey.Dealership.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Managers keep the stock by hand. */
abstract class StockJourney {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final ZoneId ZONE = ZoneId.of("America/Denver");
  private static final String HAND = "Hand-1";

  private final Dealership dealership = DashboardJourneyIT.dealership();

  @Test
  void aVehicleIsAddedByHand_archived_takenBack_andPutBack() {
    try (DashboardBrowser person = dealership.browserOf(dealership.generalManager())) {
      person.go("inventory/new");
      Map.of(
              "stockNumber", HAND,
              "year", "2021",
              "make", "Honda",
              "model", "Civic",
              "price", "18995.50",
              "mileage", "41200")
          .forEach(person::fill);
      person.press("Add the vehicle");
      person.awaitText("Missing for a posting");
      JsonNode added = vehicle("");
      assertThat(added.path("price").asLong()).isEqualTo(1_899_550);
      assertThat(added.path("condition").asString()).isEqualTo("USED");

      person.press("Archive");
      person.awaitText("This vehicle is archived");
      assertThat(vehicle("&status=ARCHIVED").path("id")).isEqualTo(added.path("id"));
      person.press("Undo");
      awaitStatus("ACTIVE");

      person.press("Archive");
      person.awaitText("This vehicle is archived");
      person.go("inventory?status=ARCHIVED");
      person.follow("2021 Honda Civic");
      person.press("Put it back on the lot");
      awaitStatus("ACTIVE");
      assertThat(person.errors()).isEmpty();
    }
  }

  /** The person says when the first starts, and the time between two. */
  @Test
  void manyBeginAtATime() {
    Account account = dealership.account("Later");
    for (int i = 0; i < 3; i++) {
      dealership.car("Later");
    }
    LocalDateTime first =
        LocalDateTime.now(ZONE).plusDays(3).withHour(8).withMinute(15).withSecond(0).withNano(0);
    try (DashboardBrowser person = dealership.browserOf(dealership.person(Role.SALES_MANAGER))) {
      person.go("inventory?search=Later");
      person.pressFirst("[data-row] input[type=checkbox]");
      person.press("Select all 3 that match");
      person.press("Post 3");
      person.chooseInDialog("account", account.id());
      person.pressFirst("[role=dialog] fieldset label:nth-of-type(2) input");
      person.set("[role=dialog] input[name=at]", first.toString());
      person.chooseInDialog("minutes", "30");
      person.pressInDialog("Post 3");
      person.awaitSaid("3 ordered");
      assertThat(person.errors()).isEmpty();
    }
    List<JsonNode> planned = dealership.postings("sort=startsAt&fbAccountId=" + account.id());
    planned.forEach(posting ->
        dealership
            .api()
            .post("/v1/postings/" + posting.path("id").asString() + "/cancel", Map.of())
            .orFail("Cancelling"));
    Instant start = first.atZone(ZONE).toInstant();
    assertThat(planned)
        .extracting(
            posting -> OffsetDateTime.parse(posting.path("scheduledFor").asString()).toInstant())
        .containsExactly(
            start, start.plus(Duration.ofMinutes(30)), start.plus(Duration.ofMinutes(60)));
  }

  private void awaitStatus(String status) {
    Awaitility.await("it is " + status)
        .atMost(TIMEOUT)
        .until(() -> vehicle("").path("status").asString().equals(status));
  }

  private JsonNode vehicle(String more) {
    return dealership
        .api()
        .get("/v1/vehicles?stockNumber=" + HAND + more)
        .orFail("Looking")
        .path("data")
        .path(0);
  }
}
