package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.PostingOutcome.FieldUnmappable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.WebElement;

/**
 * A field whose value is chosen from a list that the page draws elsewhere, late, and one at a time.
 *
 * @param accepted the option's texts, best first; compared without case, accents, spaces and
 *     hyphens
 */
record DropdownField(String name, List<String> labels, List<String> accepted, boolean optional)
    implements FormField {

  /** A first click is sometimes swallowed, or only closes another list. */
  private static final Duration OPENS_WITHIN = Duration.ofMillis(400);

  private static final Duration FILLS_WITHIN = Duration.ofSeconds(6);

  /** A list that has rows but not ours may still be growing. */
  private static final Duration GROWS_FOR = Duration.ofMillis(700);

  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

  @Override
  public String kind() {
    return "choice";
  }

  @Override
  public String wanted() {
    return accepted.getFirst();
  }

  @Override
  public boolean agrees(String read) {
    return accepted.stream().anyMatch(text -> MakeNames.key(text).equals(MakeNames.key(read)));
  }

  @Override
  public void enter(Page page) {
    if (FieldAccess.find(page, this).isPresent()) {
      FieldAccess.insist(page, this, () -> attempt(page));
    }
  }

  private boolean attempt(Page page) {
    Optional<Answer> field = FieldAccess.look(page, this);
    if (field.isEmpty()) {
      return FieldAccess.holds(page, this, OPENS_WITHIN);
    }
    if (!field.get().flag("expanded")) {
      if (agrees(field.get().text("value"))) {
        return true;
      }
      field.get().element("node").ifPresent(page::click);
      if (!opened(page)) {
        return false;
      }
    }
    return option(page).map(row -> choose(page, row)).orElse(false);
  }

  private boolean opened(Page page) {
    return Waiting.until(OPENS_WITHIN, () -> options(page).filter(seen -> seen.flag("expanded")))
        .isPresent();
  }

  private boolean choose(Page page, WebElement row) {
    Waiting.pause(page.pace().betweenKeys());
    page.click(row);
    return FieldAccess.holds(page, this, CLOSES_WITHIN);
  }

  /** Our option, as soon as it is there; empty if the list closed or stayed empty. */
  private Optional<WebElement> option(Page page) {
    Optional<Answer> rows =
        Waiting.until(
            FILLS_WITHIN,
            () -> options(page).filter(seen -> seen.number("count") > 0 || !seen.flag("expanded")));
    Optional<WebElement> match = rows.flatMap(seen -> seen.element("match"));
    if (match.isPresent() || rows.isEmpty() || !rows.get().flag("expanded")) {
      return match;
    }
    Optional<Answer> grown =
        Waiting.until(
            GROWS_FOR, () -> options(page).filter(seen -> seen.element("match").isPresent()));
    if (grown.isEmpty()) {
      refuse(page, rows.get());
    }
    return grown.flatMap(seen -> seen.element("match"));
  }

  private void refuse(Page page, Answer rows) {
    page.escape();
    List<String> texts = rows.texts("texts");
    throw new StoppedException(
        new FieldUnmappable(
            name,
            wanted(),
            "the form's list has "
                + texts.size()
                + " entries and not this one: "
                + String.join(", ", texts.subList(0, Math.min(80, texts.size())))));
  }

  private Optional<Answer> options(Page page) {
    return page.ask("options", page.map().formNames(), labels, accepted);
  }
}
