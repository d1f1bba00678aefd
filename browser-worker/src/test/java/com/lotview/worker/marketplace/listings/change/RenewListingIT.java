package com.lotview.worker.marketplace.listings.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.sandbox.ledger.Change;
import com.lotview.sandbox.ledger.Click;
import com.lotview.worker.marketplace.Car;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Renewals in a real browser; the stand-in site's ledger is the judge. */
@Tag("browser")
class RenewListingIT extends ListingChanges {

  @BeforeEach
  void offerRenewals() throws Exception {
    account.face("card.renew", "renew");
  }

  private Car offered(String marker) throws IOException, InterruptedException {
    Car car = car("Civic EX", marker);
    site.sandbox().ledger().notice(car.id(), "renew");
    return car;
  }

  private List<String> changes(Car car) {
    return stored(car).orElseThrow().history().stream().map(Change::field).toList();
  }

  @Tag("long")
  @Test
  void ofTwinsTheRightOneIsRenewedOnce() throws Exception {
    Car other = offered("LV-AAAAA");
    Car car = offered("LV-BBBBB");
    assertThat(marketplace.renewal(car.renewed())).isInstanceOf(RenewResult.StillOffered.class);

    assertThat(marketplace.renew(car.renewed(), this::permit))
        .isEqualTo(new RenewResult.NotOffered());

    assertThat(changes(car)).containsExactly("renewed");
    assertThat(changes(other)).isEmpty();
    assertThat(marketplace.renewal(car.renewed())).isEqualTo(new RenewResult.NotOffered());
    assertThat(marketplace.renew(car.renewed(), this::permit))
        .isEqualTo(new RenewResult.NotOffered());
    assertThat(asked).isEqualTo(1);
    assertThat(clicks()).containsExactly(Click.Kind.RENEW);
  }

  @Test
  void theButtonThatDeletesAndListsAgainIsNotUsed() throws Exception {
    account.face("card.renew", "deleteRelist");
    Car car = offered("LV-AAAAA");

    assertThat(marketplace.renew(car.renewed(), this::permit))
        .isInstanceOf(RenewResult.StillOffered.class);

    assertThat(asked).isZero();
    assertThat(clicks()).isEmpty();
    assertThat(stored(car)).isPresent();
  }

  @Tag("long")
  @Test
  void aRenewalThatTheSiteRefusesIsNotReportedAsDone() throws Exception {
    Car car = offered("LV-AAAAA");
    account.fault("renew.fails");

    assertThat(marketplace.renew(car.renewed(), this::permit))
        .isInstanceOf(RenewResult.StillOffered.class);
    assertThat(changes(car)).isEmpty();
  }

  @Test
  void aRenewalThatIsAnsweredWithAnErrorIsBelievedByItsCard() throws Exception {
    Car car = offered("LV-AAAAA");
    account.fault("renew.acceptThen500");

    assertThat(marketplace.renew(car.renewed(), this::permit))
        .isEqualTo(new RenewResult.NotOffered());
    assertThat(changes(car)).containsExactly("renewed");
  }

  @Test
  void aListingThatIsGoneIsMissing() throws Exception {
    Car car = offered("LV-AAAAA");
    car("Civic EX", "LV-BBBBB");
    site.sandbox().ledger().delete(car.id());

    assertThat(marketplace.renew(car.renewed(), this::permit)).isEqualTo(new RenewResult.Missing());
    assertThat(asked).isZero();
  }
}
