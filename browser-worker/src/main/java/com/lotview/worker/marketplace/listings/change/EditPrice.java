package com.lotview.worker.marketplace.listings.change;

import com.lotview.form.mapping.Amount;
import com.lotview.worker.marketplace.form.TextField;
import com.lotview.worker.marketplace.listings.CardDialog;
import com.lotview.worker.marketplace.listings.ItemPage;
import com.lotview.worker.marketplace.listings.ListingStatusReader;
import com.lotview.worker.marketplace.listings.OwnListings;
import com.lotview.worker.marketplace.listings.OwnListings.Finding;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.change.EditPriceResult.Missing;
import com.lotview.worker.marketplace.listings.change.EditPriceResult.NotChanged;
import com.lotview.worker.marketplace.listings.change.EditPriceResult.Shown;
import com.lotview.worker.marketplace.listings.change.EditPriceResult.Unclear;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.GuardedClick;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.WebElement;

/**
 * Changes a listing's price in its edit form. It reads the form before and after, and stops before
 * sending if another field differs. The price on the listing's own page is the proof: the same
 * number, and no other currency than the form's.
 */
public final class EditPrice extends ListingChange<EditPriceResult> {

  private static final Duration NEXT_TURNS_WITHIN = Duration.ofMillis(1500);
  private static final int MAX_NEXT_CLICKS = 3;

  /** How long the form may change the price after it was entered. */
  private static final Duration SETTLE_TIME = Duration.ofMillis(300);

  /** No price could be read. */
  private static final long NO_PRICE = -1;

  private final EditPriceRequest order;

  public EditPrice(Page page, EditPriceRequest order, ClickGuard guard) {
    super(page, guard);
    this.order = order;
  }

  @Override
  EditPriceResult change() {
    return switch (ItemPage.look(page, order.listingId())) {
      case ItemPage.Sight.Shown shown when price(shown.item()) == order.toDollars() ->
          new Shown(order.toDollars());
      case ItemPage.Sight.Shown shown -> change(shown.item());
      case ItemPage.Sight.Gone _ -> missing();
      case ItemPage.Sight.Unclear _ -> throw unreadable();
    };
  }

  @Override
  boolean unchanged(EditPriceResult result) {
    return result instanceof NotChanged;
  }

  @Override
  EditPriceResult unclear(String reason) {
    return new Unclear(reason);
  }

  private EditPriceResult missing() {
    return switch (new ListingStatusReader(page).of(order.listingId(), order.title())) {
      case Presence.Gone _ -> new Missing();
      case Presence _ -> throw unreadable();
    };
  }

  private EditPriceResult change(ItemPage before) {
    EditForm form = new EditForm(page);
    EditForm.Reading read = opened(form);
    String currency = Amount.currency(read.value("price"));
    if (!Amount.sameCurrency(currency, before.currency())) {
      throw new StoppedException(
          new FieldUnmappable(
              "price",
              String.valueOf(order.toDollars()),
              DealerTexts.otherCurrency(before.currency(), currency)));
    }
    enter(form, read);
    WebElement update = updateButton();
    List<String> complaints = page.complaints();
    GuardedClick.give(page, update, guard);
    String said = answer(complaints);
    noteStop();
    return awaited(
        () -> verdict(ItemPage.look(page, order.listingId()), price(before), currency, said),
        Shown.class::isInstance);
  }

  /** Enters the price; stops if the form did not take it, or changed anything else. */
  private void enter(EditForm form, EditForm.Reading before) {
    TextField price = TextField.digits("price", page.map().labels("price"), order.toDollars());
    price.enter(page);
    Waiting.pause(SETTLE_TIME);
    EditForm.Reading entered = form.read();
    before
        .otherwise(entered)
        .ifPresent(changed -> {
          throw new StoppedException(changed);
        });
    if (!price.agrees(entered.value("price"))) {
      throw new StoppedException(
          new FieldMismatch("price", price.wanted(), entered.value("price")));
    }
  }

  /** Opens the form by its address or, if it does not appear, by the listing's card. */
  private EditForm.Reading opened(EditForm form) {
    page.open("/marketplace/edit/?listing_id=" + order.listingId());
    if (!form.appears()) {
      byCard(form);
    }
    return form.await(order.marker(), order.title());
  }

  private void byCard(EditForm form) {
    OwnListings listings = new OwnListings(page);
    long price = order.fromDollars() == null ? NO_PRICE : order.fromDollars();
    if (!(listings.byId(order.listingId(), order.title(), price) instanceof Finding.Here here)) {
      return;
    }
    ListingControls controls = new ListingControls(page, listings.page(), here.card());
    Supplier<Optional<Boolean>> shown =
        () -> form.read().fields().isEmpty() ? Optional.empty() : Optional.of(true);
    controls
        .inDialog(CardDialog.Shown::edit)
        .or(() -> controls.onCard("edit"))
        .or(() -> controls.inMenu("menuEdit"))
        .ifPresent(edit -> controls.opened(edit, shown));
  }

  /** The button on the form, or on a second page after Next. */
  private WebElement updateButton() {
    for (int i = 0; i <= MAX_NEXT_CLICKS; i++) {
      Duration most = i == 0 ? SETTLE_TIME : NEXT_TURNS_WITHIN;
      Optional<WebElement> update = page.until(most, this::update);
      if (update.isPresent()) {
        return update.get();
      }
      if (i < MAX_NEXT_CLICKS) {
        Optional<WebElement> next = enabled(page.map().button("next"));
        // A page that stops the account may have a button of the same name.
        if (PageState.of(page).map(PageState::orStop).isPresent()) {
          next.ifPresent(page::click);
        }
      }
    }
    PageState.of(page).ifPresent(PageState::orStop);
    List<String> said = page.complaints();
    throw new StoppedException(
        new FieldMismatch(
            "form",
            DealerTexts.SAVE_BUTTON,
            said.isEmpty() ? DealerTexts.NO_REASON : String.join("; ", said)));
  }

  private Optional<WebElement> update() {
    return page.map().button("update").stream()
        .flatMap(name -> enabled(List.of(name)).stream())
        .findFirst();
  }

  private Optional<WebElement> enabled(List<String> names) {
    return page.button(names)
        .filter(seen -> seen.flag("enabled"))
        .flatMap(seen -> seen.element("node"));
  }

  /** Waits until the page continues or shows a new complaint; returns the complaint. */
  private String answer(List<String> before) {
    return page.until(
            page.settings().page(),
            () ->
                page.address().contains("/marketplace/edit")
                    ? page.complaints().stream().filter(text -> !before.contains(text)).findFirst()
                    : Optional.of(""))
        .orElse(DealerTexts.FORM_STAYED_OPEN);
  }

  private EditPriceResult verdict(ItemPage.Sight sight, long before, String currency, String said) {
    String words = DealerTexts.andSiteSays(said);
    if (!(sight instanceof ItemPage.Sight.Shown shown)) {
      return new Unclear(DealerTexts.pageUnread(order.listingId()) + words);
    }
    long price = price(shown.item());
    if (!Amount.sameCurrency(currency, shown.item().currency())) {
      return new Unclear(DealerTexts.otherCurrency(shown.item().currency(), currency) + words);
    }
    if (price == order.toDollars()) {
      return new Shown(price);
    }
    return price == before && price != NO_PRICE
        ? new NotChanged(DealerTexts.priceUnchanged(price) + words)
        : new Unclear(
            DealerTexts.otherPrice(price == NO_PRICE ? "no price" : String.valueOf(price)) + words);
  }

  private static long price(ItemPage item) {
    return item.price().orElse(NO_PRICE);
  }

  private StoppedException unreadable() {
    return new StoppedException(new Retryable(DealerTexts.pageUnread(order.listingId())));
  }
}
