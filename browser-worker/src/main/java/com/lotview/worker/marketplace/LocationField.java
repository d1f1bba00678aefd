package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.PostingOutcome.FieldUnmappable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/**
 * The place, chosen from what the site suggests while typing. Only the row that is this very city
 * in this very state will do: the first row may be another country's.
 */
record LocationField(String name, List<String> labels, String wanted, List<String> cityKinds)
    implements FormField {

  private static final Duration SUGGESTS_WITHIN = Duration.ofSeconds(5);
  private static final Duration TAKES_WITHIN = Duration.ofMillis(700);
  private static final Duration REDRAWS_WITHIN = Duration.ofMillis(1500);
  private static final int CLICKS = 8;

  @Override
  public String kind() {
    return "place";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public boolean agrees(String read) {
    return MakeNames.key(read).equals(MakeNames.key(wanted));
  }

  @Override
  public void enter(Page page) {
    FieldAccess.find(page, this);
    FieldAccess.insist(page, this, () -> attempt(page));
  }

  private boolean attempt(Page page) {
    Optional<Answer> seen = FieldAccess.look(page, this);
    Optional<WebElement> node = seen.flatMap(answer -> answer.element("node"));
    if (seen.isEmpty() || node.isEmpty()) {
      return false;
    }
    if (agrees(seen.get().text("value")) && !seen.get().flag("expanded")) {
      return true;
    }
    page.click(node.get());
    page.clear(node.get());
    // Without the comma, so that the field's text shows whether a row was really taken.
    page.type(node.get(), wanted.replace(",", ""));
    return pick(page);
  }

  /**
   * The list is redrawn at every answer of the site, which can swallow a click: click until the
   * field has the row's name.
   */
  private boolean pick(Page page) {
    Duration patience = SUGGESTS_WITHIN;
    for (int i = 0; i < CLICKS; i++) {
      Optional<WebElement> row =
          Waiting.until(patience, () -> places(page).flatMap(seen -> seen.element("match")));
      if (row.isEmpty()) {
        refuseIfOthers(page);
        return false;
      }
      if (clicked(row.get()) && FieldAccess.holds(page, this, TAKES_WITHIN)) {
        return true;
      }
      patience = REDRAWS_WITHIN;
    }
    return false;
  }

  /**
   * False if the row was redrawn under the pointer. Nothing is closed then: Escape would close the
   * list itself.
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
          new FieldUnmappable(name, wanted, "the site suggests only: " + String.join("; ", rows)));
    }
  }

  private Optional<Answer> places(Page page) {
    return page.ask("places", page.map().formNames(), labels, wanted, cityKinds);
  }
}
