package com.lotview.worker.marketplace.page;

import com.lotview.worker.marketplace.settings.Consent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/**
 * Overlays that swallow a page's clicks (marketplace-form.md §14): cookie questions, the offer to
 * save the login, chats. They are closed only where they block, by their own button or Escape, and
 * never with more consent than the owner chose.
 */
final class Overlays {

  /** How long a dialog fades out after a click on its button. */
  private static final Duration FADE_TIMEOUT = Duration.ofSeconds(2);

  private final Page page;

  Overlays(Page page) {
    this.page = page;
  }

  /**
   * Answers a blocking question: for cookies as the owner chose, to saving the login with no. Call
   * it only where the question blocks the page.
   *
   * @return whether it answered one
   */
  boolean answered() {
    orStop();
    if (!(page.raw("state.prompt", prompts()) instanceof WebElement button)) {
      return false;
    }
    try {
      button.click();
      return true;
    } catch (ElementNotInteractableException | StaleElementReferenceException moving) {
      return false;
    }
  }

  /** Closes the uppermost dialog of a blocked page, if a harmless button is there. */
  void uppermost() {
    List<String> ways = ways();
    close(() -> page.raw("page.dialogButton", ways));
  }

  /** Closes what covers the element, if a harmless button is there. */
  void over(WebElement element) {
    List<String> ways = ways();
    close(() -> page.raw("state.over", element, ways));
  }

  private void close(Supplier<Object> button) {
    orStop();
    if (!(button.get() instanceof WebElement dismiss)) {
      page.escape();
      return;
    }
    dismiss.click();
    page.until(
        FADE_TIMEOUT, () -> dismiss.equals(button.get()) ? Optional.empty() : Optional.of(true));
  }

  /** A block or a captcha may be a dialog with an X too; it is never closed. */
  private void orStop() {
    PageState.of(page).ifPresent(PageState::orStop);
  }

  private List<String> ways() {
    List<String> ways = new ArrayList<>(prompts());
    ways.addAll(page.map().button("dismiss"));
    return ways;
  }

  private List<String> prompts() {
    boolean allows = page.settings().consent() == Consent.ALLOW;
    List<String> names =
        new ArrayList<>(page.map().button(allows ? "consentAllow" : "consentDecline"));
    names.addAll(page.map().button("notNow"));
    return names;
  }
}
