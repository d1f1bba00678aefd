package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.journey.Dealership.Account;
import com.lotview.journey.Dealership.Car;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A salesperson posts vehicles. */
abstract class SalespersonJourney {
  private final Dealership dealership = DashboardJourneyIT.dealership();

  @Test
  void aSalespersonPostsByKeyboardOnly_andSeesItLive() {
    Account account = dealership.account("Quiethands");
    Car car = dealership.car("Key");
    dealership.car("Key");
    try (DashboardBrowser person = dealership.browserOf(dealership.salesperson())) {
      Keyboard keys = person.keyboard();
      // To the inventory, find, step to the row, and post it.
      keys.press("g", "i");
      person.shown("input[type=search]");
      keys.press("/").awaitFocus("input[type=search]");
      keys.press("Key", Keys.ENTER);
      person.awaitText("2 vehicles");
      keys.stepTo("j", "Key").press("j").press("k").stepTo("j", car.stockNumber()).press("p");
      keys.awaitFocus("[role=dialog] button[type=submit]");
      keys.tabTo("[role=dialog] select[name=account]").press(account.label());
      keys.tabTo("[role=dialog] button[type=submit]").press(Keys.ENTER);

      person.awaitSaid("Ordered.");
      String posting = dealership.postingOf(car);
      // To the postings, and into the first of them.
      keys.press("g", "p");
      person.awaitText("Postings");
      keys.stepTo("j", account.label()).press(Keys.ENTER);
      person.awaitText("Open on Facebook");
      person.awaitText("Posted");

      assertThat(dealership.differences(car, posting, account)).isEmpty();
      assertThat(dealership.listings(account)).isEqualTo(1);
      assertThat(person.errors()).isEmpty();
    }
  }

  @Test
  void howeverOftenItIsSent_itIsOnePosting() {
    Account account = dealership.account("Fast hands");
    Car kept = dealership.car("Often");
    Car twice = dealership.car("Often");
    try (DashboardBrowser person = dealership.browserOf(dealership.salesperson())) {
      // Two tabs are about to post the same vehicle.
      String first = person.tab();
      asksToPost(person, kept, account);
      String second = person.newTab("");
      asksToPost(person, kept, account);

      // The first one loses its network; a double click is kept, and sent when it is back.
      person.turnTo(first);
      person.surroundings().network(false);
      person.pressTwiceInDialog("Post");
      person.awaitSaid("The order is kept");
      assertThat(dealership.postings("vehicleId=" + kept.id())).isEmpty();
      person.surroundings().network(true);
      String posting = dealership.postingOf(kept);

      // The second one is shown the posting that is there.
      person.turnTo(second);
      person.pressInDialog("Post");
      person.awaitSaid("already has a posting");
      person.follow("Show it");
      person.awaitText("What happened");

      // A double click with a network, and Back after it.
      person.turnTo(first);
      asksToPost(person, twice, account);
      person.pressTwiceInDialog("Post");
      String other = dealership.postingOf(twice);
      person.go("postings/" + other);
      person.back();
      person.awaitPage();

      dealership.await(posting, "POSTED");
      dealership.await(other, "POSTED");
      assertThat(dealership.postings("vehicleId=" + kept.id())).hasSize(1);
      assertThat(dealership.postings("vehicleId=" + twice.id())).hasSize(1);
      assertThat(dealership.listings(account)).isEqualTo(2);
    }
  }

  private static void asksToPost(DashboardBrowser person, Car car, Account account) {
    person.go("inventory?search=" + car.stockNumber());
    person.press("Post");
    person.chooseInDialog("account", account.id());
  }
}
