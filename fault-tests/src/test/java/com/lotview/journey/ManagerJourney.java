package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.journey.Dealership.Account;
import com.lotview.standalone.client.SampleStock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A sales manager brings in a file, posts what is in it, and changes the plan. */
abstract class ManagerJourney {
  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private static final ZoneId ZONE = ZoneId.of("America/Denver");
  private static final int CARS = 20;
  private static final String KIND = "Bulk";

  private final Dealership dealership = DashboardJourneyIT.dealership();

  @Test
  void aFileIsImported_postedInBulk_moved_cancelledAndTakenBack() {
    Account account = dealership.account("Manager's account");
    try (DashboardBrowser person = dealership.browserOf(dealership.person(Role.SALES_MANAGER))) {
      imports(person);
      List<JsonNode> cars = cars();
      cars.forEach(car ->
          dealership
              .api()
              .upload(
                  "/v1/vehicles/" + car.path("id").asString() + "/images",
                  "images",
                  SampleStock.photos(KIND).subList(0, 1))
              .orFail("Uploading"));
      postsAll(person, account);
      String last = planned(account).getLast().path("id").asString();
      String moved = moves(person, account, last);
      cancelsAndTakesBack(person, last, moved);
      assertThat(person.errors()).isEmpty();
    } finally {
      settle(account);
    }
  }

  /** The file names the price in its own way; the person says so, once. */
  private void imports(DashboardBrowser person) {
    person.go("import");
    person.drop("section[aria-label='Import a stock file'] > div", "stock.csv", file());
    person.awaitText("What will happen");
    person.set("select[aria-label='Sticker means']", "price");
    person.press("Remember and look again");
    person.awaitText("Remembered columns");
    person.press("Import now");
    person.awaitText("What happened");
    assertThat(cars())
        .hasSize(CARS)
        .allSatisfy(
            car -> assertThat(car.path("price").asLong()).isBetween(1_500_000L, 1_600_000L));
  }

  private static String file() {
    String head =
        "Stock Number,Year,Make,Model,Mileage,Sticker,Body Style,Transmission,Fuel Type\n";
    return IntStream.range(0, CARS)
        .mapToObj(i ->
            "%s%02d,2020,Toyota,Camry,%d,%d,Sedan,Automatic,Gas\n"
                .formatted(KIND, i, 30_000 + i, 15_000 + i))
        .collect(Collectors.joining("", head, ""));
  }

  private List<JsonNode> cars() {
    return Awaitility.await("the file's vehicles are there")
        .atMost(TIMEOUT)
        .until(
            () ->
                dealership
                    .api()
                    .get("/v1/vehicles?limit=100&search=" + KIND)
                    .orFail("Looking")
                    .path("data")
                    .valueStream()
                    .toList(),
            found -> found.size() >= CARS);
  }

  private void postsAll(DashboardBrowser person, Account account) {
    person.go("inventory?search=" + KIND);
    person.pressFirst("[data-row] input[type=checkbox]");
    person.press("Select all %d that match".formatted(CARS));
    person.press("Post " + CARS);
    person.chooseInDialog("account", account.id());
    person.pressInDialog("Post " + CARS);
    person.awaitSaid(CARS + " ordered");
    assertThat(planned(account))
        .hasSize(CARS)
        .extracting(posting -> posting.path("vehicleId").asString())
        .doesNotHaveDuplicates();
  }

  private List<JsonNode> planned(Account account) {
    return dealership.postings("sort=startsAt&fbAccountId=" + account.id());
  }

  /** To another day, back, and there again; the API says when it starts. */
  private String moves(DashboardBrowser person, Account account, String posting) {
    dealership.await(posting, "READY");
    String before = scheduled(posting);
    LocalDateTime at = LocalDateTime.now(ZONE).plusDays(2).withHour(9).withMinute(30).withSecond(0);
    String wanted = at.withNano(0).atZone(ZONE).toInstant().toString();
    person.go("schedule?account=" + account.id());
    move(person, posting, at);
    awaitScheduled(posting, wanted);
    person.press("Undo");
    awaitScheduled(posting, before);
    person.awaitSaid("Moved back.");
    move(person, posting, at);
    awaitScheduled(posting, wanted);
    return wanted;
  }

  private static void move(DashboardBrowser person, String posting, LocalDateTime at) {
    person.pressFirst("#move-" + posting);
    person.set("[role=dialog] input", at.toString().substring(0, 16));
    person.pressInDialog("Move");
  }

  private void cancelsAndTakesBack(DashboardBrowser person, String posting, String scheduled) {
    String vehicle = dealership.posting(posting).path("vehicleId").asString();
    person.go("postings/" + posting);
    person.press("Cancel posting");
    dealership.await(posting, "CANCELLED");
    person.press("Undo");
    person.awaitText("Ready");
    List<JsonNode> both =
        Awaitility.await("it is ordered again")
            .atMost(TIMEOUT)
            .until(() -> dealership.postings("vehicleId=" + vehicle), all -> all.size() > 1);
    assertThat(both).hasSize(2);
    JsonNode again =
        both.stream()
            .filter(one -> !one.path("id").asString().equals(posting))
            .findFirst()
            .orElseThrow();
    assertThat(instant(again.path("scheduledFor").asString())).isEqualTo(scheduled);
  }

  private void awaitScheduled(String posting, String instant) {
    Awaitility.await("it is moved to " + instant)
        .atMost(TIMEOUT)
        .until(() -> scheduled(posting), instant::equals);
  }

  private String scheduled(String posting) {
    return instant(dealership.posting(posting).path("scheduledFor").asString());
  }

  private static String instant(String time) {
    return OffsetDateTime.parse(time).toInstant().toString();
  }

  /** Cancels what has not begun, and has the ledger judge what has. */
  private void settle(Account account) {
    planned(account)
        .forEach(posting ->
            dealership
                .api()
                .post("/v1/postings/" + posting.path("id").asString() + "/cancel", Map.of()));
    Awaitility.await("nothing is under way")
        .atMost(TIMEOUT)
        .untilAsserted(() ->
            assertThat(planned(account))
                .extracting(posting -> posting.path("status").asString())
                .isSubsetOf("CANCELLED", "POSTED"));
    long posted =
        planned(account).stream()
            .filter(posting -> posting.path("status").asString().equals("POSTED"))
            .count();
    assertThat(dealership.listings(account)).isEqualTo((int) posted);
  }
}
