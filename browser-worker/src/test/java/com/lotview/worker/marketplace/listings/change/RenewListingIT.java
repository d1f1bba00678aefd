package com.lotview.worker.marketplace.listings.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.sandbox.ledger.Change;
import com.lotview.sandbox.ledger.Click;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.marketplace.Car;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.SandboxAccount;
import com.lotview.worker.marketplace.TestPhotos;
import com.lotview.worker.marketplace.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renewals in a real browser; the stand-in site's ledger is the judge. */
@Tag("browser")
class RenewListingIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;
  private static Path photo;

  private SandboxAccount account;
  private Marketplace marketplace;
  private int asked;

  @BeforeAll
  static void start() throws Exception {
    photo = TestPhotos.make(folder, 1).getFirst().file();
    site = TestSite.open(folder);
  }

  @BeforeEach
  void signIn() throws Exception {
    account = site.account();
    account.face("card.renew", "renew");
    marketplace = site.as(account);
  }

  private Duration permit() {
    asked++;
    return Duration.ofSeconds(10);
  }

  private Car car(String marker) throws IOException, InterruptedException {
    return Car.list(site.sandbox(), account, "Civic EX", marker, photo);
  }

  private Car offered(String marker) throws IOException, InterruptedException {
    Car car = car(marker);
    site.sandbox().ledger().notice(car.id(), "renew");
    return car;
  }

  private List<String> changes(Car car) {
    Listing listing = site.sandbox().ledger().find(car.id()).orElseThrow();
    return listing.history().stream().map(Change::field).toList();
  }

  private List<Click.Kind> clicks() {
    return site.sandbox().clicks().of(account.id()).stream()
        .map(Click::kind)
        .filter(kind -> kind != Click.Kind.PUBLISH)
        .toList();
  }

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
    assertThat(site.sandbox().ledger().find(car.id())).isPresent();
  }

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
    car("LV-BBBBB");
    site.sandbox().ledger().delete(car.id());

    assertThat(marketplace.renew(car.renewed(), this::permit)).isEqualTo(new RenewResult.Missing());
    assertThat(asked).isZero();
  }
}
