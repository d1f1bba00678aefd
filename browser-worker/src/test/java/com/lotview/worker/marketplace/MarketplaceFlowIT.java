package com.lotview.worker.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.form.mapping.Reading;
import com.lotview.sandbox.Sandbox;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.sandbox.ledger.Photo;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.LaunchRequest;
import com.lotview.worker.browser.LaunchRequest.Display;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.chrome.ChromeLauncher;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.ProcessGroup;
import com.lotview.worker.marketplace.form.FormReading;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.PostingOutcome.NeedsLogin;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
import com.lotview.worker.pace.NoPace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser at the stand-in site; the site's own ledger is the judge. */
@Tag("browser")
class MarketplaceFlowIT {

  @TempDir Path folder;
  private final List<String> steps = new ArrayList<>();
  private Sandbox sandbox;
  private SandboxAccount account;
  private BrowserSession browser;
  private Marketplace marketplace;

  @BeforeAll
  static void needsChromium() {
    try {
      ChromeInstallation.find(System.getenv());
    } catch (BrowserStartException missing) {
      assumeTrue(false, missing.getMessage());
    }
  }

  @BeforeEach
  void open() throws Exception {
    sandbox = Sandbox.builder().port(0).seed(7).pace(0.1).start();
    account = SandboxAccount.open(sandbox);
    browser =
        new ChromeLauncher(System.getenv())
            .launch(
                new LaunchRequest(
                    folder.resolve("job"),
                    "en-US",
                    Display.HEADLESS,
                    Viewport.varied(new Random(1)),
                    null));
    URI site = URI.create(sandbox.url());
    browser.setCookies(account.cookies(), site);
    marketplace =
        Marketplace.on(
            browser,
            MarketplaceSettings.of(site, new NoPace()),
            (n, total, message) -> steps.add(message));
  }

  @AfterEach
  void close() {
    marketplace.close();
    browser.close();
    sandbox.close();
  }

  private static int height(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png)).getHeight();
  }

  private void fillAndVerify(ListingOrder order) {
    Steps.fill(marketplace, order);
  }

  private PostingOutcome publish(ListingOrder order) {
    return Steps.publish(marketplace, order);
  }

  @Test
  void oneListingIsStoredAsOrderedInEveryField() throws Exception {
    ListingOrder order = Orders.truck(TestPhotos.make(folder, 5));
    long began = System.nanoTime();
    fillAndVerify(order);
    PostingOutcome outcome = publish(order);
    System.out.println(
        "fill + publish + proof: " + (System.nanoTime() - began) / 1_000_000 + " ms");

    Listing stored = sandbox.ledger().listings(account.id()).getFirst();
    assertThat(sandbox.ledger().listings()).hasSize(1);
    assertThat(outcome)
        .isEqualTo(
            new Posted(
                stored.id(), sandbox.url() + "/marketplace/item/" + stored.id() + "/", List.of()));
    assertThat(stored.title()).isEqualTo("2019 Chevrolet Silverado 1500 LT");
    assertThat(stored.vehicleType()).isEqualTo("Car/Truck");
    assertThat(stored.year()).isEqualTo(2019);
    assertThat(stored.make()).isEqualTo("Chevrolet");
    assertThat(stored.model()).isEqualTo("Silverado 1500 LT");
    assertThat(stored.mileage()).isEqualTo(45210);
    assertThat(stored.price()).isEqualTo(18990);
    assertThat(stored.bodyStyle()).isEqualTo("Truck");
    assertThat(stored.exteriorColor()).isEqualTo("Black");
    assertThat(stored.interiorColor()).isEqualTo("Beige");
    assertThat(stored.cleanTitle()).isTrue();
    assertThat(stored.condition()).isEqualTo("Very good");
    assertThat(stored.fuelType()).isEqualTo("Flex");
    assertThat(stored.transmission()).isEqualTo("Manual transmission");
    assertThat(stored.description()).isEqualTo(order.description());
    assertThat(stored.location()).isEqualTo("Denver, Colorado");
    assertThat(stored.groups()).isEmpty();
    assertThat(stored.photos().stream().map(Photo::sha256))
        .isEqualTo(order.photos().stream().map(OrderPhoto::sha256).toList());
    assertThat(steps)
        .containsExactly(
            "Checking session 2/7",
            "Opening marketplace 3/7",
            "Filling vehicle details 4/7",
            "Uploading photos 5/7",
            "Reviewing and publishing 6/7",
            "Confirming listing 7/7");
    assertThat(browser.cookies())
        .extracting(cookie -> cookie.name())
        .contains("c_user", "xs", "fr");
  }

  @Test
  void aDraftThatComesOverAFilledFieldIsOverwritten() throws Exception {
    ListingOrder order = Orders.truck(TestPhotos.make(folder, 1));
    marketplace.checkLogin();
    marketplace.openForm();
    marketplace.fill(order);
    browser.driver().executeScript(OVERWRITE_MODEL + "overwrite();");

    FormReading reading = marketplace.verify(order);

    assertThat(reading.fields()).containsEntry("model", "Silverado 1500 LT");
    assertThat(reading.storedPhotos()).isEqualTo(1);

    byte[] window = marketplace.screenshot();
    byte[] whole = marketplace.formPicture();
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/form.png"), whole);
    assertThat(height(whole)).isGreaterThan(height(window) * 3 / 2);
    assertThat(marketplace.verify(order).fields()).isEqualTo(reading.fields());
  }

  @Tag("long")
  @Test
  void aFieldThatDoesNotKeepItsValueStopsTheRunWithItsName() throws Exception {
    ListingOrder order = Orders.truck(TestPhotos.make(folder, 1));
    marketplace.checkLogin();
    marketplace.openForm();
    marketplace.fill(order);
    browser.driver().executeScript(OVERWRITE_MODEL + "setInterval(overwrite, 1);");

    StoppedException stopped =
        catchThrowableOfType(StoppedException.class, () -> marketplace.verify(order));

    assertThat(stopped.outcome())
        .isEqualTo(new FieldMismatch("model", "Silverado 1500 LT", "Something else"));
    assertThat(sandbox.ledger().listings()).isEmpty();
  }

  private static final String OVERWRITE_MODEL =
      """
      const overwrite = () => {
        const label = [...document.querySelectorAll('[role=form] label')].find((one) => one.innerText.trim() === 'Model');
        const input = label?.querySelector('input');
        if (!input) return;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, 'Something else');
        input.dispatchEvent(new Event('input', { bubbles: true }));
      };
      """;

  @Tag("long")
  @Test
  void aMotorcycleIsListedAsOne() throws Exception {
    Map<String, Reading> read =
        Map.of("fuel", new Reading("GASOLINE", null, null, "Fuel", "Gasoline"));
    ListingOrder order = Orders.typed("MOTORCYCLE", read, TestPhotos.make(folder, 1));
    marketplace.checkLogin();
    marketplace.openForm();
    fillAndVerify(order);

    PostingOutcome outcome = publish(order);

    assertThat(outcome).isInstanceOf(Posted.class);
    Listing stored = sandbox.ledger().listings().getFirst();
    assertThat(stored.vehicleType()).isEqualTo("Motorcycle");
    assertThat(stored.title()).isEqualTo("2019 Harley-Davidson Sportster");
    assertThat(stored.mileage()).isEqualTo(5123);
    assertThat(stored.fuelType()).isEqualTo("Gasoline");
  }

  @Test
  void aYearThatTheFormDoesNotOfferIsRefusedByName() throws Exception {
    ListingOrder truck = Orders.truck(TestPhotos.make(folder, 1));
    ListingOrder order =
        new ListingOrder(
            1899,
            truck.make(),
            truck.model(),
            null,
            null,
            5,
            1000_00,
            null,
            null,
            null,
            null,
            null,
            "Manual",
            null,
            truck.description(),
            truck.marker(),
            truck.location(),
            truck.photos(),
            Cells.of(null, null, "Manual", null),
            null);
    marketplace.checkLogin();
    marketplace.openForm();

    StoppedException stopped =
        catchThrowableOfType(StoppedException.class, () -> marketplace.fill(order));

    assertThat(stopped.outcome())
        .isInstanceOfSatisfying(
            FieldUnmappable.class,
            why -> {
              assertThat(why.field()).isEqualTo("year");
              assertThat(why.value()).isEqualTo("1899");
            });
  }

  @Test
  void aLoggedOutSessionIsHandedToItsOwner() throws Exception {
    account.fault("session.loggedOut");

    StoppedException stopped =
        catchThrowableOfType(StoppedException.class, () -> marketplace.checkLogin());

    assertThat(stopped.outcome()).isInstanceOf(NeedsLogin.class);
  }

  @Test
  void aFalseErrorAfterTheClickIsSettledByLooking() throws Exception {
    ListingOrder order = Orders.truck(TestPhotos.make(folder, 1));
    fillAndVerify(order);
    account.fault("publish.acceptThen500");

    PostingOutcome outcome = publish(order);

    String id = sandbox.ledger().listings().getFirst().id();
    assertThat(sandbox.ledger().listings()).hasSize(1);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Posted.class, posted -> assertThat(posted.listingId()).isEqualTo(id));
    assertThat(marketplace.find(Orders.marked(order, "LV-OTHER"), 1, null))
        .isInstanceOfSatisfying(
            Search.Absent.class,
            absent ->
                assertThat(absent.listings())
                    .extracting(Search.RuledOut::proof)
                    .containsExactly("it carries the reference " + order.marker()));
  }

  @Test
  void aRefusalLeavesTheQuestionOpenAndNothingListed() throws Exception {
    ListingOrder order = Orders.truck(TestPhotos.make(folder, 1));
    fillAndVerify(order);
    account.fault("publish.refuse");

    assertThat(publish(order)).isInstanceOf(Unknown.class);
    assertThat(sandbox.ledger().listings()).isEmpty();
  }

  /** The system takes no socket path over 107 characters, and a browser makes one in its folder. */
  @Test
  void aBrowserStartsInADeepFolderTooAndTidiesUp() throws Exception {
    Path deep = folder.resolve("d".repeat(120)).resolve("job");
    LaunchRequest request =
        new LaunchRequest(deep, "en-US", Display.HEADLESS, new Viewport(1920, 1080), null);
    Path scratch;
    try (BrowserSession second = new ChromeLauncher(System.getenv()).launch(request)) {
      assertThat(second.alive()).isTrue();
      scratch = Files.readSymbolicLink(deep.resolve("t"));
      assertThat(scratch).exists();
    }
    assertThat(scratch).doesNotExist();
    assertThat(deep.resolve("t")).doesNotExist();
  }

  @Test
  void aKilledBrowserLeavesNothingAndTheStepMayBeTriedAgain() throws Exception {
    marketplace.checkLogin();

    assertThat(ProcessGroup.killOf(folder.resolve("job"))).isTrue();

    assertThat(browser.alive()).isFalse();
    StoppedException stopped =
        catchThrowableOfType(StoppedException.class, () -> marketplace.openForm());
    assertThat(stopped.outcome()).isInstanceOf(PostingOutcome.BrowserLost.class);
    browser.close();
    try (Stream<Path> left = Files.list(folder.resolve("job"))) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("driver.log", "owner");
    }
  }
}
