package com.lotview.worker.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.StoppedException;
import java.time.Duration;

/** The steps of a posting, one after the other as in a job. */
public final class Steps {
  private Steps() {}

  /** All of them; what the site answered. */
  public static PostingOutcome post(Marketplace marketplace, ListingOrder order) {
    fill(marketplace, order);
    return publish(marketplace, order);
  }

  /** Until the form is filled and verified. */
  public static void fill(Marketplace marketplace, ListingOrder order) {
    marketplace.checkLogin();
    marketplace.openForm();
    marketplace.fill(order);
    marketplace.uploadPhotos(order);
    marketplace.verify(order);
  }

  /** From the filled form on. */
  public static PostingOutcome publish(Marketplace marketplace, ListingOrder order) {
    marketplace.next();
    marketplace.clickPublish(() -> Duration.ofSeconds(10));
    return marketplace.awaitListing(order);
  }

  /** The field at which filling the form must stop. */
  public static FieldUnmappable unmappable(Marketplace marketplace, ListingOrder order) {
    marketplace.checkLogin();
    marketplace.openForm();
    StoppedException stopped =
        catchThrowableOfType(StoppedException.class, () -> marketplace.fill(order));
    assertThat(stopped.outcome()).isInstanceOf(FieldUnmappable.class);
    return (FieldUnmappable) stopped.outcome();
  }
}
