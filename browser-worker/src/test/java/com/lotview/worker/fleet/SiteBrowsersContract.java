package com.lotview.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.form.mapping.OrderPhoto;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.port.SiteBrowsers;
import com.lotview.worker.marketplace.TestPhotos;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import com.lotview.worker.marketplace.listings.change.EditPriceResult;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RemoveResult;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract of {@link SiteBrowsers} and its browsers, real or scripted. */
interface SiteBrowsersContract {
  ClickGuard PERMIT = () -> Duration.ofSeconds(30);

  SiteBrowsers browsers();

  /** A folder of the test's own. */
  Path folder();

  /** Cookies of a new account of the site, for the order. */
  String cookies(PostingOrder order) throws Exception;

  @Test
  default void aProcessGroupIsNamedBeforeAnyPageOpens() {
    AtomicInteger named = new AtomicInteger();
    Path folder = folder().resolve("r");
    try (SiteBrowser browser =
        browsers().start(folder, "account", 1, group -> named.incrementAndGet())) {
      assertThat(named).hasValue(1);
      assertThat(browser.picture()).startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @Test
  default void cookiesOfNoAccount_needLogin() {
    try (SiteBrowser browser = start()) {
      assertThatThrownBy(() -> browser.signIn("[]"))
          .isInstanceOfSatisfying(
              StoppedException.class,
              e -> assertThat(e.outcome()).isInstanceOf(PostingOutcome.NeedsLogin.class));
    }
  }

  @Test
  default void publish_asksTheGuardFirst_andTheListingIsFound() throws Exception {
    PostingOrder order = order();
    List<String> calls = new ArrayList<>();
    try (SiteBrowser browser = filled(order)) {
      PostingOutcome outcome =
          browser
              .form()
              .publish(
                  order,
                  () -> {
                    calls.add("permit");
                    return PERMIT.permit();
                  },
                  () -> calls.add("clicked"));
      assertThat(calls).containsExactly("permit", "clicked");
      assertThat(outcome).isInstanceOf(PostingOutcome.Posted.class);
      String id = ((PostingOutcome.Posted) outcome).listingId();
      assertThat(browser.listings().find(order, null))
          .isInstanceOfSatisfying(
              Search.Found.class, found -> assertThat(found.listingId()).isEqualTo(id));
      assertThat(browser.cookies()).startsWith("[").endsWith("]");
    }
  }

  @Test
  default void publishWithoutAPermit_publishesNothing() throws Exception {
    PostingOrder order = order();
    try (SiteBrowser browser = filled(order)) {
      ClickGuard refuses =
          () -> {
            throw new IllegalStateException("no permit");
          };
      assertThatThrownBy(() -> browser.form().publish(order, refuses, () -> {}))
          .hasMessage("no permit");
      assertThat(browser.listings().find(order, null)).isInstanceOf(Search.Absent.class);
    }
  }

  @Test
  default void aListing_changesItsPrice_andIsRemoved() throws Exception {
    PostingOrder order = order();
    try (SiteBrowser browser = filled(order)) {
      PostingOutcome outcome = browser.form().publish(order, PERMIT, () -> {});
      assertThat(outcome).isInstanceOf(PostingOutcome.Posted.class);
      PostingOutcome.Posted posted = (PostingOutcome.Posted) outcome;
      String title = order.listing().siteTitle();
      long price = order.listing().priceCents() / 100;
      EditPriceRequest cheaper =
          new EditPriceRequest(
              posted.listingId(), posted.url(), order.marker(), title, price, price - 500);
      assertThat(browser.listings().editPrice(cheaper, PERMIT))
          .isEqualTo(new EditPriceResult.Shown(price - 500));
      assertThat(browser.listings().presence(posted.listingId(), title))
          .isEqualTo(new Presence.Live(price - 500));
      RemoveRequest removal =
          new RemoveRequest(
              posted.listingId(),
              posted.url(),
              order.marker(),
              title,
              price - 500,
              RemoveRequest.How.DELETE);
      assertThat(browser.listings().remove(removal, PERMIT)).isInstanceOf(RemoveResult.Gone.class);
      assertThat(browser.listings().presence(posted.listingId(), title))
          .isEqualTo(new Presence.Gone());
      assertThat(browser.listings().find(order, null)).isInstanceOf(Search.Absent.class);
    }
  }

  @Test
  default void aKilledBrowser_failsEveryCall() throws Exception {
    PostingOrder order = order();
    String cookies = cookies(order);
    Path folder = folder().resolve("r");
    try (SiteBrowser browser = browsers().start(folder, "account", 1, group -> {})) {
      browser.signIn(cookies);
      browsers().kill(folder);
      assertThatThrownBy(browser::picture).isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> browser.listings().find(order, null))
          .isInstanceOf(RuntimeException.class);
    }
  }

  private SiteBrowser start() {
    return browsers().start(folder().resolve("r"), "account", 1, group -> {});
  }

  /** A browser whose form is filled and is one click from being published. */
  private SiteBrowser filled(PostingOrder order) throws Exception {
    String cookies = cookies(order);
    List<Path> photos = TestPhotos.make(folder(), 2).stream().map(OrderPhoto::file).toList();
    SiteBrowser browser = start();
    browser.signIn(cookies);
    browser.form().open();
    browser.form().fill(order, photos, () -> {});
    browser.form().next();
    return browser;
  }

  private PostingOrder order() throws IOException {
    List<PostingOrder.Photo> photos = new ArrayList<>();
    for (OrderPhoto photo : TestPhotos.make(folder(), 2)) {
      photos.add(
          new PostingOrder.Photo(
              UUID.randomUUID(), photo.sha256(), "image/jpeg", Files.size(photo.file())));
    }
    String body = Orders.body(UUID.randomUUID().toString(), 300, photos);
    return new tools.jackson.databind.json.JsonMapper().readValue(body, PostingOrder.class);
  }
}
