package com.lotview.bench.recorder;

import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.OwnerBrowser;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.port.SiteForm;
import com.lotview.worker.fleet.port.SiteListings;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.listings.EditPriceRequest;
import com.lotview.worker.marketplace.listings.EditPriceResult;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.RemoveRequest;
import com.lotview.worker.marketplace.listings.RemoveResult;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A browser that only keeps what it was asked. */
final class RecordedBrowser implements SiteBrowser, SiteForm, SiteListings {
  private final RecordBook book;
  private final Work work;
  private final String site;
  private String cookies = "[]";

  /**
   * @param work how long filling takes
   * @param site base address, for the listings' addresses
   */
  RecordedBrowser(RecordBook book, Work work, String site) {
    this.book = book;
    this.work = work;
    this.site = site;
  }

  @Override
  public void signIn(String given) {
    cookies = given;
  }

  @Override
  public void open() {}

  @Override
  public void fill(PostingOrder order, List<Path> photos, Runnable uploading) {
    work.fill(order);
    uploading.run();
  }

  @Override
  public void next() {}

  @Override
  public byte[] picture() {
    return Picture.png();
  }

  @Override
  public PostingOutcome publish(PostingOrder order, ClickGuard guard, Runnable clicked) {
    guard.permit();
    String id = listingId(order);
    book.publish(id, order.listing().priceCents() / 100);
    clicked.run();
    return new PostingOutcome.Posted(id, url(id), List.of());
  }

  @Override
  public RemoveResult remove(RemoveRequest order, ClickGuard guard) {
    guard.permit();
    book.remove(order.listingId());
    return new RemoveResult.Gone("Recorded");
  }

  @Override
  public EditPriceResult editPrice(EditPriceRequest order, ClickGuard guard) {
    guard.permit();
    book.edit(order.listingId(), order.toDollars());
    return new EditPriceResult.Shown(order.toDollars());
  }

  @Override
  public Presence presence(String listingId, String title) {
    return book.price(listingId).<Presence>map(Presence.Live::new).orElseGet(Presence.Gone::new);
  }

  @Override
  public Search find(PostingOrder order, @Nullable Instant madeSince) {
    String id = listingId(order);
    return book.price(id).isPresent()
        ? new Search.Found(id, url(id))
        : new Search.Absent(List.of());
  }

  private static String listingId(PostingOrder order) {
    return String.valueOf(order.postingId().getLeastSignificantBits() >>> 1);
  }

  private String url(String id) {
    return site + "/marketplace/item/" + id + "/";
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
    throw new UnsupportedOperationException("No measurement shows this browser to an owner");
  }

  @Override
  public FormReport inspect() {
    throw new UnsupportedOperationException("No measurement inspects a form with this browser");
  }

  @Override
  public Heals heals() {
    return Heals.NONE;
  }

  @Override
  public String cookies() {
    return cookies;
  }

  @Override
  public void close() {}
}
