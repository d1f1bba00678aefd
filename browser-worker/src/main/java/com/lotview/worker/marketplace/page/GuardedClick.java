package com.lotview.worker.marketplace.page;

import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Optional;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/**
 * A real click that the page swallows after the end of its permit, because this process, the driver
 * or the browser may be delayed between permit and click.
 */
public final class GuardedClick {

  /** A dialog covers its own buttons until it has faded in. */
  private static final Duration REACHABLE_TIMEOUT = Duration.ofSeconds(1);

  private GuardedClick() {}

  /**
   * Clicks once, and returns if the page took the click in time.
   *
   * @throws StoppedException with {@link Retryable} if the click did not happen, with {@link
   *     Unknown} if that is not known
   */
  public static void give(Page page, WebElement element, ClickGuard guard) {
    ScriptResult clocks = reachable(page, element);
    Duration valid = guard.permit();
    String name = "_r" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    double runningEnd = clocks.decimal("running") + valid.toNanos() / 1e6;
    double wallEnd = clocks.decimal("wall") + valid.toMillis();
    if (page.ask("click.arm", name, runningEnd, wallEnd).isEmpty()) {
      throw notGiven(DealerTexts.PAGE_REPLACED);
    }
    try {
      element.click();
    } catch (ElementNotInteractableException | StaleElementReferenceException covered) {
      throw new StoppedException(new Retryable(DealerTexts.BUTTON_COVERED), covered);
    } catch (WebDriverException lost) {
      throw new StoppedException(new Unknown(DealerTexts.LOST_AT_CLICK), lost);
    }
    if (late(page, name)) {
      throw notGiven(DealerTexts.CLICK_LATE);
    }
  }

  /** The page's clocks, read before the permit when nothing covers the element. */
  private static ScriptResult reachable(Page page, WebElement element) {
    Waiting.pause(page.pace().betweenFields());
    page.approach(element);
    Optional<ScriptResult> seen = page.until(REACHABLE_TIMEOUT, () -> clocks(page, element));
    if (seen.isEmpty()) {
      page.uncover(element);
      seen = clocks(page, element);
    }
    return seen.orElseThrow(() -> notGiven(DealerTexts.BUTTON_COVERED));
  }

  private static Optional<ScriptResult> clocks(Page page, WebElement element) {
    try {
      return page.ask("click.clocks", element).filter(seen -> seen.flag("reachable"));
    } catch (StaleElementReferenceException redrawn) {
      return Optional.empty();
    }
  }

  /** If the page has gone after the click, it took the click. */
  private static boolean late(Page page, String name) {
    try {
      return page.ask("click.clicked", name)
          .filter(seen -> seen.flag("late") && !seen.flag("given"))
          .isPresent();
    } catch (WebDriverException lost) {
      return false;
    }
  }

  private static StoppedException notGiven(String why) {
    return new StoppedException(new Retryable(why));
  }
}
