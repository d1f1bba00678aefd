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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A browser that only records its calls. */
final class RecordedBrowser extends MeasuredBrowser {
  private final RecordBook book;
  private final Work work;
  private final String site;

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
  public void open() {}

  @Override
  public void fill(PostingOrder order, List<Path> photos, Runnable uploading) {
    work.fill(order);
    uploading.run();
  }

  @Override
  public void next() {}

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
    return new Survey(
        true,
        0,
        asked.stream()
            .map(one ->
                new Survey.Seen(
                    one.id(),
                    book.price(one.id()).isPresent() ? Survey.State.LIVE : Survey.State.ABSENT,
                    book.price(one.id()).orElse(null),
                    null,
                    null,
                    false))
            .toList());
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
  public void close() {}
}
