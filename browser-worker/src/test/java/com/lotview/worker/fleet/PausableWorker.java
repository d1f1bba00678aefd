package com.lotview.worker.fleet;

import com.lotview.worker.WorkerApplication;
import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.OwnerBrowser;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.port.SiteBrowsers;
import com.lotview.worker.fleet.port.SiteForm;
import com.lotview.worker.fleet.port.SiteListings;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.listings.AskedListing;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.listings.Survey;
import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import com.lotview.worker.marketplace.listings.change.EditPriceResult;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RemoveResult;
import com.lotview.worker.marketplace.listings.change.RenewRequest;
import com.lotview.worker.marketplace.listings.change.RenewResult;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * A worker process in which everything is real except the browser, which is a {@link PageInTest}.
 */
public final class PausableWorker {
  private PausableWorker() {}

  /** Starts it; arguments are settings. */
  public static void main(String[] args) {
    WorkerApplication.startWith(List.of(Recorder.class), args);
  }

  /** Replaces the browsers. Not a component, because workers of other tests would find it. */
  static class Recorder {
    @Bean
    SiteBrowsers siteBrowsers(@Value("${PAGE_PORT}") int port) {
      return new Pages(port);
    }
  }

  private record Pages(int port) implements SiteBrowsers {
    @Override
    public SiteBrowser start(Path folder, String account, long seed, LongConsumer processGroup) {
      processGroup.accept(4711);
      return new Remote(port, HttpClient.newHttpClient());
    }

    // The page cannot be killed from here, as if it were on another host.
    @Override
    public void kill(Path folder) {}
  }

  private record Remote(int port, HttpClient http) implements SiteBrowser, SiteForm, SiteListings {
    private String ask(String what) {
      String[] parts = what.split("/", 2);
      String path = parts[0] + "/" + ProcessHandle.current().pid();
      URI uri =
          URI.create(
              "http://127.0.0.1:" + port + "/" + path + (parts.length > 1 ? "/" + parts[1] : ""));
      // Not interruptible: what was sent to a page reaches it, whatever its worker learns
      // afterwards.
      return http.sendAsync(
              HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .join()
          .body();
    }

    @Override
    public void signIn(String cookies) {
      ask("signIn");
    }

    @Override
    public void open() {
      ask("openForm");
    }

    @Override
    public void fill(PostingOrder order, List<Path> photos, Runnable uploading) {
      uploading.run();
      ask("fill");
    }

    @Override
    public void next() {
      ask("next");
    }

    @Override
    public OptionalLong lastAnswer() {
      return OptionalLong.empty();
    }

    @Override
    public byte[] picture() {
      return new byte[] {(byte) 0x89, 'P', 'N', 'G'};
    }

    @Override
    public PostingOutcome publish(PostingOrder order, ClickGuard guard, Runnable clicked) {
      long clock = Long.parseLong(ask("clock"));
      long until = clock + guard.permit().toNanos();
      ask("permitted");
      if (!Boolean.parseBoolean(ask("click/" + until))) {
        throw new StoppedException(new PostingOutcome.Retryable("the click came too late"));
      }
      clicked.run();
      ask("clicked");
      return new PostingOutcome.Posted("1", "https://site/item/1", List.of());
    }

    @Override
    public RemoveResult remove(RemoveRequest order, ClickGuard guard) {
      throw new UnsupportedOperationException();
    }

    @Override
    public EditPriceResult editPrice(EditPriceRequest order, ClickGuard guard) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RenewResult renew(RenewRequest order, ClickGuard guard) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RenewResult renewal(RenewRequest order) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Presence presence(String listingId, String title) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Survey survey(List<AskedListing> asked) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Search find(PostingOrder order, @Nullable Instant madeSince) {
      return Integer.parseInt(ask("look")) > 0
          ? new Search.Found("1", "https://site/item/1")
          : new Search.Absent(List.of());
    }

    @Override
    public SiteForm form() {
      return this;
    }

    @Override
    public SiteListings listings() {
      return this;
    }

    @Override
    public OwnerBrowser forOwner() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FormReport inspect() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Heals heals() {
      return Heals.NONE;
    }

    @Override
    public String cookies() {
      return "[]";
    }

    @Override
    public void close() {}
  }
}
