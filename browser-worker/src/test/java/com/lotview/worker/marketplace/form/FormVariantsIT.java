package com.lotview.worker.marketplace.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.Orders;
import com.lotview.worker.marketplace.SandboxAccount;
import com.lotview.worker.marketplace.Steps;
import com.lotview.worker.marketplace.TestPhotos;
import com.lotview.worker.marketplace.TestSite;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import com.lotview.worker.marketplace.listings.change.EditPriceResult;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RemoveRequest.How;
import com.lotview.worker.marketplace.listings.change.RemoveResult;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.settings.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same vehicle through the forms of other countries; the ledger shows what they stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class FormVariantsIT {

  @TempDir static Path folder;
  @AutoClose private TestSite site;
  private ListingOrder order;

  @BeforeAll
  void open() throws IOException {
    site = TestSite.open(folder);
    order = Orders.truck(TestPhotos.make(folder, 2));
  }

  /** Spanish with the make as a text; Indonesian with a model that suggests. */
  @ParameterizedTest
  @CsvSource({
    "es, Auto/camioneta, Camioneta, Negro, Muy bueno, Transmisi\u00f3n manual",
    "id, Mobil/Truk, Truk, Hitam, Sangat baik, Transmisi manual",
    "fr, Voiture/camion, Pick-up, Noir, Tr\u00e8s bon, Bo\u00eete manuelle",
  })
  void theSameVehicleInTheFormsOwnWords(
      String variant, String type, String body, String color, String condition, String gears)
      throws Exception {
    SandboxAccount account = site.account(variant);
    Posted posted = post(account, order);
    assertThat(posted.differences()).isEmpty();
    Listing stored = stored(account);
    assertThat(stored.title()).isEqualTo("2019 Chevrolet Silverado 1500 LT");
    assertThat(stored.price()).isEqualTo(18990);
    assertThat(stored.mileage()).isEqualTo(45210);
    assertThat(stored.location()).isEqualTo("Denver, Colorado");
    assertThat(
            List.of(
                stored.vehicleType(),
                stored.bodyStyle(),
                stored.exteriorColor(),
                stored.condition(),
                stored.transmission()))
        .containsExactly(type, body, color, condition, gears);
  }

  private Posted post(SandboxAccount account, ListingOrder ordered) throws Exception {
    try (Marketplace marketplace = site.as(account, Units.ACCOUNT)) {
      return (Posted) Steps.post(marketplace, ordered);
    }
  }

  private Listing stored(SandboxAccount account) {
    return site.sandbox().ledger().listings(account.id()).getFirst();
  }

  /** Labels in English or in other words, the fuel elsewhere, a list without a label. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "id, form.labels, english",
    "id, form.labels, other",
    "us, form.labels, other",
    "fr, form.labels, other",
    "id, form.fuel, top",
    "uk, form.fuel, top",
    "us, form.dropdowns, bare",
    "es, form.dropdowns, bare",
  })
  void whatAPersonWouldFillIsFilled(String variant, String choice, String face) throws Exception {
    SandboxAccount account = site.account(variant);
    account.face(choice, face);
    account.face("form.vin", "shown");
    post(account, Orders.identified(order, "1GCUYDED1KZ123456"));
    Listing stored = stored(account);
    assertThat(stored.mileage()).isEqualTo(45210);
    assertThat(stored.canonical())
        .containsEntry("fuelType", "Flex")
        .containsEntry("exteriorColor", "Black")
        .containsEntry("interiorColor", "Beige")
        .containsEntry("transmission", "Manual transmission");
    assertThat(stored.raw()).containsEntry("vin", "1GCUYDED1KZ123456");
  }

  @Test
  void everyFactThatTheFormHasNoFieldForIsNamed() throws Exception {
    SandboxAccount account = site.account("us");
    account.face("form.colors", "none");
    Posted posted = post(account, Orders.identified(order, "1GCUYDED1KZ123456"));
    assertThat(posted.notes())
        .filteredOn(note -> note.contains("the form has no such field"))
        .extracting(note -> note.substring(0, note.indexOf(' ')))
        .containsExactly("exteriorColor", "interiorColor", "vin");
  }

  /** In the account's own money, with its sign before or behind the number. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"uk", "id", "es", "bo", "ie", "fr"})
  void aPriceIsChangedAndTheListingRemoved(String variant) throws Exception {
    SandboxAccount account = site.account(variant);
    Posted posted = post(account, order);
    try (Marketplace marketplace = site.as(account, Units.ACCOUNT)) {
      String title = stored(account).title();
      EditPriceRequest edit =
          new EditPriceRequest(
              posted.listingId(), posted.url(), order.marker(), title, 18_990L, 17_500);
      assertThat(marketplace.editPrice(edit, () -> Duration.ofSeconds(10)))
          .isEqualTo(new EditPriceResult.Shown(17_500));
      assertThat(stored(account).price()).isEqualTo(17_500);
      assertThat(marketplace.presence(posted.listingId(), title))
          .isEqualTo(new Presence.Live(17_500));
      RemoveRequest removal =
          new RemoveRequest(
              posted.listingId(), posted.url(), order.marker(), title, 17_500, How.DELETE);
      assertThat(marketplace.remove(removal, () -> Duration.ofSeconds(10)))
          .isInstanceOf(RemoveResult.Gone.class);
    }
    assertThat(site.sandbox().ledger().listings(account.id())).isEmpty();
  }

  @Test
  void dollarsAreNotEnteredAsPounds() throws Exception {
    SandboxAccount account = site.account("uk");
    try (Marketplace marketplace = site.as(account)) {
      FieldUnmappable why = Steps.unmappable(marketplace, order);
      assertThat(why.field()).isEqualTo("price");
      assertThat(why.reason()).contains("\u00a3", "LOTVIEW_UNITS");
    }
    assertThat(site.sandbox().ledger().listings(account.id())).isEmpty();
  }
}
