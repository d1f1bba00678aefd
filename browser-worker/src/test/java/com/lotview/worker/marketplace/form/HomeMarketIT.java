package com.lotview.worker.marketplace.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.Orders;
import com.lotview.worker.marketplace.SandboxAccount;
import com.lotview.worker.marketplace.Steps;
import com.lotview.worker.marketplace.TestPhotos;
import com.lotview.worker.marketplace.TestSite;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vehicles of other countries on accounts of their country, in its money and its unit. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeMarketIT {
  @TempDir static Path folder;
  @AutoClose private TestSite site;
  private List<OrderPhoto> photos;

  @BeforeAll
  void open() throws IOException {
    site = TestSite.open(folder);
    photos = TestPhotos.make(folder, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ca; Hyundai; Tucson; 38888; 12456; Pickering, ON; Pickering, Ontario; CA$38,888",
        "se; Volvo; V40; 209000; 110810; Ulricehamn, Västra Götalands län;"
            + " Ulricehamn, Västra Götalands län; 209\u00a0000\u00a0kr",
        "au; Toyota; Hilux; 34990; 70914; Perth, WA; Perth, Western Australia; A$34,990",
      })
  void isPostedWithTheSameNumbers(
      String variant,
      String make,
      String model,
      int price,
      int mileage,
      String place,
      String stored,
      String shown)
      throws Exception {
    Market market = Market.of(variant.toUpperCase(Locale.ROOT));
    ListingOrder order =
        Orders.there(
            Orders.order(make, model, mileage, place, "Automatic", "Diesel"),
            price,
            market,
            photos);
    SandboxAccount account = site.account(variant);
    Posted posted = post(account, order);
    assertThat(posted.differences()).isEmpty();
    Listing listing = site.sandbox().ledger().listings(account.id()).getFirst();
    assertThat(listing.price()).isEqualTo(price);
    assertThat(listing.raw()).containsEntry("price", shown);
    assertThat(listing.mileage()).isEqualTo(mileage);
    assertThat(listing.location()).isEqualTo(stored);
    assertThat(listing.variant()).isEqualTo(variant);
    assertThat(listing.canonical())
        .containsEntry("fuelType", "Diesel")
        .containsEntry("transmission", "Automatic transmission");
  }

  /** The account is in a different country than the order names. */
  @ParameterizedTest
  @CsvSource({
    "us, SE, SEK, KM, price",
    "se, US, USD, MI, price",
    "se, SE, SEK, MI, mileage",
    "ca, US, USD, KM, price",
    "uk, GB, GBP, KM, mileage"
  })
  void digitsOfOtherUnitsAreNotEntered(
      String variant, String country, String currency, DistanceUnit unit, String field)
      throws Exception {
    ListingOrder order =
        Orders.there(
            Orders.order("Volvo", "V40", 70914, "Denver, Colorado", "Automatic", "Diesel"),
            100,
            new Market(country, currency, unit),
            photos);
    SandboxAccount account = site.account(variant);
    try (Marketplace marketplace = site.as(account)) {
      assertThat(Steps.unmappable(marketplace, order).field()).isEqualTo(field);
    }
    assertThat(site.sandbox().ledger().listings(account.id())).isEmpty();
  }

  private Posted post(SandboxAccount account, ListingOrder ordered) throws Exception {
    try (Marketplace marketplace = site.as(account)) {
      return (Posted) Steps.post(marketplace, ordered);
    }
  }
}
