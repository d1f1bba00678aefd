package com.lotview.worker.marketplace.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/**
 * What lies over a page and swallows its clicks (marketplace-form.md §14): the question for
 * cookies, the offer to save the login, chats. Closed only where it blocks, by its own button or
 * Escape, and never with an answer that agrees to more than the owner chose.
 */
final class Overlays {

  /** A dialog fades out after its button was clicked. */
  private static final Duration FADE_TIMEOUT = Duration.ofSeconds(2);

  private final Page page;

  Overlays(Page page) {
    this.page = page;
  }

  /**
   * Answers a question that stands in the way, for cookies as the owner chose and to saving the
   * login with no; to be called only where it keeps the page from being used.
   *
   * @return whether one was answered
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

  /** Closes the uppermost dialog, if it offers a harmless way; for a page that it shuts off. */
  void uppermost() {
    List<String> ways = ways();
    close(() -> page.raw("page.dialogButton", ways));
  }

  /** Closes what lies over the element, if it offers a harmless way. */
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
    Waiting.until(
        FADE_TIMEOUT, () -> dismiss.equals(button.get()) ? Optional.empty() : Optional.of(true));
  }

  /** A block or a captcha may come as a dialog with an X as well: that is never closed. */
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
