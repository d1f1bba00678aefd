package com.lotview.worker.marketplace.listings.change;

import com.lotview.form.FormMap;
import com.lotview.worker.marketplace.listings.Card;
import com.lotview.worker.marketplace.listings.CardDialog;
import com.lotview.worker.marketplace.listings.ItemPage;
import com.lotview.worker.marketplace.listings.ListingStatusReader;
import com.lotview.worker.marketplace.listings.OwnListings;
import com.lotview.worker.marketplace.listings.OwnListings.Finding;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.SellingPage;
import com.lotview.worker.marketplace.listings.change.RemoveRequest.How;
import com.lotview.worker.marketplace.listings.change.RemoveResult.Gone;
import com.lotview.worker.marketplace.listings.change.RemoveResult.StillThere;
import com.lotview.worker.marketplace.listings.change.RemoveResult.Unclear;
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
 * Deletes a listing or marks it as sold. The id in its dialog identifies the listing. Tries both
 * controls that the site has had for it.
 */
public final class RemoveListing extends ListingChange<RemoveResult> {

  private final RemoveRequest order;
  private final OwnListings listings;
  private final SellingPage selling;

  public RemoveListing(Page page, RemoveRequest order, ClickGuard guard) {
    super(page, guard);
    this.order = order;
    this.listings = new OwnListings(page);
    this.selling = listings.page();
  }

  @Override
  RemoveResult change() {
    return switch (listings.byId(order.listingId(), order.title(), order.priceDollars())) {
      case Finding.Here here -> remove(here.card());
      case Finding.Absent _ -> absent();
      case Finding.Unreadable unreadable ->
          throw new StoppedException(new Retryable(unreadable.reason()));
    };
  }

  @Override
  boolean unchanged(RemoveResult result) {
    return result instanceof StillThere;
  }

  @Override
  RemoveResult unclear(String reason) {
    return new Unclear(reason);
  }

  /** The account's listings do not have it, so its own page decides whether it exists. */
  private RemoveResult absent() {
    return switch (ItemPage.look(page, order.listingId())) {
      case ItemPage.Sight.Gone _ -> new Gone("it was gone already");
      case ItemPage.Sight.Shown shown when order.how() == How.SOLD && sold(shown.item()) ->
          new Gone("it was marked as sold already");
      case ItemPage.Sight.Shown _ -> new StillThere(DealerTexts.NOT_IN_LIST);
      case ItemPage.Sight.Unclear unclear ->
          throw new StoppedException(new Retryable(unclear.reason()));
    };
  }

  private boolean sold(ItemPage item) {
    return item.sold(page.map().text("sold"));
  }

  private RemoveResult remove(Card card) {
    if (order.how() == How.SOLD && card.sold()) {
      return new Gone("it was marked as sold already");
    }
    ListingControls controls = new ListingControls(page, selling, card);
    Optional<WebElement> button =
        order.how() == How.SOLD ? soldButton(controls) : deleteButton(controls);
    if (button.isEmpty()) {
      return verdict(
          new ListingStatusReader(page).of(order.listingId(), order.title()),
          DealerTexts.noButton(order.how() == How.SOLD));
    }
    GuardedClick.give(page, button.get(), guard);
    List<String> said = new FollowUpDialogs(page).answer(guard);
    noteStop();
    return proven(said);
  }

  /** The delete button of the confirmation dialog. */
  private Optional<WebElement> deleteButton(ListingControls controls) {
    Optional<WebElement> confirm =
        controls
            .inDialog(CardDialog.Shown::remove)
            .flatMap(button -> controls.opened(button, this::confirm));
    return confirm.isPresent()
        ? confirm
        : controls.inMenu("menuDelete").flatMap(item -> controls.opened(item, this::confirm));
  }

  private static Optional<WebElement> soldButton(ListingControls controls) {
    return controls
        .inDialog(CardDialog.Shown::markSold)
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

  private RemoveResult proven(List<String> said) {
    String words = DealerTexts.andSiteSays(String.join(" / ", said));
    return awaited(
        () -> verdict(new ListingStatusReader(page).of(order.listingId(), order.title()), words),
        Gone.class::isInstance);
  }

  private RemoveResult verdict(Presence now, String words) {
    return switch (now) {
      case Presence.Gone _ ->
          new Gone("neither its page nor the search among the account's listings has it");
      case Presence.Sold _ when order.how() == How.SOLD -> new Gone("it is marked as sold");
      case Presence.Sold _ -> new StillThere(DealerTexts.THERE_AS_SOLD + words);
      case Presence.Live _ -> new StillThere(DealerTexts.STILL_THERE + words);
      case Presence.Unreadable unreadable -> new Unclear(unreadable.reason() + words);
    };
  }
}
