package com.lotview.bench.recorder;

import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.listings.EditOrder;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.PriceEdit;
import com.lotview.worker.marketplace.listings.Removal;
import com.lotview.worker.marketplace.listings.RemoveOrder;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A browser that only keeps what it was asked. */
final class RecordedBrowser implements SiteBrowser {
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
  public void openForm() {}

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
    book.publish(order.marker(), order.listing().priceCents() / 100);
    clicked.run();
    String id = listingId(order);
    return new PostingOutcome.Posted(id, url(id), List.of());
  }

  @Override
  public Removal remove(RemoveOrder order, ClickGuard guard) {
    guard.permit();
    book.remove(order.marker());
    return new Removal.Gone("Recorded");
  }

  @Override
  public PriceEdit editPrice(EditOrder order, ClickGuard guard) {
    guard.permit();
    book.edit(order.marker(), order.toDollars());
    return new PriceEdit.Shown(order.toDollars());
  }

  @Override
  public Presence presence(String listingId, String marker, String title) {
    return book.price(marker).<Presence>map(Presence.Live::new).orElseGet(Presence.Gone::new);
  }

  @Override
  public Search look(PostingOrder order, @Nullable Instant madeSince) {
    String id = listingId(order);
    return book.price(order.marker()).isPresent()
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
  public String cookies() {
    return cookies;
  }

  @Override
  public void close() {}
}
