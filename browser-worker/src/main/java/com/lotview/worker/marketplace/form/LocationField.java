package com.lotview.worker.marketplace.form;

import com.lotview.form.Texts;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/**
 * The place, chosen from the site's suggestions. Only the row with this city and state counts,
 * because the first row may be in another country (marketplace-form.md §8).
 *
 * @param spellings spellings of the place, with the state's name or its code; the usual one first
 */
record LocationField(
    String name, List<String> labels, List<String> spellings, List<String> cityKinds)
    implements FormField {

  private static final Duration SUGGESTS_WITHIN = Duration.ofSeconds(4);
  private static final Duration TAKES_WITHIN = Duration.ofMillis(700);
  private static final Duration REDRAWS_WITHIN = Duration.ofMillis(1500);
  private static final int MAX_CLICKS = 6;

  /** The last attempt uses keys, in case clicks were lost. */
  private static final int BY_KEYS = 3;

  @Override
  public String kind() {
    return "place";
  }

  @Override
  public FormField at(List<String> otherLabels) {
    return new LocationField(name, otherLabels, spellings, cityKinds);
  }

  @Override
  public String wanted() {
    return spellings.getFirst();
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public boolean agrees(String read) {
    return spellings.stream().anyMatch(place -> Texts.key(place).equals(Texts.key(read)));
  }

  @Override
  public boolean attempt(Page page, ScriptResult seen, int number) {
    if (agrees(seen.text("value")) && !seen.flag("expanded")) {
      return true;
    }
    WebElement node = seen.element("node").orElseThrow();
    page.click(node);
    page.clear(node);
    page.type(node, typed(number));
    return number == BY_KEYS ? byKeys(page, node) : pick(page, number);
  }

  /** Without a comma, so that the field's text shows whether a row was taken. */
  private String typed(int number) {
    return switch (number) {
      case 1 -> spellings.getLast().replace(",", "");
      case 2 -> wanted().substring(0, wanted().indexOf(','));
      default -> wanted().replace(",", "");
    };
  }

  /**
   * Each answer of the site redraws the list and may swallow a click: clicks until the field has
   * the row's name.
   */
  private boolean pick(Page page, int number) {
    Duration timeout = SUGGESTS_WITHIN;
    for (int i = 0; i < MAX_CLICKS; i++) {
      Optional<WebElement> row =
          page.until(timeout, () -> places(page).flatMap(seen -> seen.element("match")));
      if (row.isEmpty()) {
        if (number == BY_KEYS - 1) {
          refuseIfOthers(page);
        }
        return false;
      }
      if (clicked(row.get()) && taken(page)) {
        return true;
      }
      timeout = REDRAWS_WITHIN;
    }
    return false;
  }

  private boolean taken(Page page) {
    return FieldAccess.holds(page, this, TAKES_WITHIN);
  }

  private boolean byKeys(Page page, WebElement node) {
    Optional<ScriptResult> rows =
        page.until(
            SUGGESTS_WITHIN, () -> places(page).filter(seen -> seen.element("match").isPresent()));
    if (rows.isEmpty()) {
      refuseIfOthers(page);
      return false;
    }
    node.sendKeys(Keys.ARROW_DOWN.toString().repeat(rows.get().number("index") + 1), Keys.ENTER);
    return taken(page);
  }

  /**
   * False if the row was redrawn during the click. It closes nothing then, because Escape would
   * close the list.
   */
  private static boolean clicked(WebElement row) {
    try {
      row.click();
      return true;
    } catch (StaleElementReferenceException | ElementNotInteractableException redrawn) {
      return false;
    }
  }

  private void refuseIfOthers(Page page) {
    List<String> rows = places(page).map(seen -> seen.texts("rows")).orElse(List.of());
    if (!rows.isEmpty()) {
      throw new StoppedException(
          new FieldUnmappable(name, wanted(), DealerTexts.suggestionsOnly(rows)));
    }
  }

  private Optional<ScriptResult> places(Page page) {
    return page.ask("form.places", page.map().formNames(), labels, spellings, cityKinds);
  }
}
