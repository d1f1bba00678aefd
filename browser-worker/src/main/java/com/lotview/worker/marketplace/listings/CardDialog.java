package com.lotview.worker.marketplace.listings;

import com.lotview.form.FormMap;
import com.lotview.form.Texts;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** The dialog of a card on "Your listings". Its link holds the listing's id. */
public final class CardDialog {

  private static final Duration OPENS_WITHIN = Duration.ofSeconds(4);
  private static final int MAX_CLICKS = 2;

  private final Page page;
  private final Function<Card, Optional<ScriptResult>> look;

  /**
   * @param look finds a card on the page again
   */
  CardDialog(Page page, Function<Card, Optional<ScriptResult>> look) {
    this.page = page;
    this.look = look;
  }

  /** What an open dialog shows. */
  public record Shown(
      String id,
      String text,
      Optional<WebElement> remove,
      Optional<WebElement> markSold,
      Optional<WebElement> edit) {

    /** Whether it shows the card's title. */
    boolean isOf(Card card) {
      return Texts.key(text).contains(Texts.key(card.uncutTitle()));
    }
  }

  /**
   * Opens the card's dialog, waits for its link and leaves it open. A lost click is repeated once.
   * Empty if the dialog does not open, or if another card's dialog stays open: its id would be
   * taken for this card's.
   */
  Optional<Shown> open(Card card) {
    close();
    Optional<Shown> open = Optional.empty();
    if (shown().isPresent()) {
      return open;
    }
    for (int i = 0; i < MAX_CLICKS && open.isEmpty(); i++) {
      Optional<WebElement> node = look.apply(card).flatMap(seen -> seen.element("node"));
      if (node.isEmpty()) {
        return open;
      }
      Waiting.pause(page.pace().betweenFields());
      try {
        if (i == 0) {
          page.click(node.get());
        } else {
          node.get().click();
        }
      } catch (ElementNotInteractableException | StaleElementReferenceException opening) {
        // The dialog covers the card by now.
      }
      open = page.until(OPENS_WITHIN, () -> shown().filter(seen -> seen.isOf(card)));
    }
    return open;
  }

  /** The open dialog, once it shows an id. */
  public Optional<Shown> shown() {
    return seen()
        .filter(seen -> !seen.text("id").isEmpty())
        .map(seen ->
            new Shown(
                seen.text("id"),
                seen.text("text"),
                seen.element("remove"),
                seen.element("markSold"),
                seen.element("edit")));
  }

  /** Closes the open dialog, if there is one. */
  public void close() {
    seen()
        .ifPresent(open -> {
          open.element("close").ifPresentOrElse(page::click, page::escape);
          page.until(OPENS_WITHIN, () -> seen().isEmpty() ? Optional.of(true) : Optional.empty());
        });
  }

  private Optional<ScriptResult> seen() {
    return page.ask("selling.listingDialog", words());
  }

  private Map<String, List<String>> words() {
    FormMap map = page.map();
    return Map.of(
        "dialog", map.text("listingDialog"),
        "panes", map.text("panes"),
        "close", map.button("close"),
        "remove", map.button("delete"),
        "markSold", map.button("markSold"),
        "available", map.button("available"),
        "edit", map.button("edit"));
  }
}
