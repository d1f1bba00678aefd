package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A manager has LotView fetch the stock of another system. */
abstract class FeedsJourney {
  private static final String FILE = "/export/stock.csv";
  private static final String STOCK =
      """
      Stock Number,Year,Make,Model,Mileage,Price,Body Style,Transmission,Fuel Type
      Feed-1,2020,Toyota,Camry,30000,15000,Sedan,Automatic,Gas
      Feed-2,2019,Honda,Civic,41000,13500,Sedan,Automatic,Gas
      """;

  private final Dealership dealership = DashboardJourneyIT.dealership();

  @Test
  void aFeedIsAdded_fetched_tellsWhyItFails_andIsRemoved() throws IOException {
    try (DealerSite site = new DealerSite();
        DashboardBrowser person = dealership.browserOf(dealership.person(Role.SALES_MANAGER))) {
      person.go("import");
      person.press("Add a feed");
      person.fill("name", "Night export");
      person.fill("url", site.page(FILE, STOCK));
      person.pressInDialog("Save");
      person.awaitText("Night export");

      person.follow("Runs");
      person.awaitText("2 new");
      assertThat(
              dealership
                  .api()
                  .get("/v1/vehicles?search=Feed-")
                  .orFail("Looking")
                  .path("data")
                  .valueStream()
                  .map(car -> car.path("stockNumber").asString()))
          .containsExactlyInAnyOrder("Feed-1", "Feed-2");

      site.remove(FILE);
      person.go("import");
      person.press("Fetch now");
      person.follow("Runs");
      person.awaitText("Failed");
      person.awaitText("404");

      person.go("import");
      person.press("Switch off");
      person.awaitText("Switched off");
      person.press("Remove");
      person.pressFirst("[role=alertdialog] button");
      person.awaitText("No feed yet.");
      assertThat(person.errors()).isEmpty();
    }
  }
}
