package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.listings.OwnListings.Finding;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.text.DealerTexts;

/**
 * Reads the status of a listing, on its own page and by a search among the account's listings. A
 * contradiction proves nothing. Changes nothing.
 */
public final class ListingStatusReader {

  /** A price that no card shows. */
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
      // A page that was not read proves nothing, even if the list lacks the listing.
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
      // The listing's own page is public, even if the search does not find it yet.
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
