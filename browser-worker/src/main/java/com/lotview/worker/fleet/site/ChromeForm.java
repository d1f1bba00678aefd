package com.lotview.worker.fleet.site;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.SiteForm;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The vehicle form in a real browser. */
final class ChromeForm implements SiteForm {
  private final Marketplace marketplace;
  private @Nullable ListingOrder filled;

  ChromeForm(Marketplace marketplace) {
    this.marketplace = marketplace;
  }

  @Override
  public void open() {
    marketplace.openForm();
  }

  @Override
  public void fill(PostingOrder order, List<Path> photos, Runnable uploading) {
    ListingOrder listing = Listings.of(order, photos);
    filled = listing;
    marketplace.fill(listing);
    uploading.run();
    marketplace.uploadPhotos(listing);
    marketplace.verify(listing);
  }

  @Override
  public void next() {
    marketplace.next();
  }

  @Override
  public PostingOutcome publish(PostingOrder order, ClickGuard guard, Runnable clicked) {
    ListingOrder listing = Objects.requireNonNull(filled, "the form is filled first");
    marketplace.clickPublish(guard);
    clicked.run();
    return marketplace.awaitListing(listing);
  }

  @Override
  public FormReport inspect() {
    return marketplace.readForm();
  }

  @Override
  public Heals heals() {
    Marketplace.MapInUse map = marketplace.mapInUse();
    return new Heals(map.language(), map.version(), marketplace.heals());
  }

  @Override
  public byte[] picture() {
    return marketplace.formPicture();
  }
}
