package com.lotview.bench.browser;

import com.lotview.bench.form.FeedVehicle;
import com.lotview.bench.report.Distribution;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.form.mapping.Reading;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.inventory.vehicle.VehicleRules;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.standalone.client.Progress;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.files.Folders;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
import com.lotview.worker.pace.NoPace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Measures the time from the site's first page to the confirmed listing, for the worker and a plain
 * script in turn, each with a new browser and a new account. What the site has stored decides
 * whether a run is correct.
 */
public final class Fills {
  private static final String TEXT =
      """
      2019 Honda Civic EX in great shape, one owner, always serviced by us.

      - Backup camera, Bluetooth, heated seats
      - New tires in spring, both keys, clean history
      - Drives as it should: come and try it yourself

      We are a family business in Denver and take our time for every buyer. Call or message us at
      Smith Auto to schedule a test drive; trade-ins are welcome, and so are questions of any kind.
      Ref
      """;

  private static final Map<String, Reading> MEANING = meaning();

  private final Stage stage;
  private final @Nullable Yardstick yardstick;
  private final Progress progress;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();
  private final Map<String, List<Double>> parts = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int number;

  Fills(Stage stage, @Nullable Yardstick yardstick, Progress progress) {
    this.stage = stage;
    this.yardstick = yardstick;
    this.progress = progress;
  }

  public void run(int times) throws IOException, InterruptedException {
    List<OrderPhoto> photos = Photos.make(stage.home().resolve("photos"), 10);
    // The first of each warms up files and compilers, and is not counted.
    for (int i = 0; i <= times; i++) {
      boolean counted = i > 0;
      once(photos, counted);
      if (yardstick != null) {
        ListingOrder order = order(photos);
        JsonNode account = stage.account();
        double millis = yardstick.run(stage, account, order);
        judge("script", account, order);
        if (counted) {
          theirs.add(millis);
        }
      }
      if (i % 5 == 0 && counted) {
        progress.step(i + " of " + times + " filled");
      }
    }
  }

  private void once(List<OrderPhoto> photos, boolean counted) throws IOException {
    ListingOrder order = order(photos);
    JsonNode account = stage.account();
    BrowserSession browser = stage.browser();
    try (browser) {
      browser.setCookies(Stage.cookies(account), stage.site());
      Clock clock = new Clock(counted);
      PostingOutcome outcome = posted(browser, order, clock);
      if (!(outcome instanceof PostingOutcome.Posted posted) || !posted.differences().isEmpty()) {
        wrong.add("ours: " + outcome);
      }
      if (counted) {
        ours.add(clock.total());
      }
    } finally {
      Folders.delete(browser.folder());
    }
    judge("ours", account, order);
  }

  private PostingOutcome posted(BrowserSession browser, ListingOrder order, Clock clock) {
    Marketplace marketplace =
        Marketplace.on(
            browser, MarketplaceSettings.of(stage.site(), new NoPace()), (n, of, text) -> {});
    marketplace.checkLogin();
    clock.lap("sign-in seen");
    marketplace.openForm();
    clock.lap("form open");
    marketplace.fill(order);
    clock.lap("fields filled");
    marketplace.uploadPhotos(order);
    clock.lap("photos stored");
    marketplace.verify(order);
    clock.lap("all read back");
    marketplace.next();
    clock.lap("second page");
    marketplace.clickPublish(() -> Duration.ofSeconds(10));
    PostingOutcome outcome = marketplace.awaitListing(order);
    clock.lap("published, page compared");
    return outcome;
  }

  private ListingOrder order(List<OrderPhoto> photos) {
    String marker = "LV-B" + String.format("%04d", ++number);
    return new ListingOrder(
        2019,
        "Honda",
        "Civic EX",
        null,
        null,
        45_000 + number,
        18_990_00L,
        "Sedan",
        "Blue",
        "Black",
        "Very good",
        "Gasoline",
        "Automatic",
        true,
        TEXT.strip() + " " + marker,
        marker,
        "Denver, CO",
        photos,
        MEANING,
        null);
  }

  private static Map<String, Reading> meaning() {
    VehicleDraft car =
        new VehicleDraft(
            "1",
            null,
            2019,
            "Honda",
            "Civic EX",
            null,
            null,
            null,
            null,
            "Sedan",
            null,
            "Automatic",
            null,
            "Gasoline",
            null,
            null,
            null,
            null,
            true,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return FeedVehicle.meaning(
        new VehicleRules(java.time.Clock.systemUTC()).check(car).orThrow().facts());
  }

  private void judge(String who, JsonNode account, ListingOrder order) {
    List<Listing> stored = stage.sandbox().ledger().listings(account.path("id").asString());
    boolean right =
        stored.size() == 1
            && stored.getFirst().description().equals(order.description())
            && stored.getFirst().photos().size() == order.photos().size()
            && Objects.equals(stored.getFirst().price(), order.priceDollars())
            && Objects.equals(stored.getFirst().year(), order.year());
    if (!right) {
      wrong.add(who + ": " + stored);
    }
  }

  public List<Distribution> rows() {
    List<Distribution> rows = new ArrayList<>();
    rows.add(Distribution.of("fill and publish, LotView", ours));
    if (yardstick != null) {
      rows.add(Distribution.of("fill and publish, plain puppeteer-core", theirs));
    }
    parts.forEach((name, millis) -> rows.add(Distribution.of("· " + name, millis)));
    return rows;
  }

  /** Fields that were not stored as ordered. */
  public List<String> wrong() {
    return List.copyOf(wrong);
  }

  private final class Clock {
    private final boolean counted;
    private final long began = System.nanoTime();
    private long last = began;

    Clock(boolean counted) {
      this.counted = counted;
    }

    void lap(String name) {
      long now = System.nanoTime();
      if (counted) {
        parts.computeIfAbsent(name, key -> new ArrayList<>()).add((now - last) / 1e6);
      }
      last = now;
    }

    double total() {
      return (last - began) / 1e6;
    }
  }
}
