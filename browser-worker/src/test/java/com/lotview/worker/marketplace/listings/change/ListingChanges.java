package com.lotview.worker.marketplace.listings.change;

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
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Listings of a new account, to be changed in a real browser. */
abstract class ListingChanges {

  @TempDir static Path folder;
  @AutoClose static TestSite site;
  private static Path photo;

  SandboxAccount account;
  Marketplace marketplace;

  /** How often a click was permitted. */
  int asked;

  @BeforeAll
  static void start() throws Exception {
    photo = TestPhotos.make(folder, 1).getFirst().file();
    site = TestSite.open(folder);
  }

  @BeforeEach
  void signIn() throws Exception {
    account = site.account();
    marketplace = site.as(account);
  }

  Duration permit() {
    asked++;
    return Duration.ofSeconds(10);
  }

  Car car(String model, String marker) throws IOException, InterruptedException {
    return Car.list(site.sandbox(), account, model, marker, photo);
  }

  Optional<Listing> stored(Car car) {
    return site.sandbox().ledger().find(car.id());
  }

  /** What was clicked after the listings were made. */
  List<Click.Kind> clicks() {
    return site.sandbox().clicks().of(account.id()).stream()
        .map(Click::kind)
        .filter(kind -> kind != Click.Kind.PUBLISH)
        .toList();
  }
}
