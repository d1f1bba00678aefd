package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Optional;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;

/** Fills any field: waits for it, tries a few times, and reports what went wrong. */
final class FieldAccess {

  /** Optional fields appear with the others, so a shorter wait suffices. */
  private static final Duration OPTIONAL_TIMEOUT = Duration.ofSeconds(2);

  /** After this time, a missing field may be behind a dialog. */
  private static final Duration COVERED_AFTER = Duration.ofMillis(1500);

  private static final int MAX_ATTEMPTS = 4;

  private FieldAccess() {}

  /**
   * Enters the field's value; skips an optional field that the form does not have.
   *
   * @param seen the field as just found; empty if not searched
   */
  static void enter(Page page, FormField field, Optional<ScriptResult> seen) {
    seen.filter(FieldAccess::usable)
        .or(() -> find(page, field))
        .ifPresent(found -> insist(page, field, found));
  }

  /** The field, scrolled into view; empty if it is optional and missing. */
  private static Optional<ScriptResult> find(Page page, FormField field) {
    Optional<ScriptResult> soon =
        page.until(COVERED_AFTER, () -> look(page, field).filter(FieldAccess::usable));
    if (soon.isPresent()) {
      return soon;
    }
    if (Boolean.TRUE.equals(page.raw("form.shutOff", page.map().formNames()))) {
      page.uncover();
    }
    Duration most = field.optional() ? OPTIONAL_TIMEOUT : page.settings().page();
    Optional<ScriptResult> found =
        page.settled(most, () -> look(page, field).filter(FieldAccess::usable));
    if (found.isEmpty() && !field.optional()) {
      PageState.of(page).ifPresent(PageState::orStop);
      throw new StoppedException(
          new FieldUnmappable(
              field.name(), field.wanted(), DealerTexts.noUsableField(field.labels())));
    }
    return found;
  }

  private static boolean usable(ScriptResult seen) {
    return !seen.flag("disabled");
  }

  static Optional<ScriptResult> look(Page page, FormField field) {
    return page.ask("form.field", page.map().formNames(), field.kind(), field.labels());
  }

  static String read(Page page, FormField field) {
    return look(page, field).map(seen -> seen.text("value")).orElse("");
  }

  /** Waits until the field holds the value; false after the limit. */
  static boolean holds(Page page, FormField field, Duration most) {
    return page.until(
            most,
            () ->
                look(page, field)
                    .filter(seen -> !seen.flag("expanded") && field.agrees(seen.text("value"))))
        .isPresent();
  }

  private static void insist(Page page, FormField field, ScriptResult first) {
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      int number = i;
      try {
        // The page may redraw the whole form for seconds (marketplace-form.md §7).
        Optional<ScriptResult> seen = i == 0 ? Optional.of(first) : find(page, field);
        if (seen.filter(found -> field.attempt(page, found, number)).isPresent()) {
          return;
        }
      } catch (StaleElementReferenceException | ElementNotInteractableException redrawn) {
        // The page has replaced or covered the element: find it again.
        if (!page.answered()) {
          page.escape();
        }
      }
    }
    PageState.of(page).ifPresent(PageState::orStop);
    throw new StoppedException(new FieldMismatch(field.name(), field.wanted(), read(page, field)));
  }
}
