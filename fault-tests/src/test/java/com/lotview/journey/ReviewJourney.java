package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.journey.Dealership.Account;
import com.lotview.journey.Dealership.Car;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A general manager decides what LotView could not. */
abstract class ReviewJourney {
  private final Dealership dealership = DashboardJourneyIT.dealership();

  /** The site's answer broke off, and the page of its listing does not say whose it is. */
  @Test
  void aPostingInDoubt_isSettledByItsPictures() {
    Account account = dealership.account("In doubt");
    dealership.settle(account, "item.description", "missing");
    dealership.misbehave(account, Map.of("kind", "publish.acceptThenReset"));
    Car car = dealership.car("Doubt");
    String posting = dealership.order(car, account, Map.of());
    try (DashboardBrowser person = dealership.browserOf(dealership.generalManager())) {
      person.go("postings/" + posting);
      person.awaitText("Needs review");
      person.awaitText("LotView could not tell whether this vehicle was posted.");
      person.awaitPicture();
      assertThat(dealership.listings(account)).isEqualTo(1);

      person.press("It is on Facebook");

      dealership.await(posting, "POSTED");
      person.awaitText("Remove from Facebook");
      assertThat(person.errors()).isEmpty();
    }
    assertThat(dealership.listings(account)).isEqualTo(1);
  }
}
