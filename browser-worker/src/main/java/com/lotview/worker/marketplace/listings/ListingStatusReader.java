package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.listings.OwnListings.Finding;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.text.DealerTexts;

/**
 * How a listing stands: by its own page, and by what the search among the account's listings finds.
 * Where the two disagree nothing is concluded. Changes nothing.
 */
public final class ListingStatusReader {

  /** No card shows it. */
  private static final long NO_PRICE = -1;

  private final Page page;
  private final OwnListings listings;

  public ListingStatusReader(Page page) {
    this.page = page;
    this.listings = new OwnListings(page);
  }

  public Presence of(String id, String title) {
    return switch (ItemPage.look(page, id)) {
      case ItemPage.Sight.Shown shown -> shown(shown.item(), id, title);
      case ItemPage.Sight.Gone _ -> gone(id, listings.byId(id, title, NO_PRICE));
      // Whatever the list lacks: of a page that was not read nothing is gone.
      case ItemPage.Sight.Unclear unclear -> new Presence.Unreadable(unclear.reason());
    };
  }

  private Presence shown(ItemPage item, String id, String title) {
    if (item.sold(page.map().text("sold"))) {
      return new Presence.Sold();
    }
    return switch (listings.bySearch(id, title)) {
      case Finding.Here here when here.card().sold() -> new Presence.Sold();
      case Finding.Unreadable unreadable -> new Presence.Unreadable(unreadable.reason());
      // What its own page shows is public, also if the search does not know it (yet).
      case Finding.Here _, Finding.Absent _ ->
          item.price()
              .<Presence>map(Presence.Live::new)
              .orElse(new Presence.Unreadable(DealerTexts.noPriceShown(id)));
    };
  }

  private static Presence gone(String id, Finding found) {
    return switch (found) {
      case Finding.Absent _ -> new Presence.Gone();
      case Finding.Here here when here.card().sold() -> new Presence.Sold();
      case Finding.Here _ -> new Presence.Unreadable(DealerTexts.goneButListed(id));
      case Finding.Unreadable unreadable -> new Presence.Unreadable(unreadable.reason());
    };
  }
}
