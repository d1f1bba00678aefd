package com.lotview.worker.marketplace.listings.change;

import com.lotview.worker.marketplace.listings.Card;
import com.lotview.worker.marketplace.listings.OwnListings.Finding;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.GuardedClick;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.text.DealerTexts;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.WebElement;

/**
 * Renews a listing by the button of its card. A card that offers no renewal is the proof, so a
 * listing that was renewed by hand meanwhile needs no click. Some accounts have "Delete &amp;
 * relist" in its place (marketplace-form.md §12), which would be another listing: it is never used.
 */
public final class RenewListing extends ListingChange<RenewResult> {
  private final RenewalOffer offer;

  public RenewListing(Page page, RenewRequest order, ClickGuard guard) {
    super(page, guard);
    this.offer = new RenewalOffer(page, order);
  }

  @Override
  RenewResult change() {
    return switch (offer.find()) {
      case Finding.Here here when offer.isOffered(here.card()) -> renew(here.card());
      case Finding.Here _ -> new RenewResult.NotOffered();
      case Finding.Absent _ -> before(offer.absent());
      case Finding.Unreadable unreadable -> throw unreadable(unreadable.reason());
    };
  }

  private static RenewResult before(RenewResult absent) {
    if (absent instanceof RenewResult.Unclear(String reason)) {
      throw unreadable(reason);
    }
    return absent;
  }

  private static StoppedException unreadable(String reason) {
    return new StoppedException(new Retryable(reason));
  }

  private RenewResult renew(Card card) {
    ListingControls controls = new ListingControls(page, offer.listings().page(), card);
    Optional<WebElement> button = controls.onCard("renew");
    if (button.isEmpty()) {
      return new RenewResult.StillOffered(DealerTexts.NO_RENEWAL_BUTTON);
    }
    GuardedClick.give(page, button.get(), guard);
    List<String> said = new FollowUpDialogs(page).answer(guard);
    noteStop();
    String words = DealerTexts.andSiteSays(String.join(" / ", said));
    return awaited(() -> saying(offer.read(), words), RenewResult.NotOffered.class::isInstance);
  }

  private static RenewResult saying(RenewResult read, String words) {
    return read instanceof RenewResult.StillOffered(String reason)
        ? new RenewResult.StillOffered(reason + words)
        : read;
  }

  @Override
  boolean unchanged(RenewResult result) {
    return result instanceof RenewResult.StillOffered;
  }

  @Override
  RenewResult unclear(String reason) {
    return new RenewResult.Unclear(reason);
  }
}
