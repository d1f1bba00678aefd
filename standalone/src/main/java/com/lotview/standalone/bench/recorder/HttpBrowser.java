package com.lotview.standalone.bench.recorder;

import com.lotview.worker.fleet.PostingOrder;
import com.lotview.worker.fleet.SiteBrowser;
import com.lotview.worker.marketplace.PostingOutcome;
import com.lotview.worker.marketplace.Search;
import com.lotview.worker.marketplace.StoppedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Does at the sandbox what its pages do, by plain HTTP: so its ledger judges order, overlaps and
 * counts. Ends, like a real browser, when its folder is cleared away.
 */
final class HttpBrowser implements SiteBrowser {
  private static final String CREATE = "useCometMarketplaceListingCreateMutation";
  private static final String SELLING = "MarketplaceYouSellingFastActiveSectionPaginationQuery";
  private static final String PRE_PUBLISH = "MarketplaceComposerPrePublishQuery";

  private final SandboxPages pages;
  private final Path folder;
  private final Duration work;
  private final List<String> photoIds = new ArrayList<>();
  private String cookies = "[]";
  private String form = "";
  private SandboxPages.@Nullable Presence presence;

  HttpBrowser(String site, Path folder, Duration work) {
    this.pages = new SandboxPages(site);
    this.folder = folder;
    this.work = work;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void signIn(String given) {
    cookies = given;
    pages.carry(given);
    if (!pages.open("/marketplace/you/selling").signedIn()) {
      throw new StoppedException(new PostingOutcome.NeedsLogin("The site wants a login"));
    }
  }

  @Override
  public void openForm() {
    alive();
    form = pages.open("/marketplace/create/vehicle").setting("formSession");
    presence = pages.presence(form);
  }

  @Override
  public void fill(PostingOrder order, List<Path> photos, Runnable uploading) {
    Work.take(work);
    alive();
    uploading.run();
    if (photos.isEmpty()) {
      photoIds.add(pages.upload(Picture.png()));
    }
    for (Path photo : photos) {
      photoIds.add(pages.upload(read(photo)));
    }
  }

  private static byte[] read(Path photo) {
    try {
      return Files.readAllBytes(photo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void next() {
    alive();
    pages.ask(PRE_PUBLISH, Map.of());
  }

  @Override
  public byte[] picture() {
    return Picture.png();
  }

  @Override
  public PostingOutcome publish(PostingOrder order, Runnable clicked) {
    alive();
    clicked.run();
    try {
      String id =
          pages
              .ask(CREATE, Map.of("input", input(order)))
              .at("/marketplace_listing_create/listing/id")
              .asString();
      return new PostingOutcome.Posted(id, pages.item(id), List.of());
    } catch (SandboxPages.Refused e) {
      return new PostingOutcome.Unknown("The site answered " + e.getMessage());
    } finally {
      leaveForm();
    }
  }

  private Map<String, Object> input(PostingOrder order) {
    PostingOrder.Listing listing = order.listing();
    return Map.of(
        "client_mutation_id",
        order.jobId() + "/" + form,
        "form_session",
        form,
        "vehicle",
        Map.of(
            "vehicleType",
            "Car/Truck",
            "year",
            String.valueOf(listing.year()),
            "make",
            listing.make(),
            "model",
            listing.model(),
            "mileage",
            String.valueOf(listing.mileage()),
            "price",
            String.valueOf(listing.priceCents() / 100),
            "description",
            listing.description(),
            "location",
            listing.location().city() + ", " + listing.location().state()),
        "photo_ids",
        photoIds);
  }

  @Override
  public Search look(PostingOrder order) {
    alive();
    try {
      JsonNode found =
          pages.ask(SELLING, Map.of("query", order.marker(), "count", 2)).at("/listings/edges");
      if (found.isEmpty()) {
        return new Search.Absent(0, 0);
      }
      String id = found.get(0).path("id").asString();
      return new Search.Found(id, pages.item(id));
    } catch (SandboxPages.Refused e) {
      return new Search.Unreadable("The site answered " + e.getMessage());
    }
  }

  // A worker that was paused too long finds its browser's folder gone: the browser is dead.
  private void alive() {
    if (!Files.exists(folder)) {
      throw new IllegalStateException("The browser was ended");
    }
  }

  @Override
  public String cookies() {
    return cookies;
  }

  @Override
  public void close() {
    leaveForm();
  }

  private void leaveForm() {
    SandboxPages.Presence open = presence;
    if (open != null) {
      open.close();
      presence = null;
    }
  }
}
