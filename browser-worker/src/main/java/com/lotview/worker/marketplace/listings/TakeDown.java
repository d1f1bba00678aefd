package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.listings.OwnListings.Finding;
import com.lotview.worker.marketplace.listings.Removal.Gone;
import com.lotview.worker.marketplace.listings.Removal.StillThere;
import com.lotview.worker.marketplace.listings.Removal.Unclear;
import com.lotview.worker.marketplace.listings.RemoveOrder.How;
import com.lotview.worker.marketplace.listings.SellingPage.Dialog;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.FormMap;
import com.lotview.worker.marketplace.page.GuardedClick;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.marketplace.page.WatchedGuard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/**
 * Deletes a listing or marks it as sold. The listing is known by the id in its dialog; both ways
 * that the site has had for it are tried; what counts in the end is what the site shows afterwards,
 * not what was clicked.
 */
public final class TakeDown {

  /** The site may need a while until all its pages know. */
  private static final List<Duration> LOOKS =
      List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5));

  private final Page page;
  private final RemoveOrder order;
  private final WatchedGuard guard;
  private final OwnListings listings;
  private final SellingPage selling;
  private Optional<PostingOutcome> stop = Optional.empty();

  public TakeDown(Page page, RemoveOrder order, ClickGuard guard) {
    this.page = page;
    this.order = order;
    this.guard = new WatchedGuard(guard);
    this.listings = new OwnListings(page);
    this.selling = listings.page();
  }

  /**
   * Does it. Throws {@link StoppedException} only as long as nothing was clicked that counts, or
   * when the listing is there as before and the site has said what stops the account.
   */
  public Removal run() {
    Removal seen = tried();
    if (seen instanceof StillThere) {
      stop.ifPresent(outcome -> {
        throw new StoppedException(outcome);
      });
    }
    return seen;
  }

  private Removal tried() {
    try {
      return switch (listings.byId(order.listingId(), order.title(), order.priceDollars())) {
        case Finding.Here here -> takeDown(here.card());
        case Finding.Absent _ -> absent();
        case Finding.Unreadable unreadable ->
            throw new StoppedException(new Retryable(unreadable.reason()));
      };
    } catch (StoppedException | WebDriverException failure) {
      if (!guard.asked()) {
        throw failure;
      }
      return new Unclear("after the click was allowed: " + failure.getMessage());
    }
  }

  /** Not among the account's listings: then its own page says whether it is there at all. */
  private Removal absent() {
    return switch (ItemPage.look(page, order.listingId())) {
      case ItemPage.Sight.Gone _ -> new Gone("it was gone already");
      case ItemPage.Sight.Shown shown when order.how() == How.SOLD && sold(shown.item()) ->
          new Gone("it was marked as sold already");
      case ItemPage.Sight.Shown _ ->
          new StillThere("its page shows it, but it is not among the account's listings");
      case ItemPage.Sight.Unclear unclear ->
          throw new StoppedException(new Retryable(unclear.reason()));
    };
  }

  private boolean sold(ItemPage item) {
    return item.sold(page.map().text("sold"));
  }

  private Removal takeDown(Card card) {
    if (order.how() == How.SOLD && card.sold()) {
      return new Gone("it was marked as sold already");
    }
    ListingControls controls = new ListingControls(page, selling, card);
    Optional<WebElement> button =
        order.how() == How.SOLD ? soldButton(controls) : deleteButton(controls);
    if (button.isEmpty()) {
      return verdict(
          new ListingStatusReader(page).of(order.listingId(), order.title()),
          "; neither its dialog nor its card and menu led to "
              + (order.how() == How.SOLD ? "marking it as sold" : "deleting it"));
    }
    GuardedClick.give(page, button.get(), guard);
    List<String> said = new FollowUpDialogs(page).answer(guard);
    stop = PageState.stop(page);
    return proven(said);
  }

  /** The button that deletes for good: the one of the dialog that asks once more. */
  private Optional<WebElement> deleteButton(ListingControls controls) {
    Optional<WebElement> confirm =
        controls.inDialog(Dialog::remove).flatMap(button -> controls.opened(button, this::confirm));
    return confirm.isPresent()
        ? confirm
        : controls.inMenu("menuDelete").flatMap(item -> controls.opened(item, this::confirm));
  }

  private static Optional<WebElement> soldButton(ListingControls controls) {
    return controls
        .inDialog(Dialog::markSold)
        .or(() -> controls.onCard("markSold"))
        .or(() -> controls.inMenu("menuSold"));
  }

  private Optional<WebElement> confirm() {
    FormMap map = page.map();
    return page.ask(
            "selling.confirm",
            map.text("deleteDialog"),
            map.button("delete"),
            map.button("cancel"),
            map.text("listingDialog"))
        .flatMap(seen -> seen.element("node"));
  }

  private Removal proven(List<String> said) {
    String words = said.isEmpty() ? "" : "; the site said: " + String.join(" / ", said);
    Removal seen = new Unclear("it was not looked at");
    for (Duration wait : LOOKS) {
      Waiting.pause(wait);
      seen = verdict(new ListingStatusReader(page).of(order.listingId(), order.title()), words);
      if (seen instanceof Gone) {
        return seen;
      }
    }
    return seen;
  }

  private Removal verdict(Presence now, String words) {
    return switch (now) {
      case Presence.Gone _ ->
          new Gone("neither its page nor the search among the account's listings has it");
      case Presence.Sold _ when order.how() == How.SOLD -> new Gone("it is marked as sold");
      case Presence.Sold _ -> new StillThere("it is there, marked as sold" + words);
      case Presence.Live _ -> new StillThere("it is there as before" + words);
      case Presence.Unreadable unreadable -> new Unclear(unreadable.reason() + words);
    };
  }
}
