package com.lotview.worker.marketplace.listings.change;

import com.lotview.worker.marketplace.listings.Card;
import com.lotview.worker.marketplace.listings.CardDialog;
import com.lotview.worker.marketplace.listings.SellingPage;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/**
 * The controls of the listing whose dialog is open: in the dialog, on its card and in the card's
 * menu (marketplace-form.md §11, §12).
 */
final class ListingControls {

  /** The dialog shows its buttons shortly after its link. */
  private static final Duration BUTTONS_WITHIN = Duration.ofSeconds(1);

  private static final Duration OPENS_WITHIN = Duration.ofSeconds(3);
  private static final int MAX_CLICKS = 2;

  private final Page page;
  private final SellingPage selling;
  private final Card card;

  /** The element of the listing's card, whose dialog is open. */
  private final Optional<WebElement> node;

  ListingControls(Page page, SellingPage selling, Card card) {
    this.page = page;
    this.selling = selling;
    this.card = card;
    this.node = selling.look(card).flatMap(seen -> seen.element("node"));
  }

  Optional<WebElement> inDialog(Function<CardDialog.Shown, Optional<WebElement>> button) {
    return page.until(BUTTONS_WITHIN, () -> selling.dialog().shown().flatMap(button));
  }

  /** Closes the dialog; the card must still be the same element. */
  Optional<WebElement> onCard(String button) {
    selling.dialog().close();
    return selling
        .look(card)
        .filter(seen -> node.isPresent() && seen.element("node").equals(node))
        .flatMap(seen -> seen.element(button));
  }

  Optional<WebElement> inMenu(String item) {
    return onCard("more").flatMap(more -> opened(more, () -> menuItem(item)));
  }

  private Optional<WebElement> menuItem(String item) {
    return page.ask("selling.menuItem", page.map().button(item))
        .flatMap(seen -> seen.element("node"));
  }

  /** Clicks and returns what opens; repeats a click without effect once. */
  <T> Optional<T> opened(WebElement button, Supplier<Optional<T>> follows) {
    for (int i = 0; i < MAX_CLICKS; i++) {
      Waiting.pause(page.pace().betweenFields());
      try {
        page.click(button);
      } catch (StaleElementReferenceException | ElementNotInteractableException gone) {
        // The button closed with its menu, or is covered by what it opened.
        return page.until(OPENS_WITHIN, follows);
      }
      Optional<T> seen = page.until(OPENS_WITHIN, follows);
      if (seen.isPresent()) {
        return seen;
      }
    }
    return Optional.empty();
  }
}
