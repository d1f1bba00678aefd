package com.lotview.worker.marketplace.listings.change;

import com.lotview.worker.marketplace.listings.Card;
import com.lotview.worker.marketplace.listings.ItemPage;
import com.lotview.worker.marketplace.listings.OwnListings;
import com.lotview.worker.marketplace.listings.OwnListings.Finding;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.text.DealerTexts;

/**
 * Reads on a listing's card whether the site offers to renew it. The id in its dialog identifies
 * it.
 */
public final class RenewalOffer {
  private final Page page;
  private final RenewRequest order;
  private final OwnListings listings;

  public RenewalOffer(Page page, RenewRequest order) {
    this.page = page;
    this.order = order;
    this.listings = new OwnListings(page);
  }

  /** The account's listings; after {@link Finding.Here} they show the listing's dialog. */
  OwnListings listings() {
    return listings;
  }

  Finding find() {
    return listings.byId(order.listingId(), order.title(), order.priceDollars());
  }

  /** Whether it is offered. */
  public RenewResult read() {
    return switch (find()) {
      case Finding.Here here -> of(here.card());
      case Finding.Absent _ -> absent();
      case Finding.Unreadable unreadable -> new RenewResult.Unclear(unreadable.reason());
    };
  }

  RenewResult of(Card card) {
    return isOffered(card)
        ? new RenewResult.StillOffered(DealerTexts.RENEWAL_STILL_OFFERED)
        : new RenewResult.NotOffered();
  }

  /** Whether the card offers it. */
  boolean isOffered(Card card) {
    return card.says().stream().anyMatch(page.map().text("renew")::contains);
  }

  /** The account's listings do not have it, so its own page decides whether it exists. */
  RenewResult absent() {
    return switch (ItemPage.look(page, order.listingId())) {
      case ItemPage.Sight.Gone _ -> new RenewResult.Missing();
      case ItemPage.Sight.Shown _ -> new RenewResult.Unclear(DealerTexts.NOT_IN_LIST);
      case ItemPage.Sight.Unclear unclear -> new RenewResult.Unclear(unclear.reason());
    };
  }
}
