package com.lotview.worker.marketplace.listings;

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
 * What can be done with the one listing whose dialog is open: by the dialog, by its card, and by
 * its card's menu (marketplace-form.md §11, §12).
 */
final class ListingControls {

  /** The dialog draws its buttons a moment after its link. */
  private static final Duration BUTTONS_WITHIN = Duration.ofSeconds(1);

  private static final Duration OPENS_WITHIN = Duration.ofSeconds(3);
  private static final int MAX_CLICKS = 2;

  private final Page page;
  private final SellingPage selling;
  private final Card card;

  /** This piece of the page is the listing's card: its dialog is open. */
  private final Optional<WebElement> node;

  ListingControls(Page page, SellingPage selling, Card card) {
    this.page = page;
    this.selling = selling;
    this.card = card;
    this.node = selling.look(card).flatMap(seen -> seen.element("node"));
  }

  Optional<WebElement> inDialog(Function<CardDialog.Shown, Optional<WebElement>> button) {
    return Waiting.until(BUTTONS_WITHIN, () -> selling.dialog().shown().flatMap(button));
  }

  /** The dialog is closed for that; the card must be the same piece of the page as before. */
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

  /** What the click opens; a click that opened nothing is given once more. */
  <T> Optional<T> opened(WebElement button, Supplier<Optional<T>> follows) {
    for (int i = 0; i < MAX_CLICKS; i++) {
      Waiting.pause(page.pace().betweenFields());
      try {
        page.click(button);
      } catch (StaleElementReferenceException | ElementNotInteractableException gone) {
        // It closed with its menu, or what it opens lies over it by now.
        return Waiting.until(OPENS_WITHIN, follows);
      }
      Optional<T> seen = Waiting.until(OPENS_WITHIN, follows);
      if (seen.isPresent()) {
        return seen;
      }
    }
    return Optional.empty();
  }
}
