package com.lotview.bench.recorder;

import com.lotview.worker.fleet.job.PostingOrder;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Does the same at the sandbox as its pages, by plain HTTP, so that the ledger judges order,
 * overlaps and counts. Ends, like a real browser, when its folder is deleted.
 */
final class HttpBrowser extends MeasuredBrowser {
  private static final String CREATE = "useCometMarketplaceListingCreateMutation";
  private static final String SELLING = "MarketplaceYouSellingFastActiveSectionPaginationQuery";
  private static final String PRE_PUBLISH = "MarketplaceComposerPrePublishQuery";

  private final SandboxPages pages;
  private final Path folder;
  private final Work work;
  private final List<String> photoIds = new ArrayList<>();
  private String form = "";
  private SandboxPages.@Nullable SignsOfLife signs;

  HttpBrowser(String site, Path folder, Work work) {
    this.pages = new SandboxPages(site, () -> Files.exists(folder));
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
    super.signIn(given);
    pages.carry(given);
    if (!pages.open("/marketplace/you/selling").signedIn()) {
      throw new StoppedException(new PostingOutcome.NeedsLogin("The site wants a login"));
    }
  }

  @Override
  public void open() {
    alive();
    form = pages.open("/marketplace/create/vehicle").setting("formSession");
    signs = pages.presence(form);
  }

  @Override
  public void fill(PostingOrder order, List<Path> photos, Runnable uploading) {
    work.fill(order);
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
  public PostingOutcome publish(PostingOrder order, ClickGuard guard, Runnable clicked) {
    permitted(guard);
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

  // There is no page that swallows late clicks, so the guard is asked as close to the click as
  // possible.
  private void permitted(ClickGuard guard) {
    long asked = System.nanoTime();
    long valid = guard.permit().toNanos();
    alive();
    if (System.nanoTime() - asked >= valid) {
      throw new IllegalStateException("The permit to click has ended");
    }
  }

  @Override
  public RemoveResult remove(RemoveRequest order, ClickGuard guard) {
    permitted(guard);
    String operation =
        order.how() == RemoveRequest.How.SOLD
            ? "MarketplaceListingSoldMutation"
            : "MarketplaceListingDeleteMutation";
    Map<String, Object> input =
        Map.of(
            "client_mutation_id",
            order.marker() + "/" + order.how(),
            "listing_id",
            order.listingId(),
            "sold",
            true);
    try {
      pages.ask(operation, Map.of("input", input));
      return new RemoveResult.Gone("The site took the request");
    } catch (SandboxPages.Refused e) {
      return new RemoveResult.Unclear("The site answered " + e.getMessage());
    }
  }

  /** No measurement changes prices at the sandbox. */
  @Override
  public EditPriceResult editPrice(EditPriceRequest order, ClickGuard guard) {
    return new EditPriceResult.NotChanged("Not spoken by this browser");
  }

  /** No measurement renews listings. */
  @Override
  public RenewResult renew(RenewRequest order, ClickGuard guard) {
    return renewal(order);
  }

  @Override
  public RenewResult renewal(RenewRequest order) {
    return new RenewResult.StillOffered("Not spoken by this browser");
  }

  @Override
  public Survey survey(List<AskedListing> asked) {
    List<Survey.Seen> seen =
        asked.stream()
            .map(one ->
                new Survey.Seen(
                    one.id(),
                    Survey.State.UNREADABLE,
                    null,
                    "Not spoken by this browser",
                    null,
                    false))
            .toList();
    return new Survey(false, 0, seen);
  }

  @Override
  public Presence presence(String listingId, String title) {
    return new Presence.Unreadable("Not spoken by this browser");
  }

  @Override
  public Search find(PostingOrder order, @Nullable Instant madeSince) {
    alive();
    try {
      JsonNode found =
          pages.ask(SELLING, Map.of("query", order.marker(), "count", 2)).at("/listings/edges");
      if (found.isEmpty()) {
        return new Search.Absent(List.of());
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
  public void close() {
    leaveForm();
  }

  private void leaveForm() {
    SandboxPages.SignsOfLife open = signs;
    signs = null;
    if (open != null && Files.exists(folder)) {
      open.close();
    }
  }
}
