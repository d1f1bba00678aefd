package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.PostingOutcome.FieldUnmappable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;

/** What all fields share: waiting for the field, trying a few times, and saying what went wrong. */
final class FieldAccess {

  /** An optional field comes together with the others, so it need not be waited for as long. */
  private static final Duration OPTIONAL_WAIT = Duration.ofSeconds(2);

  private static final int ATTEMPTS = 4;

  private FieldAccess() {}

  /** The field, in view; empty if it is optional and the form does not have it. */
  static Optional<Answer> find(Page page, FormField field) {
    Duration most = field.optional() ? OPTIONAL_WAIT : page.settings().page();
    Optional<Answer> found =
        Waiting.until(most, () -> look(page, field).filter(seen -> !seen.flag("disabled")));
    if (found.isEmpty() && !field.optional()) {
      PageState.of(page).ifPresent(PageState::orStop);
      throw new StoppedException(
          new FieldUnmappable(
              field.name(),
              field.wanted(),
              "the form shows no usable field named " + String.join(" or ", field.labels())));
    }
    return found;
  }

  static Optional<Answer> look(Page page, FormField field) {
    return page.ask("field", page.map().formNames(), field.kind(), field.labels());
  }

  static String read(Page page, FormField field) {
    return look(page, field).map(seen -> seen.text("value")).orElse("");
  }

  /** Whether the field comes to hold the value within the time. */
  static boolean holds(Page page, FormField field, Duration most) {
    return Waiting.until(
            most,
            () ->
                look(page, field)
                    .filter(seen -> !seen.flag("expanded") && field.agrees(seen.text("value"))))
        .isPresent();
  }

  /** Tries until the attempt says that the field holds its value. */
  static void insist(Page page, FormField field, Supplier<Boolean> attempt) {
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        if (attempt.get()) {
          return;
        }
      } catch (StaleElementReferenceException | ElementNotInteractableException redrawn) {
        // The page replaced the element or covered it in between: look again.
        if (!page.answered()) {
          page.escape();
        }
      }
    }
    PageState.of(page).ifPresent(PageState::orStop);
    throw new StoppedException(new FieldMismatch(field.name(), field.wanted(), read(page, field)));
  }
}
