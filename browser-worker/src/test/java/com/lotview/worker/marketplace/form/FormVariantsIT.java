package com.lotview.worker.marketplace.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.Orders;
import com.lotview.worker.marketplace.SandboxAccount;
import com.lotview.worker.marketplace.TestPhotos;
import com.lotview.worker.marketplace.TestSite;
import com.lotview.worker.marketplace.mapping.ListingOrder;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Units;
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

/** The same vehicle through the forms of other countries; the ledger tells what they stored. */
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
  })
  void theSameVehicleInTheFormsOwnWords(
      String variant, String type, String body, String color, String condition, String gears)
      throws Exception {
    SandboxAccount account = site.account(variant);
    try (Marketplace marketplace = site.as(account, Units.ACCOUNT)) {
      marketplace.checkLogin();
      marketplace.openForm();
      marketplace.fill(order);
      marketplace.uploadPhotos(order);
      marketplace.verify(order);
      marketplace.next();
      marketplace.clickPublish(() -> Duration.ofSeconds(10));
      assertThat(marketplace.awaitListing(order)).isInstanceOf(Posted.class);
    }
    Listing stored = site.sandbox().ledger().listings(account.id()).getFirst();
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

  @Test
  void dollarsAreNotEnteredAsPounds() throws Exception {
    SandboxAccount account = site.account("uk");
    try (Marketplace marketplace = site.as(account)) {
      marketplace.checkLogin();
      marketplace.openForm();
      StoppedException stopped =
          catchThrowableOfType(StoppedException.class, () -> marketplace.fill(order));
      assertThat(stopped.outcome())
          .isInstanceOfSatisfying(
              FieldUnmappable.class,
              why -> {
                assertThat(why.field()).isEqualTo("price");
                assertThat(why.reason()).contains("\u00a3", "LOTVIEW_UNITS");
              });
    }
    assertThat(site.sandbox().ledger().listings(account.id())).isEmpty();
  }
}
