package com.lotview.worker.marketplace.publish;

import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.marketplace.listings.ItemPage;
import com.lotview.worker.marketplace.listings.OwnListings;
import com.lotview.worker.marketplace.listings.OwnListings.Finding;
import com.lotview.worker.marketplace.page.Difference;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageTime;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Unread;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openqa.selenium.WebDriverException;

/**
 * Reads a new listing among the account's listings and on its own page, and compares it with the
 * order. The site gave its id; whether a page shows it is a separate question, because the site may
 * take it back. What is not visible yet becomes a note, what differs a difference. Changes nothing.
 */
public final class Confirmation {

  private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

  /** How long to look for a listing that neither page shows; posting-service looks again later. */
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(20);

  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(3);

  private final Page page;
  private final ListingOrder order;
  private final FormValues values;
  private final int photos;
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private boolean seen;

  /**
   * @param photos number of ordered photos
   */
  public Confirmation(Page page, ListingOrder order, FormValues values, int photos) {
    this.page = page;
    this.order = order;
    this.values = values;
    this.photos = photos;
  }

  /**
   * Confirms the listing.
   *
   * @param listed whether the account's listings showed it already
   */
  public Posted of(String id, boolean listed) {
    seen = listed;
    PageTime.Since began = page.time().start();
    both(id);
    while (!seen && !began.over(SEEN_WITHIN)) {
      Waiting.pause(LOOK_INTERVAL);
      notes.clear();
      both(id);
    }
    String url = page.settings().site().resolve(ItemPage.path(id)).toString();
    return new Posted(id, url, differences, notes, unread, seen);
  }

  private void both(String id) {
    if (!seen) {
      look(DealerTexts::listingsUnread, () -> amongListings(id));
    }
    look(DealerTexts::listingPageUnread, () -> onItsPage(id));
  }

  private void look(UnaryOperator<String> unread, Runnable looking) {
    try {
      looking.run();
    } catch (StoppedException | WebDriverException unreadable) {
      notes.add(unread.apply(StoppedException.brief(unreadable)));
    }
  }

  private void amongListings(String id) {
    OwnListings listings = new OwnListings(page);
    switch (listings.lately(id, values.title(), values.priceDollars())) {
      case Finding.Here here -> {
        seen = true;
        here.card().says().forEach(this::remark);
      }
      // A new listing may take minutes to appear (marketplace-form.md §10).
      case Finding.Absent _ -> notes.add(DealerTexts.LIST_BEHIND);
      case Finding.Unreadable unreadable -> notes.add(unreadable.reason());
    }
  }

  private void onItsPage(String id) {
    Optional<ItemPage> item = shown(id);
    if (item.isEmpty()) {
      notes.add(DealerTexts.PAGE_BEHIND);
      return;
    }
    seen = true;
    Comparison.Found found = compared(item.get());
    if (!found.agrees()) {
      // The page may be outdated, so only a repeated difference counts.
      Waiting.pause(RETRY_DELAY);
      found = shown(id).map(again -> compared(again.leafed(page, id, photos))).orElse(found);
    }
    differences.addAll(found.differences());
    for (String field : found.unread()) {
      unread.add(new Unread(field, page.map().language()));
      notes.add(DealerTexts.fieldUnread(field));
    }
    item.get().remarks(page.map()).forEach(this::remark);
  }

  private Optional<ItemPage> shown(String id) {
    return ItemPage.read(page, id, order.description()) instanceof ItemPage.Sight.Shown shown
        ? Optional.of(shown.item())
        : Optional.empty();
  }

  private Comparison.Found compared(ItemPage item) {
    return Comparison.of(page.map(), item, order, values, photos);
  }

  private void remark(String said) {
    String note = DealerTexts.siteSays(said);
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }
}
