package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.page.Page;
import java.time.Duration;
import java.util.Optional;
import org.openqa.selenium.WebElement;

/** Folded sections of the form with optional fields. */
final class Sections {

  private static final int MAX_SECTIONS = 3;
  private static final Duration OPENS_WITHIN = Duration.ofSeconds(1);

  private Sections() {}

  /** Unfolds each with one click. */
  static void unfold(Page page) {
    for (int i = 0; i < MAX_SECTIONS; i++) {
      Optional<WebElement> section = folded(page);
      if (section.isEmpty()) {
        return;
      }
      page.click(section.get());
      if (page.until(OPENS_WITHIN, () -> unfolded(page, section.get())).isEmpty()) {
        return;
      }
    }
  }

  private static Optional<Boolean> unfolded(Page page, WebElement section) {
    return folded(page).filter(section::equals).isPresent() ? Optional.empty() : Optional.of(true);
  }

  private static Optional<WebElement> folded(Page page) {
    return page.ask("form.folded", page.map().formNames()).flatMap(seen -> seen.element("node"));
  }
}
