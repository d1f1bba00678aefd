package com.lotview.bench.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.StockPreview;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.settings.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Vehicles of real files of other countries, from the file to the listing on an account of their
 * country; the expected values of the listing were read from the file by hand.
 */
@Tag("browser")
class HomeStockIT {
  private static final Path FEEDS =
      Path.of(
          Optional.ofNullable(System.getenv("LOTVIEW_SHARED")).orElse("../../shared"),
          "data",
          "feeds");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "google-vehicles-ca.tsv; ca; Pickering, ON; 16-260051; 2026 Hyundai Tucson; 12456;"
            + " CA$38,888",
        "google-vehicles-ca.tsv; ca; Pickering, ON; 16-PH0643; 2025 Hyundai Kona; 40632;"
            + " CA$31,988",
        "meta-flat-volvo-se.csv; se; Ulricehamn, V\u00e4stra G\u00f6talands l\u00e4n; OJD240;"
            + " 2017 Volvo V40; 110810; 209\u00a0000\u00a0kr",
        "meta-items-volvo-se.xml; se; Ulricehamn, V\u00e4stra G\u00f6talands l\u00e4n; RBG48S;"
            + " 2025 Volvo V60; 36580; 479\u00a0000\u00a0kr",
      })
  void fromTheFileToTheListing(
      String file,
      String variant,
      String place,
      String number,
      String title,
      long mileage,
      String price)
      throws IOException {
    assumeTrue(Files.exists(FEEDS), "no " + FEEDS);
    assumeTrue(hasBrowser(), "no browser");
    Market market = Market.of(variant.toUpperCase(Locale.ROOT));
    FeedVehicle vehicle = new FeedVehicle(file, imported(file, number, market), "Good");
    assertThat(vehicle.facts().priceCurrency()).isEqualTo(market.currency());
    try (FormSite site = new FormSite(7, 0.1)) {
      FormSite.Visitor visitor = site.open("Home", variant, place);
      try (FormVisit visit =
          FormVisit.begin(
              site.url(), visitor, folder.resolve("job"), new Viewport(1920, 1080), Units.ORDER)) {
        PostingOutcome outcome =
            visit.post(vehicle.in(market, "LV-7Q4K9", place, SmallPhotos.of(vehicle, folder, 2)));
        assertThat(outcome).isInstanceOf(Posted.class);
        assertThat(((Posted) outcome).differences()).isEmpty();
      }
      Listing listing = site.listings(visitor).getFirst();
      assertThat(listing.title()).isEqualTo(title);
      assertThat(listing.mileage()).isEqualTo(mileage);
      assertThat(listing.raw()).containsEntry("price", price);
      assertThat(listing.variant()).isEqualTo(variant);
    }
  }

  private static VehicleFacts imported(String file, String number, Market market)
      throws IOException {
    byte[] bytes = Files.readAllBytes(FEEDS.resolve(file));
    return StockPreview.of(bytes, Clock.systemUTC(), market).vehicles().stream()
        .filter(facts -> facts.stockNumber().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasBrowser() {
    try {
      ChromeInstallation.find(System.getenv());
      return true;
    } catch (BrowserStartException missing) {
      return false;
    }
  }
}
