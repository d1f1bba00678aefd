package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.journey.Dealership.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody uses the pages without a mouse. */
abstract class KeysJourney {
  private final Dealership dealership = DashboardJourneyIT.dealership();

  /** All that a mouse can use is reached by Tab, and is seen to be. */
  @Test
  void everyActionIsReachedByKeyboard() {
    Account account = dealership.account("Walk");
    Map<String, Object> nextWeek =
        Map.of("scheduledFor", Instant.now().plus(Duration.ofDays(3)).toString());
    String planned = dealership.order(dealership.car("Walk"), account, nextWeek);
    dealership.car("Walk");
    dealership.await(planned, "READY");
    List<String> flaws = new ArrayList<>();
    try (DashboardBrowser person = dealership.browserOf(dealership.generalManager())) {
      for (String page :
          List.of(
              "inventory?search=Walk",
              "inventory/new",
              "postings?search=Walk",
              "postings/" + planned,
              "schedule?account=" + account.id(),
              "schedule?view=agenda&account=" + account.id())) {
        person.go(page);
        person.awaitPage();
        person.keyboard().leftOut().forEach(one -> flaws.add(page + " " + one));
      }
    }
    dealership.api().post("/v1/postings/" + planned + "/cancel", Map.of()).orFail("Cancelling");
    assertThat(flaws).isEmpty();
  }
}
