package com.lotview.standalone.bench.recorder;

import com.lotview.worker.fleet.PostingOrder;
import com.lotview.worker.fleet.SiteBrowser;
import com.lotview.worker.marketplace.PostingOutcome;
import com.lotview.worker.marketplace.Search;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A browser that only keeps what it was asked. */
final class RecordedBrowser implements SiteBrowser {
  private final RecordBook book;
  private final Duration work;
  private final String site;
  private String cookies = "[]";

  /**
   * @param work how long filling takes
   * @param site base address, for the listings' addresses
   */
  RecordedBrowser(RecordBook book, Duration work, String site) {
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
    Work.take(work);
    uploading.run();
  }

  @Override
  public void next() {}

  @Override
  public byte[] picture() {
    return Picture.png();
  }

  @Override
  public PostingOutcome publish(PostingOrder order, Runnable clicked) {
    book.publish(order.marker());
    clicked.run();
    String id = listingId(order);
    return new PostingOutcome.Posted(id, url(id), List.of());
  }

  @Override
  public Search look(PostingOrder order) {
    String id = listingId(order);
    return book.has(order.marker()) ? new Search.Found(id, url(id)) : new Search.Absent(0, 0);
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
